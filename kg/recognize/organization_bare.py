"""Bodies of which a town has one, told without the town: 甲旗总工会…，|总工会|副主席乙; 在|工人文化宫|开展丙; 甲县脱贫攻坚领导小组."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.recognize.candidate import Candidate, as_body
from kg.recognize.scan import Scan

SCORE = 1.6
_UNION = re.compile("(?:(?<=[、，。；：\n])|^)总工会")
_PALACE = re.compile("(?:(?<=[、，。；：\n在和与及由到于据进该])|^)(?:劳动人民文化宫|工人文化宫)(?![员处区站路])")


def bare_bodies(scan: Scan, found: Sequence[Candidate]) -> Iterator[Candidate]:
    """总工会 before a post, 工人文化宫 behind a preposition: under the name of the only one that the text names.

    Without one a 工人文化宫 is called as it is; 总工会 may be any then.
    """
    text = scan.text
    if "总工会" in text and (name := _only(found, "总工会")):
        for match in _UNION.finditer(text):
            if match.end() in scan.starting["posts"]:
                yield as_body(text, *match.span(), "bare", SCORE, name=name)
    for match in _PALACE.finditer(text) if "文化宫" in text else ():
        if match.end() not in scan.ending["place"]:
            yield as_body(text, *match.span(), "bare", SCORE, name=_only(found, "文化宫"))


def _only(found: Sequence[Candidate], ending: str) -> str:
    """The one name that ends so and is longer, '' where there are several or none."""
    names = {c.mention.text for c in found if c.mention.text.endswith(ending) and len(c.mention.text) > len(ending) + 2}
    whole = {n for n in names if not any(n != m and m.endswith(n) for m in names)}
    return min(whole) if len(whole) == 1 else ""


_STEERING = re.compile("(?:领导小组|工作指挥部|联席会议)(?:办公室)?")
_BEFORE = "，。；、：（\n由和与及经向据以"
_TASK = re.compile("[\u4e00-\u9fff]{2,16}")
_TOLD = re.compile(
    "[的了由为在任等向各派带率担]|(?<!创)建[立成]|成立|组建|设立|召开|作为|[省市县区]里|有关|相关|多个|两个|一个"
)
LONGEST_TASK = 16
SURER = 2.4


def steering_groups(scan: Scan) -> Iterator[Candidate]:
    """The groups of a place or of its level that steer a task: 甲县|脱贫攻坚|领导小组, 市|全民阅读活动|领导小组办公室."""
    text = scan.text
    for match in _STEERING.finditer(text):
        for task in range(match.start() - 2, max(0, match.start() - LONGEST_TASK) - 1, -1):
            place = scan.ending["place"].get(task, (task,))[0]
            start = place if task - place > 1 else task - 1
            named = task - place > 1 or (text[start] in "省市县区州" and text[start - 1 : start] in _BEFORE)
            words = text[task : match.start()]
            if named and scan.is_boundary(task) and _TASK.fullmatch(words) and not _TOLD.search(words):
                yield as_body(text, start, match.end(), "task+head", SURER, "government")
                if match[0].endswith("办公室"):
                    yield as_body(text, start, match.end() - len("办公室"), "inner", SURER, "government")
                break


SHORT_SOCIETY = re.compile(
    "中国?[\u4e00-\u9fff]{1,3}[协联](?=(?:名誉|常务|执行|驻会)*副?(?:会长|理事长|秘书长|监事长)|会员(?:单位|企业|大会)|党委(?:副?书记|委员)|数据|统计|发布|公布)"
)
"""中钢协|会长, 中国作协|会员单位: not 中钢协会|长."""


def short_societies(scan: Scan) -> Iterator[Candidate]:
    """National societies by their short form, before what societies have; 会 behind it belongs to the post."""
    for match in SHORT_SOCIETY.finditer(scan.text) if "协" in scan.text or "联" in scan.text else ():
        start, end = match.span()
        if not start or not scan.text[start - 1].isalnum() or scan.is_boundary(start):
            yield as_body(scan.text, start, end, "short-society", 3.4, "society")
