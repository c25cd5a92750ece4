"""The grammar of the engine, one construction a row: a marked sentence and the facts of one property in it."""

from __future__ import annotations

import pytest

from kg.extract.examples import facts_of
from kg.extract.steps import Engine

TABLE = [
    # 谁办：由、的、被动、并列、承前
    ("由[机构:甲会]、[机构:乙局]主办的[活动:大赛]在[地点:丙市]举行。", "organizes", "甲会>大赛 乙局>大赛"),
    ("[活动:大赛]由[机构:甲会]主办，[机构:乙局]承办，[机构:丙社]协办。", "organizes", "甲会>大赛 乙局>大赛 丙社>大赛"),
    ("[机构:甲会]日前在[地点:乙县]隆重举办[活动:大赛]。", "organizes", "甲会>大赛"),
    ("[机构:甲会]组织[机构:乙厂]参加[机构:丙局]举办的[活动:大赛]。", "organizes", "丙局>大赛"),
    ("[机构:甲会]主席[人物:丁某]说，[机构:乙局]举办了[活动:大赛]。", "organizes", "乙局>大赛"),
    # 话题链：逗号、分号、句号之后仍是同一主语；另有主语就断
    ("[机构:甲会]创新机制，打造“[项目:乙站]”，开通“[项目:丙线]”。", "launches", "甲会>乙站 甲会>丙线"),
    ("[机构:甲会]创新机制；打造“[项目:乙站]”。同时，推出“[项目:丙线]”。", "launches", "甲会>乙站 甲会>丙线"),
    ("[机构:甲会]创新机制，不少职工打造“[项目:乙站]”。", "launches", ""),
    ("[机构:甲会]创新机制，他们打造“[项目:乙站]”。", "launches", ""),
    ("记者从[机构:甲会]获悉，[机构:乙局]推出“[项目:丙线]”。", "launches", "乙局>丙线"),
    # 语气：打算、希望、否定、条件不算，并且管到后面没有主语的分句
    ("[机构:甲会]将推出“[项目:乙站]”。", "launches", ""),
    ("[机构:甲会]计划投入资金，打造“[项目:乙站]”。", "launches", ""),
    ("如果[机构:甲会]推出“[项目:乙站]”，效果会更好。", "launches", ""),
    ("[机构:甲会]没有推出“[项目:乙站]”。", "launches", ""),
    ("[机构:甲会]将服务送到身边，推出“[项目:乙站]”。", "launches", "甲会>乙站"),
    # 联合
    ("[机构:甲会]会同[机构:乙局]推出“[项目:丙线]”。", "partnerOf", "甲会>乙局"),
    ("由[机构:甲会]和[机构:乙局]联合主办的[活动:大赛]落幕。", "partnerOf", "甲会>乙局"),
    ("[机构:甲]、[机构:乙]、[机构:丙]、[机构:丁]、[机构:戊]联合主办[活动:大赛]。", "partnerOf", ""),
    ("[机构:甲会]与[机构:乙局]座谈。", "partnerOf", ""),
    # 职务与机构
    ("[机构:甲省总工会]党组书记、主席[人物:乙某]出席。", "holdsPost", "乙某>党组书记 乙某>主席"),
    ("[机构:甲公司]董事长[人物:乙某]，总经理[人物:丙某]到场。", "affiliatedWith", "乙某>甲公司 丙某>甲公司"),
    ("[机构:甲市委]书记[人物:乙某]，市长[人物:丙某]到场。", "affiliatedWith", "乙某>甲市委"),
    ("副省长、[机构:省公安厅]长[人物:乙某]到场。", "holdsPost", "乙某>副省长 乙某>厅长"),
    ("[人物:乙某]，[机构:甲厂]电工，今年40岁。", "affiliatedWith", "乙某>甲厂"),
    ("[人物:乙某]进厂，2018年任[机构:甲厂]班长，如今是[机构:甲厂]的一名厂长。", "holdsPost", "乙某>班长 乙某>厂长"),
    ("[人物:乙某]辞去[机构:甲厂]厂长职务。", "holdsPost", ""),
    ("当了[机构:甲厂]厂长后，[人物:乙某]坚持学习。", "holdsPost", "乙某>厂长"),
    ("“2012年，我来到[机构:甲厂]成为一名电工，从此扎根。”[人物:乙某]说。", "affiliatedWith", "乙某>甲厂"),
    ("[人物:乙某]是劳模。他当选为[机构:甲会]副主席。", "affiliatedWith", "乙某>甲会"),
    # 奖
    ("来自[机构:甲厂]的[人物:乙某]荣获[奖项:一等奖]。", "receives", "乙某>一等奖"),
    ("[人物:乙某]、[人物:丙某]分获[奖项:一等奖]、[奖项:二等奖]。", "receives", "乙某>一等奖 丙某>二等奖"),
    ("会议授予[人物:乙某]、[人物:丙某]“[奖项:能手]”称号。", "receives", "乙某>能手 丙某>能手"),
    ("“[奖项:奖章]”获得者[人物:乙某]、[奖项:全国劳模][人物:丙某]作报告。", "receives", "乙某>奖章 丙某>全国劳模"),
    ("[人物:乙某]有望夺得[奖项:冠军]。", "receives", ""),
    # 何处、何人、何事
    ("[活动:大赛]昨日在[地点:甲市]落幕。", "locatedIn", "大赛>甲市"),
    ("[活动:大赛]倒计时一周年活动在[地点:甲市]启动。", "locatedIn", ""),
    ("在[机构:甲会]召开[活动:大会]期间，[人物:乙某]发言。", "locatedIn", ""),
    ("位于[地点:甲市]的[机构:乙厂]建成。", "locatedIn", "乙厂>甲市"),
    ("[活动:大赛]在[地点:甲市]举行。会上，[人物:乙某]宣读决定。", "participatesIn", "乙某>大赛"),
    ("[人物:乙某]给参加[活动:大赛]的职工写信。", "participatesIn", ""),
    ("[人物:乙某]同出席[活动:大会]的[人物:丙某]会谈。", "participatesIn", "丙某>大会"),
    ("[机构:甲会]启动“[项目:圆梦行动]”，计划资助贫困大学生。", "targets", "圆梦行动>贫困大学生"),
    ("[机构:甲会]认真落实《[政策:工会法]》。", "implements", "甲会>工会法"),
    # 名称相套
    ("[机构:甲大学附属医院]与[机构:甲大学]协商。", "subOrganizationOf", "甲大学附属医院>甲大学"),
    ("[机构:中国甲银行业协会]与[机构:中国甲银行]协商。", "subOrganizationOf", ""),
    ("[机构:甲省委省政府]与[机构:甲省委]协商。", "subOrganizationOf", ""),
    ("[活动:甲杯竞赛总决赛]落幕，[活动:甲杯竞赛]历时三月。", "partOf", "甲杯竞赛总决赛>甲杯竞赛"),
]


@pytest.mark.parametrize(("text", "prop", "facts"), TABLE, ids=[row[0] for row in TABLE])
def test_grammar(engine: Engine, text: str, prop: str, facts: str) -> None:
    found = {(one, other) for one, p, other in facts_of(text, engine) if p == prop}
    assert found == {tuple(pair.split(">")) for pair in facts.split()}


def test_roles_of_organisers_are_kept_apart(engine: Engine) -> None:
    from kg.extract.engine import extract
    from kg.extract.examples import marked

    read = marked("[活动:大赛]由[机构:甲会]主办，[机构:乙局]承办，[机构:丙社]协办。")
    names = {e.id: e.name for e in read.entities}
    found = extract(read.article, read.entities, (), (), engine).relations
    assert {(names[r.subject], r.role) for r in found} == {("甲会", "主办"), ("乙局", "承办"), ("丙社", "协办")}
