"""Bylines and credits: a table of text, reporters, photographers, agency."""

import pytest

from kg.layout.credits import read_credits, read_names
from kg.layout.words import Words

BYLINES = [
    ("本报记者 王明远 本报通讯员 李禾", "王明远 李禾", "", None),
    ("（记者 甲乙 通讯员 丙丁 实习生 戊己）", "甲乙 丙丁 戊己", "", None),
    ("记者王禾通讯员李明远、赵越", "王禾 李明远 赵越", "", None),
    ("□本报记者 王 禾 李明远", "王禾 李明远", "", None),
    ("⊙记者 王禾 ○编辑 李明远", "王禾", "", None),
    ("本报驻沪记者 王禾", "王禾", "", None),
    ("甲市日报记者 王禾", "王禾", "", "甲市日报"),
    ("新华社记者 王禾 摄", "", "王禾", "新华社"),
    ("新华社发（王禾 摄）", "", "王禾", "新华社"),
    ("新华社发", "", "", "新华社"),
    ("王禾 记者李明远", "王禾 李明远", "", None),
    ("文/王禾 图/李明远", "王禾", "李明远", None),
    ("王禾/文 李明远/图", "王禾", "李明远", None),
    ("王禾 文 李明远 摄", "王禾", "李明远", None),
    ("文/图 王禾", "王禾", "王禾", None),
    ("本报记者 王禾 通讯员 李明远 文/图", "王禾 李明远", "王禾 李明远", None),
    ("本报记者 王禾 摄影报道", "王禾", "王禾", None),
    ("本报记者 王禾 李明 济南报道", "王禾 李明", "", None),
    ("采写：甲都记者 王禾", "王禾", "", None),
    ("通讯员王禾、李明记者王远", "王禾 李明 王远", "", None),
    ("本报记者 王禾 李明报道", "王禾 李明", "", None),
    ("王禾 李明远 摄", "", "王禾 李明远", None),
    ("王禾摄", "", "王禾", None),
    ("摄影：王禾", "", "王禾", None),
    ("本报记者 买买提·吐尔逊 王禾", "买买提·吐尔逊 王禾", "", None),
    ("王禾 整理", "王禾", "", None),
    ("视频编辑：王禾 文字编辑：李明远", "", "", None),
    ("工人日报-中工网记者 王禾 通讯员 李明远", "王禾 李明远", "", "工人日报-中工网"),
    ("人民日报客户端记者 王禾", "王禾", "", "人民日报客户端"),
    ("本报记者 王明远本报通讯员 李禾 赵越", "王明远 李禾 赵越", "", None),
    ("记者李明通讯员王飞赵越", "李明 王飞 赵越", "", None),
    ("图片由甲市总工会提供", "", "", None),
]


@pytest.mark.parametrize(("text", "reporters", "photographers", "agency"), BYLINES)
def test_names_of_a_byline(text: str, reporters: str, photographers: str, agency: str | None, words: Words) -> None:
    names = read_credits(text, words)
    assert names is not None
    if names.editors:
        assert not reporters
        assert not photographers
        return
    assert " ".join(names.reporters) == reporters
    assert " ".join(names.photographers) == photographers
    assert names.agency == agency


@pytest.mark.parametrize(
    "text",
    [
        "记者手记",
        "记者出镜",
        "（连续报道）",
        "摄影 大赛 开幕",
        "文 化 传 承",
        "科技工作者之家",
        "甲市科技工作者",
        "记者从甲市总工会获悉",
        "作者单位：甲大学",
        "高质量 发展",
        "",
        "摄",
    ],
)
def test_what_only_looks_like_a_byline(text: str, words: Words) -> None:
    assert read_credits(text, words) is None


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("王明远 李禾", "王明远 李禾"),
        ("王 禾 李明远", "王禾 李明远"),
        ("王明远、李禾", "王明远 李禾"),
        ("马到 成功", ""),
        ("平安创造价值", ""),
        ("链接·最美职工", ""),
    ],
)
def test_rows_of_names(text: str, names: str, words: Words) -> None:
    assert " ".join(read_names(text, words)) == names
