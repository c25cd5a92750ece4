"""What stands at the two ends of a paragraph, and the notes of a page."""

import pytest

from kg.layout.credits import Credits
from kg.layout.heads import read_head, read_tail
from kg.layout.notes import Note, read_header, read_note
from kg.layout.words import Words

# What the bar cuts off is the head.
HEADS = [
    ("本报讯（记者王明远 李禾）|11月上旬，", "王明远 李禾", None),
    ("本报讯 |11月3日，甲市", "", None),
    ("本报讯|昨日，甲市", "", None),
    ("甲乙网科技讯 |11月3日消息，甲市", "", "甲乙网科技"),
    ("本报讯 （王明远 李禾）|近日，", "王明远 李禾", None),
    ("本报讯 记者王明远报道 |昨日", "王明远", None),
    ("新华网北京8月29日电（王明远，李禾）|昨日", "王明远 李禾", "新华网"),
    ("中国甲州网讯王明远、记者李禾报道：|昨日", "王明远 李禾", "中国甲州网"),
    ("【甲新网】（记者王明远）|昨日", "王明远", "甲新网"),
    ("【甲新网】|昨日，新车上市。", "", "甲新网"),
    ("（王明远）|3月16日，甲市", "王明远", None),
    ("中国甲州网/甲州头条客户端讯 记者王明远报道：|甲州高新区昨日开工。", "王明远", "中国甲州网"),
    ("【甲财立方 记者 王明远 李小江】|昨日，新车上市。", "王明远 李小江", "甲财立方"),
    ("【本报记者 王明远 北京报道】|昨日，新车上市。", "王明远", None),
    ("【甲江日报讯】（记者王明远）|昨日，新车上市。", "王明远", "甲江日报"),
    ("新华社济南6月5日体育专电（记者王明远）|昨日", "王明远", "新华社"),
    ("天津12月18日电（王明远）|昨日", "王明远", None),
    ("天津2017年9月5日电 /美通社/ -- |昨日", "", "美通社"),
    ("本报讯 记者 王明远 |昨日，", "王明远", None),
    ("本报太原11月3日电（记者王明远）|昨日", "王明远", None),
    ("新华社北京11月3日电（记者王明远、李禾）|3日，记者从甲市", "王明远 李禾", "新华社"),
    ("据新华社北京11月3日电 |记者从甲市", "", "新华社"),
    ("甲市晚报乙县信息：记者王明远、通讯员李禾报道：|3日", "王明远 李禾", "甲市晚报"),
    ("甲乙网消息（新闻早知道）：|今天", "", "甲乙网"),
    ("甲乙网（新闻早知道）消息：|", "", "甲乙网"),
    ("甲乙丙讯（记者 王明远）|为提高", "王明远", "甲乙丙"),
    ("新华社乙市2007年8月16日信息：（记者王明远）|16日", "王明远", "新华社"),
    ("甲市工人报讯 王明远、李禾报道 |近日，", "王明远 李禾", "甲市工人报"),
    ("本台消息：|中华全国总工会", "", None),
    ("《甲市报》讯 |近日", "", "甲市报"),
    ("（记者 王明远）|甲市", "王明远", None),
    ("甲城新媒体保定11月2日讯（通讯员 王明远 记者 李小江）|昨天", "王明远 李小江", "甲城新媒体"),
    ("甲海网讯（乙海都市报丙南版记者 王明远 李小江）|昨天", "王明远 李小江", "甲海网"),
]


@pytest.mark.parametrize(("marked", "reporters", "agency"), HEADS)
def test_datelines(marked: str, reporters: str, agency: str | None, words: Words) -> None:
    head, _, rest = marked.partition("|")
    found = read_head(head + rest, words)
    assert found is not None
    assert (head + rest)[: found[0]] == head
    assert " ".join(found[1].reporters) == reporters
    assert found[1].agency == agency


@pytest.mark.parametrize(
    "text",
    [
        "记者从甲市总工会获悉，",
        "好消息：甲市",
        "甲市总工会发布消息：甲市",
        "甲市电视台昨日发布消息：",
        "甲市的消息灵通",
        "",
    ],
)
def test_no_dateline(text: str, words: Words) -> None:
    assert read_head(text, words) is None


@pytest.mark.parametrize(
    ("marked", "said"),
    [
        ("达到十万。|（下转第2版）", Note(continued_on="第2版")),
        ("达到十万。 |下转第3版", Note(continued_on="第3版")),
        ("到梦想。|（视频编辑：王明远 文字编辑：李禾）", Note()),
        ("确认。 |王明远 摄", Credits(photographers=("王明远",), picture=True)),
        ("确认。|新华社发（王明远 摄）", Credits(photographers=("王明远",), agency="新华社", picture=True)),
        ("发展。|（记者 王明远）", Credits(reporters=("王明远",))),
        ("发展。|（王明远 李禾）", Credits(reporters=("王明远", "李禾"))),
        ("发展。    |王明远 李禾", Credits(reporters=("王明远", "李禾"))),
        ("发展。|（据新华社电）", Credits(agency="新华社")),
    ],
)
def test_tails(marked: str, said: Credits | Note, words: Words) -> None:
    body, _, tail = marked.partition("|")
    assert read_tail(body + tail, words) == (len(body), said)


@pytest.mark.parametrize(
    "text", ["发展。王明远", "发展。（甲市总工会）", "发展。（完）", "他说：“好。”", "画面。（展示）"]
)
def test_no_tail(text: str, words: Words) -> None:
    assert read_tail(text, words) is None


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("（下转第二版②）", Note(continued_on="第二版")),
        ("下转A2版", Note(continued_on="A2版")),
        ("（上接第1版）", Note(continued_from="第1版")),
        ("（详见第3版）", Note(continued_on="第3版")),
        ("来源：甲乙网", Note(source="甲乙网")),
        ("2025-11-17 08:30 来源：甲乙网", Note(source="甲乙网", date="2025-11-17")),
        ("责任编辑：王明远 来源：甲乙网", Note(source="甲乙网")),
        ("责任编辑：王明远 版式：李禾", Note()),
        ("《甲市报》（2025年11月17日 2版）", Note(date="2025-11-17")),
        ("甲市日报 2025年11月17日 星期一 第1版", Note(date="2025-11-17")),
        ("02版：要闻", Note()),
        ("11月17日", Note()),
    ],
)
def test_notes(text: str, note: Note, words: Words) -> None:
    assert read_note(text, words) == note


@pytest.mark.parametrize(
    ("text", "source", "reporters"),
    [
        ("2025年11月17日 08:30 来源：《甲乙报》 作者：中心记者 王明远", "甲乙报", ("王明远",)),
        ("时间：2025-11-17 来源：甲乙网 作者：李禾 点击：23", "甲乙网", ("李禾",)),
    ],
)
def test_headers(text: str, source: str, reporters: tuple[str, ...], words: Words) -> None:
    header = read_header(text, words)
    assert header is not None
    assert (header[0].source, header[0].date, header[1].reporters) == (source, "2025-11-17", reporters)


@pytest.mark.parametrize("text", ["来源：甲乙网 作者：admin", "2025-11-17 来源：甲乙网", "来源：甲乙网 编辑：李禾"])
def test_no_headers(text: str, words: Words) -> None:
    assert read_header(text, words) is None


@pytest.mark.parametrize("text", ["甲市总工会第2版权保护", "甲市第3期培训班开班", "2025年甲市劳动竞赛启动"])
def test_no_notes(text: str, words: Words) -> None:
    assert read_note(text, words) is None
