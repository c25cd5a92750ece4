"""When two names of bodies are one: standard short forms, levels, dropped places and parents, brands."""

from __future__ import annotations

import re
from collections.abc import Callable

from kg.resolve.names import Names, plain

BUSINESS = ("公司", "集团", "有限公司", "股份有限公司", "集团公司", "汽车", "银行", "快递", "科技", "大学", "学院")
"""What a brand's full name has behind the brand."""

BUREAUS = re.compile("[一二三四五六七八九十]局$")
"""A builder's bureau by its number owns firms of its own: 甲建三局西南公司 is not 甲建三局."""

NO_FIRMS = tuple("报台网社刊党军会院部局署厅委盟行府队组织联合国")
"""Ends of well-known names that the place before them only makes more exact: 香港文汇报."""

BRANCH = "指本地的分支（the firm's branch in the place just named）"
"""Only behind the branch's name does the firm's name alone mean it: 苏宁…北京苏宁… are two, 北京苏宁…苏宁 may be one."""

HOUSES = ("大学", "学院", "银行")
"""A well-known body has such a house of its own: 上海合作组织大学 is not 上海合作组织."""

BRANCHES = ("分公司", "支公司", "子公司", "分行", "支行")
"""A name that goes on with such a word is not the firm but its branch."""

REGION = "自治区"
LONGEST_TAIL = 10
"""What stands behind a brand is its trade and form: 旅游集团股份有限公司."""

SHORTEST_INITIALS, LONGEST_INITIALS = 3, 6
TAIL_OF_INITIALS = 4
"""The last character of such a short form is one of so many of the full name's last ones (北师大, 北京师范大学)."""

SHORTEST_ORGAN = 3
ABBREVIATIONS = (
    ("人力资源和社会保障", "人社"),
    ("人力资源社会保障", "人社"),
    ("住房和城乡建设", "住建"),
    ("住房城乡建设", "住建"),
    ("发展和改革", "发改"),
    ("发展改革", "发改"),
    ("工业和信息化", "工信"),
    ("文化和旅游", "文旅"),
    ("市场监督管理", "市场监管"),
    ("卫生健康", "卫健"),
    ("应急管理", "应急"),
    ("城市管理", "城管"),
    ("科学技术", "科技"),
    ("教育体育", "教体"),
    ("人民政府", "政府"),
    ("人民法院", "法院"),
    ("人民检察院", "检察院"),
    ("纪律检查委员会", "纪委"),
    ("街道办事处", "街道办"),
    ("委员会", "委"),
    ("办公室", "办"),
)
"""What newspapers write short in the names of organs."""

FORMS = ("有限责任公司", "股份有限公司", "集团有限公司", "有限公司", "公司", "集团")
"""Legal forms, which short forms leave out."""

LISTED, LISTED_FORM = "股份", "股份有限公司"
"""甲股份 is what the exchange calls 乙市甲电器股份有限公司."""

CONTRACTIONS = (("总工会", "总"), ("联合会", "联"), ("委员会", "委"), ("办公室", "办"), ("街道办事处", "街道办"))
"""Heads and what short forms leave of them: 山西省总工会, 山西省总."""


def organization_rules(names: Names) -> tuple[Callable[[str, str], str | None], ...]:
    """The rules in order of strength; the first that finds anything decides."""

    def standard(short: str, full: str) -> str | None:
        if plain(names.official(plain(short))) == plain(names.official(plain(full))):
            return "标准简称（standard short form）"
        return None

    def level(short: str, full: str) -> str | None:
        expanded = names.expanded(plain(short))
        if expanded != plain(short) and plain(full).endswith(expanded):
            return "省、市、县指本文所写之地（the article's place）"
        rest = plain(short).removeprefix(REGION)
        if rest != plain(short) and plain(full).endswith(rest):
            place = plain(full).removesuffix(rest)
            if place and place == names.leading_place(place):
                return "自治区指本文所写之地（the article's region）"
        return None

    def shorter(short: str, full: str) -> str | None:
        s, f = plain(short), plain(full)
        place = names.leading_place(s)
        if len(s) >= 2 and f.endswith(s) and len(s) < len(f):
            before = f[: -len(s)]
            if before.endswith("团") and s.endswith("委"):
                return None  # 团县委 is not 县委
            firm = names.knows(s) and not names.is_club(s) and not s.endswith(NO_FIRMS)
            if firm and before == names.leading_place(before):
                return BRANCH
            if not place or before == names.leading_place(before):
                return "省去地名或上级（place or parent left out）"
        return None

    def contracted(short: str, full: str) -> str | None:
        s, f = plain(short), plain(full)
        union = f.replace("总工会", "总", 1)
        if union not in (f, "总") and union.endswith(s) and len(s) > 3 and "总" in s[:-1]:
            return "缩略（contracted head）"  # 甲市总女职委, 甲市总工会女职委
        for head, left in CONTRACTIONS:
            if f.endswith(head) and s.endswith(left) and len(s) > len(left):
                stem = f[: -len(head)]
                if stem.endswith(s[: -len(left)]):
                    return "缩略（contracted head）"
        return None

    def spelled(short: str, full: str) -> str | None:
        s, f = _abbreviated(plain(short)), _abbreviated(plain(full))
        if (s, f) == (plain(short), plain(full)) or len(s) < SHORTEST_ORGAN:
            return None
        before = f.removesuffix(s) if f.endswith(s) else None
        if f == s or (before is not None and before == names.leading_place(before)) or f.endswith(names.expanded(s)):
            return "机构名缩略（the organ's field written short）"
        return None

    def brand(short: str, full: str) -> str | None:
        s, f = plain(short), plain(full)
        if 2 <= len(s) < len(f) and names.official(s) == s:
            rest = f[len(names.leading_place(f)) :] if not f.startswith(s) else f
            tail = rest[len(s) :]
            if (
                rest.startswith(s)
                and tail.endswith(BUSINESS)
                and not tail.endswith(BRANCHES)
                and len(tail) <= LONGEST_TAIL
                and not s.endswith(BUSINESS)
                and not (tail in HOUSES and names.knows(s))
                and not (BUREAUS.search(s) and not tail.endswith(FORMS[:4]))
            ):
                return "字号（the brand of the name）"
        return None

    def listed(short: str, full: str) -> str | None:
        s, f = plain(short), plain(full)
        stem = s.removesuffix(LISTED)
        rest = f[len(names.leading_place(f)) :] if not f.startswith(stem) else f
        if len(stem) >= 2 and stem != s and f.endswith(LISTED_FORM) and rest.startswith(stem) and len(f) > len(s) + 2:
            return "证券简称（the firm's short form on the exchange）"
        return None

    def initials(short: str, full: str) -> str | None:
        s, f = _without_form(plain(short)), _without_form(plain(full))
        if not SHORTEST_INITIALS <= len(s) <= LONGEST_INITIALS or len(f) < len(s) + 2:
            return None
        if s[0] != f[0] or s[1] == f[1]:
            return None  # 北师大 leaves out the second character, 央视频道 is no short form of 央视综合频道
        if s.endswith("中央") and not f.endswith(("中央", "中央委员会")):
            return None  # 越共中央 is not its political bureau
        if f.startswith(plain(names.official(plain(short)))) or names.leading_place(s):
            return None  # the parent of the longer one, or a body of the same place
        if s[-1] in f[-TAIL_OF_INITIALS:] and _in_order(s, f):
            return "取字简称（characters of the full name）"
        return None

    return standard, level, shorter, contracted, spelled, brand, listed, initials


def _abbreviated(name: str) -> str:
    """The name with the fields and heads of organs in their short forms (人社局, 市政府)."""
    for long, short in ABBREVIATIONS:
        name = name.replace(long, short)
    return name


def _without_form(name: str) -> str:
    """The name without its legal form and what stands in brackets."""
    for opening, closing in ("（）", "()"):
        start, end = name.find(opening), name.find(closing)
        if 0 <= start < end:
            name = name[:start] + name[end + 1 :]
    for form in FORMS:
        name = name.removesuffix(form)
    return name


def _in_order(short: str, full: str) -> bool:
    """Do the characters of the shorter name stand in the longer one in this order?"""
    rest = iter(full)
    return all(char in rest for char in short)
