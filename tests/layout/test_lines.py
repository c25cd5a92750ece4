"""Where a layout cut a paragraph, and where it did not. The bar is a line end with an empty line."""

import pytest

from kg.layout.lines import lines_of
from kg.layout.units import units_of
from kg.layout.words import Words

BEFORE = "甲市总工会昨日召开座谈会，听取职工代表的意见。"


@pytest.mark.parametrize(
    "text",
    [
        "他常常问自己，这样的日子还要过多久，“一个人要是没有盼|头，干什么都提不起劲。”他说。",
        "全市已有2.3万名职|工报名参加培训，比去年多出一倍，年龄最大的61岁。",
        "截至今年6|月，服务站累计接待户外劳动者4.1万人次，发放物资9万份。",
        "这项活动由甲市总工会、|团市委联合举办，为期三个月。",
        "老师傅把手艺毫无保留地教给了徒弟，让|他在比赛中一举夺魁。",
    ],
)
def test_cut_paragraphs_are_rejoined(text: str, words: Words) -> None:
    page = f"{BEFORE}\n\n{text.replace('|', chr(10) * 2)}\n\n{BEFORE}"
    units = units_of(page, words, single=False)
    assert [unit.text for unit in units] == [BEFORE, text.replace("|", ""), BEFORE]


@pytest.mark.parametrize(
    "text",
    [
        "服务送到家门口|乙县的王大娘今年71岁，腿脚不便。",
        "听得见，办得到|“反映的问题三天就解决了。”王大娘说。",
        "丙县建成百里长廊|近日，丙县建成百里生态长廊，沿线18个村受益。",
        "他说，路还很长。|工程还在继续。",
    ],
)
def test_headings_and_whole_paragraphs_stay_apart(text: str, words: Words) -> None:
    page = f"{BEFORE}\n\n{text.replace('|', chr(10) * 2)}\n\n{BEFORE}"
    units = units_of(page, words, single=False)
    assert [unit.text for unit in units] == [BEFORE, *text.split("|"), BEFORE]


def test_blank_lines_count_beyond_what_is_usual() -> None:
    lines = lines_of("　　甲\n\n乙 \n\n\n\n丙\r\n\r\n丁")
    assert [(line.start, line.end, line.text, line.blank, line.indented) for line in lines] == [
        (2, 3, "甲", 0, True),
        (5, 6, "乙", 0, False),
        (11, 12, "丙", 2, False),
        (16, 17, "丁", 0, False),
    ]
