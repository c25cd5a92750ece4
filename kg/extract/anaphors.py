"""出席会议, 此次活动, 该论坛: nouns that mean an event told of before, found by the event's own name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kg.extract.bodies_again import bodies_again
from kg.extract.signs import SIGNS, Item

_EVENTS = ("活动", "项目")
_HELD = re.compile(
    r"[^。；！？\n]{0,24}?(?:举行|召开|举办|开幕|闭幕|启幕|落幕|开赛|启动|揭幕|收官|举办|进行|开展|揭晓)(?!以来|后|前)"
)
_CITED = re.compile(r"上的?[^，。；]{0,6}?(?:讲话|指示|报告|批示)精神|上的(?:重要|系列)+讲话")
_MEANT = re.compile(
    r"(?:出席|参加|主持|召开|举行|举办|主办|承办|启动|推出|打造|实施|发起|创立|设立|开展|参与|安排了?|穿插了?|设有|组织了)[^，。；！？\n]{0,14}$"
)
_POINTED = re.compile(r"(?:此次|本次|这次|该起|这起|本届|这届|该届|该|这一|这项|这场|本场|此项|此)$")
_JOINED = re.compile(
    r"(?:出席了?|参加了?|参与了?|列席了?|主持了?|见证了?|宣布|亮相|参会|支持|赞助|助力|配合|关注|会见并|[在与同从由为向对]|发生(?:了|一起|一场|了一起)?)$"
    r"|[，。；：！？\n]$|^$"
)
_OTHER_EDITION = re.compile(r"(?:下一?|上一?|往|历|每|前几|首|第[一二三四五六七八九十\d]+)(?:届|次|期|场|季|轮|站)$")
_SEVERAL = re.compile("(?:上述|这些|各项|多项|系列|各类|有关|相关|诸多|一些)$")
"""上述活动 are several, which no one event of them is."""
_RITE = "(?:启动|开幕|开赛|闭幕|颁奖|表彰)(?:式|仪式|典礼|晚会|大会)"
_FINAL = re.compile(f"(?:(?:电视|全国|线上)?(?:总|半)?决赛|[初复预]赛)(?:暨?{_RITE})?$|暨?{_RITE}$")
_PASSIVE = re.compile(r"[\u4e00-\u9fff]{2,6}由")  # 行动由甲发起: whatever it was told for
_AGAIN = re.compile(r"(?:此次|本次|这次|本届|这届|该届|该项|这项|此项|这一|该)([\u4e00-\u9fff]{3,10})")
_FAIR = re.compile(r"(?:此次|本次|这次|本届|这届|该届)?([\u4e00-\u9fff][博洽]会)(?!议|员|长)")
"""本届茶博会: a fair by two of its characters."""
_HONOUR = re.compile(r"(?:此|该|这一|这项|这个)(?:殊荣|荣誉称号|荣誉|称号|奖项|大奖)")
_HERE = re.compile(
    r"(?<=在)(?:这里|此间?|该地|该校|该馆)(?=(?:正式|隆重|联合|成功|圆满)*(?:举行|举办|召开|启动|开幕|落幕|闭幕|开讲|开赛|揭牌|上演|开班))"
)
_INSIDE = re.compile(
    rf"的?[^，。；：！？\n在由主承举办{''.join(SIGNS.values())}]{{0,8}}(?:里|内|中|前|上|现场|广场|礼堂|报告厅|操场|门口)[，、]?"
)
_ATTENDED = re.compile(r"(?:出席|参加|主持|参与|担任|亮相|宣布)了?$")
_RIGHT = re.compile(
    r"$|[，。；：！？、\n）”并和的上中后时由在对暨]|期间|开幕|闭幕|全体会议|结束|现场|领取|领奖|上台|登台|致辞|讲话|发言|捧回|接过|观看|颁奖(?!会|仪|典|礼)"
    r"|(?:[还共并将]|分别|同时|同期|先后){0,3}(?:举办|举行|安排|推出|组织|印发|强调|指出|要求|听取|审议|通过|传达|部署|认为|决定|宣读|选举|表彰|号召|明确|围绕|提出|通报|总结|发布|设|吸引|汇集|邀请|特邀|历时|为期|将持续)"
)
_DONE = ("活动", "行动", "周", "月", "季", "评选", "公益", "专列", "包机", "专场", "直通车", "大讲堂")
_WORKS = ("项目", "计划", "工程", "平台", "基金")
_OPENS = re.compile(r"(?:[。！\n]|^)$")
_GOES_ON = re.compile(
    "(?:现场)?(?:[在由将于以]|共设|设有|设置|分为|历时|为期|旨在|围绕|邀请|吸引了|位于|坐落于?|面积|占地|配备|内设|面向|免费)"
)
"""活动 that opens a sentence so is the one just told of: 活动由甲会主办, 活动在乙市举行."""
_STAGE = re.compile(r"第[一二三四五六七八九十\d]+[期批]$")
"""该项目 is the project, not its third stage told of before."""
_BEFORE = 6
_FAR = 24
_RITE = "仪式"
"""动工仪式 of four characters is a name that 出席仪式 can mean."""
_LONGEST = 4  # a name of fewer characters may be such a noun itself


@dataclass(frozen=True, slots=True)
class Anaphors:
    """The nouns that point back, and the ends of the names that each can mean."""

    regex: re.Pattern[str]
    endings: Mapping[str, tuple[str, ...]]


def resolved(
    text: str,
    at: list[int],
    items: dict[int, Item],
    anaphors: Anaphors,
    contests: Mapping[str, str],
    bodies: Mapping[str, str],
) -> tuple[str, list[int], dict[int, Item]]:
    """The text with the sign of the event for every noun that means one; positions and items move along.

    A noun that the recognisers took for a name (本次会议) is asked again, for they know names and not what is told.
    ``contests`` are the ids of events by their names: 大赛 behind the 总决赛 or 开幕式 of a contest is the contest.
    ``bodies`` are the ids of bodies by theirs.
    """
    for n, item in items.items():
        if item.text in anaphors.endings and item.hole in _EVENTS:
            pointed = _POINTED.search(text, max(0, n - 3), n) is not None or _attended(text, n)
            other = _meant(text, n, (*anaphors.endings[item.text], item.text), items, item.text if pointed else "")
            other = _whole(item.text, other, contests) if other else item
            items[n] = item._replace(hole=other.hole, ref=other.ref)
    found = [
        (begin, match.end(), meant)
        for match in anaphors.regex.finditer(text)
        if (begin := _pointing(text, match)) >= 0
        and (
            meant := _meant(
                text,
                begin,
                anaphors.endings[match[0]],
                items,
                match[0]
                if begin < match.start() or _attended(text, begin) or (match[0] == "活动" and _opens(text, match))
                else "",
            )
        )
    ]
    found += [one for one in bodies_again(text, items, bodies) if all(one[1] <= a or b <= one[0] for a, b, _ in found)]
    found += [one for one in _named_again(text, items) if all(one[1] <= a or b <= one[0] for a, b, _ in found)]
    found += [one for one in _fairs(text, items) if all(one[1] <= a or b <= one[0] for a, b, _ in found)]
    found += [one for one in _pointed_at(text, items) if all(one[1] <= a or b <= one[0] for a, b, _ in found)]
    found = sorted([*found, *_here(text, items), *_awards(text, items)], key=lambda one: one[0])
    found = [(a, b, _whole(text[a:b], item, contests)) for a, b, item in found]
    if not found:
        return text, at, items
    pieces: list[str] = []
    new_at: list[int] = []
    moved: dict[int, Item] = {}
    places = sorted(items)
    done = size = passed = 0
    for begin, end, thing in (*found, (len(text), len(text), None)):
        while passed < len(places) and places[passed] < done:
            passed += 1  # its sign gives way to that of a longer phrase: 本次|博览会
        while passed < len(places) and places[passed] < begin:
            moved[size + places[passed] - done] = items[places[passed]]
            passed += 1
        pieces.append(text[done:begin])
        new_at += at[done:begin]
        size += begin - done
        if thing is not None:
            last = items.get(end - 1)
            moved[size] = thing._replace(start=at[begin], end=last.end if last else at[end - 1] + 1)
            pieces.append(SIGNS[thing.hole])
            new_at.append(at[begin])
            size += 1
        done = end
    new_at.append(at[-1])
    return "".join(pieces), new_at, moved


def _pointed_at(text: str, items: Mapping[int, Item]) -> Iterator[tuple[int, int, Item]]:
    """本次 before an event that is known by its own name: the words go, so that 参加本次甲 is 参加甲."""
    for n, item in items.items():
        if item.hole in _EVENTS and (match := _POINTED.search(text, max(0, n - 3), n)):
            yield match.start(), n + 1, item


def _named_again(text: str, items: Mapping[int, Item]) -> Iterator[tuple[int, int, Item]]:
    """此次巡回宣讲, 本届展示赛: words behind 此次 that the name of an event told of before holds."""
    for match in _AGAIN.finditer(text):
        for n in sorted((n for n in items if n < match.start() and items[n].hole in _EVENTS), reverse=True):
            size = next((s for s in range(len(match[1]), 2, -1) if match[1][:s] in items[n].text), 0)
            if size and size < len(items[n].text):
                yield match.start(), match.start(1) + size, items[n]
                break


def _fairs(text: str, items: Mapping[int, Item]) -> Iterator[tuple[int, int, Item]]:
    """茶博会 behind 甲市茶业博览会: the fair told of before whose name has these characters."""
    for match in _FAIR.finditer(text) if "博会" in text or "洽会" in text else ():
        first, second = match[1][0], match[1][1]
        for n in sorted((n for n in items if n < match.start() and items[n].hole == "活动"), reverse=True):
            name = items[n].text
            if name.endswith(("博览会", "洽谈会")) and second in name[name.find(first) + 1 :] and first in name:
                yield match.start(), match.end(), items[n]
                break


def _awards(text: str, items: Mapping[int, Item]) -> Iterator[tuple[int, int, Item]]:
    """获此殊荣, 该称号: the award told of last."""
    for match in _HONOUR.finditer(text):
        last = max((n for n in items if n < match.start() and items[n].hole == "奖项"), default=None)
        if last is not None:
            yield match.start(), match.end(), items[last]


def _here(text: str, items: Mapping[int, Item]) -> Iterator[tuple[int, int, Item]]:
    """在这里举行: the place told of last in the paragraph, or the body in whose rooms the story stands (甲大学礼堂里)."""
    for match in _HERE.finditer(text):
        start = match.start()
        paragraph = text.rfind("\n", 0, start)
        for n in sorted((n for n in items if paragraph < n < start), reverse=True):
            if items[n].hole == "地点" or (items[n].hole == "机构" and _INSIDE.match(text, n + 1)):
                yield start, match.end(), items[n]
                break


def _whole(noun: str, item: Item, contests: Mapping[str, str]) -> Item:
    """The contest itself where 大赛 would point at its final or at its opening."""
    final = _FINAL.search(item.text)
    if final is None or not noun.endswith(("大赛", "竞赛", "比赛", "赛事")):
        return item
    ref = contests.get(item.text[: final.start()])
    return item._replace(ref=ref) if ref else item


def _attended(text: str, begin: int) -> bool:
    """出席活动, 参加了活动: what is attended has been told of."""
    return _ATTENDED.search(text, max(0, begin - _BEFORE), begin) is not None


def _opens(text: str, match: re.Match[str]) -> bool:
    """活动在乙市举行, 大会以甲为主题: does the noun open a sentence of what was told of before?"""
    opens = match[0] not in _WORKS and _OPENS.search(text, max(0, match.start() - 1), match.start())
    return bool(opens) and _GOES_ON.match(text, match.end()) is not None


def _pointing(text: str, match: re.Match[str]) -> int:
    """Where the words that point back begin (此次会议: at 此次), or -1 where the noun is part of something else."""
    start = match.start()
    if _OTHER_EDITION.search(text, max(0, start - 4), start) or _SEVERAL.search(text, max(0, start - 3), start):
        return -1
    pointed = _POINTED.search(text, max(0, start - 3), start)
    if pointed:
        return pointed.start()
    joined = _RIGHT.match(text, match.end()) and _JOINED.search(text, max(0, start - _BEFORE), start)
    return start if joined or _opens(text, match) else -1


def _meant(text: str, begin: int, endings: Sequence[str], items: Mapping[int, Item], pointed: str) -> Item | None:
    """The event told of before ``begin`` whose name ends as the noun allows; 此次活动 may be any event.

    ``pointed`` is the noun where words point back (此次) or where it is attended: a name that holds it will do.

    It is the last one in the paragraph, else that of the headline, else the last.
    """
    allowed = tuple(endings)
    passive = _PASSIVE.match(text, begin) is not None
    found: list[int] = []
    for n in sorted((n for n in items if n < begin and items[n].hole in _EVENTS), reverse=True):
        name = items[n].text.rstrip("”』")
        past = text.startswith("以来", n + 1)  # 第三届甲会以来：说的是时间
        any_event = pointed and "*" in allowed and (items[n].hole == "活动" or name.endswith(_DONE))
        any_event = any_event or (pointed and pointed in name and _STAGE.search(name) is None)
        if (
            (len(name) > _LONGEST or name.endswith(_RITE) or (len(name) == _LONGEST and items[n].hole == "项目"))
            and (any_event or name.endswith(allowed))
            and not past
            and (passive or _told(text, n))
        ):
            found.append(n)
    if not found:
        return None
    own = [n for n in found if items[n].text.rstrip("”』").endswith(endings[0])] if endings[0].endswith(_RITE) else []
    found = own or found  # 出席启动仪式: one that is called so, before the works that were begun
    paragraph = text.rfind("\n", 0, begin)
    headline = next((n for n in found if n < text.find("\n")), found[0])
    return items[found[0] if found[0] > paragraph else headline]


def _told(text: str, at: int) -> bool:
    """Is the event at ``at`` held or attended in its clause, or named in the headline, and not only cited?"""
    return _CITED.match(text, at + 1) is None and (
        text.find("\n", 0, at) < 0
        or _HELD.match(text, at + 1) is not None
        or _MEANT.search(text, max(0, at - _FAR), at) is not None
    )
