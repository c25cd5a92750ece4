"""What the columns of the named questions are called in Chinese; a column that is not here keeps its own name."""

from __future__ import annotations

from kg.serve.language import Language

_ZH = {
    "above": "上级",
    "below": "下级",
    "direction": "上下",
    "body": "机构",
    "organization": "机构",
    "union": "工会",
    "article": "文章",
    "articles": "文章数",
    "headline": "标题",
    "column": "栏目",
    "page": "版面",
    "published": "见报",
    "date": "日期",
    "when": "时间",
    "times": "时间",
    "since": "起",
    "on": "日期",
    "first": "首次见报",
    "entity": "实体",
    "entities": "实体数",
    "kind": "类型",
    "name": "名称",
    "iris": "标识",
    "mentions": "提到",
    "event": "活动",
    "hosts": "主办",
    "undertaken_by": "承办",
    "places": "地点",
    "provinces": "省份",
    "for": "面向",
    "programme": "项目",
    "launchers": "推出",
    "partners": "合作",
    "policy": "政策",
    "implemented_by": "实施",
    "person": "人物",
    "who": "谁",
    "what": "什么",
    "post": "职务",
    "recipient": "获得者",
    "received": "获得",
    "one": "一方",
    "other": "另一方",
    "subject": "主体",
    "object": "对象",
    "property": "关系",
    "thing": "事物",
    "quote": "原句",
    "evidence": "依据",
    "rule": "规则",
    "facts": "事实",
    "statements": "陈述",
    "group": "人群",
    "value": "数值",
    "unit": "单位",
    "bound": "范围",
    "written": "写法",
    "counted": "所数",
    "award": "奖项",
}


def heading(column: str, language: Language) -> str:
    """The heading over a column of an answer.

    >>> heading("programme_name", "zh"), heading("programme_name", "en"), heading("x", "zh")
    ('项目', 'programme', 'x')
    """
    name = column.removesuffix("_name")
    return name.replace("_", " ") if language == "en" else _ZH.get(name, name)
