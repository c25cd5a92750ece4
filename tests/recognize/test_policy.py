"""Policies: in book marks by their last word, by nickname, by their own short name."""

import pytest

from kg.knowledge import load
from kg.recognize.named import find_named
from kg.recognize.scan import build_scanner

KNOWLEDGE = load()
SCAN = build_scanner(KNOWLEDGE)


def read(text: str) -> set[str]:
    return {c.mention.name for c in find_named(SCAN(text), KNOWLEDGE.lexicon) if c.mention.type == "Policy"}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("印发《关于加强灯塔管理的意见》。", {"关于加强灯塔管理的意见"}),
        ("《灯塔建设行动计划（2021-2023年）（征求意见稿）》公布。", {"灯塔建设行动计划（2021-2023年）（征求意见稿）"}),
        ("提交《关于灯塔议案办理情况报告》。", {"关于灯塔议案办理情况报告"}),
        ("《灯塔保护条例(草案)》提请审议", {"灯塔保护条例(草案)"}),
        ("“一船一证”政策开始试行。", {"“一船一证”政策"}),
        ("依照工会法和劳动合同法维护权益。", {"工会法", "劳动合同法"}),
        ("要尽快修订水路运输质量安全法。", {"水路运输质量安全法"}),
        ("不符合香港灯塔及航标条例。", {"香港灯塔及航标条例"}),
        ("外长签署中秘灯塔管理协定补充议定书。", {"中秘灯塔管理协定补充议定书"}),
        ("公布了第一批对外开放港口第一次调整清单。", {"第一批对外开放港口第一次调整清单"}),
        ("根据海事局关于开展灯塔巡查工作的公告，", {"海事局关于开展灯塔巡查工作的公告"}),
        ("推进丝绸之路经济带建设和“一带一路”倡议。", {"丝绸之路经济带", "一带一路"}),
        ("“十三五”规划纲要提出", {"“十三五”规划纲要"}),
        ("实施国家灯塔数字化战略。", {"国家灯塔数字化战略"}),
        (
            "印发《关于加强灯塔管理的意见》。《意见》提出三项要求。",
            {"关于加强灯塔管理的意见"},
        ),
    ],
)
def test_names(text: str, names: set[str]) -> None:
    assert read(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "电视剧《灯塔人家》开播。",
        "《灯塔日报》报道",
        "新任命的副秘书长王强手抚宪法，领诵誓词。",
        "他们想出各种办法。",
        "人民政策好",
        "听取了关于加强灯塔管理的意见。",
        "规划了新的航路，签署多项合作协议。",
        "按照有关规定办理。",
        "企业列出“愿望清单”。",
    ],
)
def test_no_names(text: str) -> None:
    assert read(text) == set()
