"""Names of programmes, events, awards and policies: heads with their reach, quoted names, books, aliases."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from kg.knowledge.lexicon import Lexicon
from kg.model import EntityType
from kg.recognize.award import score_award
from kg.recognize.award_designated import find_designated
from kg.recognize.award_inner import find_inner_honours, find_inner_prizes
from kg.recognize.award_lists import find_shared_ranks
from kg.recognize.award_of import find_ranks_of
from kg.recognize.award_start import best_start, field_reach, is_given_to, own_start
from kg.recognize.candidate import Candidate
from kg.recognize.event import score_event
from kg.recognize.event_ceremony import find_rites
from kg.recognize.event_disaster import (
    find_dated,
    find_headline_disaster,
    find_placed_disasters,
    find_reported_disasters,
    find_told_mishap,
)
from kg.recognize.event_found import (
    broadcast_before,
    find_congresses,
    find_days,
    find_leagues,
    find_long_quotes,
    find_signings,
    find_studies,
    find_titled_shows,
)
from kg.recognize.event_leg import find_legs
from kg.recognize.named_alias import OTHER_EDITION, find_aliases, unify
from kg.recognize.named_heads import CUP_GOES_ON, DEEDS, RACE, ROUNDS, find_heads
from kg.recognize.named_piece import Mode
from kg.recognize.named_quoted import find_quoted
from kg.recognize.named_reach import LONGEST, Reach, reach_left
from kg.recognize.named_view import CLOSED, FREE, OPEN, Head, View, propose, view_maker
from kg.recognize.policy import find_books, find_titles, score_policy
from kg.recognize.programme import SET_GOING, column_start, is_instance, score_programme
from kg.recognize.programme_line import find_brands, find_craft, find_funds, find_hotlines, find_lines, find_seasonal
from kg.recognize.programme_lists import find_concessions, find_invested, find_programme_rows
from kg.recognize.programme_station import find_stations
from kg.recognize.quotes import Quote
from kg.recognize.scan import Scan

LEAST = 0.5
"""What scores less is not proposed."""
HELD = 0.9
"""What a name that is sure enough weighs more, so that the places and bodies inside it do not tear it apart."""

INNER = 0.9
"""A name inside a name weighs a little less than the whole."""

EDITION = re.compile(
    "第[一二三四五六七八九十\\d]+[期季站讲](?=在|于|将|近日|日前|昨[天日]|今[天日]|\\d|正式|开[讲班播幕营]|启动|举行|落幕|招募|结束|，)"
    "|（[^（），。；：]{1,10}(?:专场|分会场|赛区|赛段|分赛场|篇)）"
    "|(?:筹办|筹备|备战|申办)(?:工作)?(?:情况)?(?:汇报|座谈|动员|推进|调度|协调)?会(?:议)?"
)
"""An edition behind the name of a programme, and how the clause goes on where it is meant, or its session in brackets; a meeting that
prepares an event."""

NATIONAL = ("全国", "国家", "中国")
"""Such a title is whole: the place before it is whose it is."""

STATION = 1.5
_STATION = re.compile(
    "(?<=[赛杯])(?:(?!大赛|比赛|[在于从到的和])[\u4e00-\u9fff·]){2,8}?站(?=在|于|将|比赛|[各单多]项|近日|日前|[今昨]天|\\d|正式|开[赛幕]|举行|落幕|收官|结束|的|上|中|，|。|\n|$)"
)
"""The stop of a contest that travels, behind its name: 2023甲大赛|福建乙市站."""

_LAUNCHED = re.compile(
    "(?:启动|实施|开展|推出|发起)((?:(?!仪式|启动|实施|开展|推出|发起|推进|一[项个系批次些]|若干|相关|有关|多[项个]|首[个批]|[两三四五六七八九十]大)"
    "(?:对(?=[接口标话])|[^\\W\\da-zA-Z的了在等和与及并被由将为对把从到是各本该这此]))"
    "{4,16})$"
)
LONGEST_LAUNCHED = 20
UNDERTAKINGS = ("行动", "工程", "计划", "活动")
_POINTED = re.compile("这[场次届期项]|那[场次届]|该[场届]")

INNER_KINDS = frozenset(
    ("project", "activity", "contest", "show", "forum", "festival", "meeting", "disaster", "quake", "name")
)
"""Classes of heads that make a name of their own inside a longer one."""

BOOKED_KINDS = frozenset(("notice", "measure"))
"""Classes of heads that make names only between book marks."""

QUOTED_KINDS = frozenset(("method", "movement", "policy", "norm", "vision"))
"""Classes of heads that make no name without quotes."""

SCORERS: Mapping[EntityType, Callable[[View, Head, Reach], float]] = {
    "Programme": score_programme,
    "Event": score_event,
    "Award": score_award,
    "Policy": score_policy,
}


NamedFinder = Callable[[Scan], list[Candidate]]


def named_finder(lexicon: Lexicon) -> NamedFinder:
    """A function from a scan to the candidates of the four types by start; it gathers the vocabulary once.

    Names inside names are marked by ``…:inner``, later short forms by ``…:alias`` with the full name as ``name``.
    """
    view = view_maker(lexicon)
    return lambda scan: _find(view(scan))


def find_named(scan: Scan, lexicon: Lexicon) -> list[Candidate]:
    """The candidates of one text; for many texts make a ``named_finder`` once instead."""
    return named_finder(lexicon)(scan)


def _find(view: View) -> list[Candidate]:
    covered = [FREE] * (len(view.scan.text) + 1)
    found: list[Candidate] = []
    heads = find_heads(view)

    def add(candidates: Iterable[Candidate], state: int) -> None:
        for candidate in candidates:
            mention = candidate.mention
            if set(covered[mention.start : mention.end]) == {FREE}:
                found.append(candidate)
                covered[mention.start : mention.end] = [state] * (mention.end - mention.start)

    first = (
        find_signings,
        find_leagues,
        find_long_quotes,
        find_books,
        find_titles,
        find_titled_shows,
        find_studies,
        find_congresses,
        find_dated,
        find_designated,
    )
    add([candidate for find in first for candidate in find(view)], CLOSED)
    for rite in find_rites(view):  # 第三届甲博览会|揭幕仪式: the fair is a name within
        add([rite], OPEN if {"届", "暨", "”"} & set(rite.mention.text) else CLOSED)
    add([*find_shared_ranks(view), *find_ranks_of(view), *find_stations(view)], CLOSED)
    add(find_programme_rows(view), OPEN)
    add([*find_concessions(view), *find_invested(view), *find_seasonal(view)], CLOSED)
    add([*find_headline_disaster(view, heads), *find_placed_disasters(view)], OPEN)
    for head in heads:
        found.extend(_read_head(view, head, covered))
    events = [c.mention.text for c in found if c.mention.type == "Event"]
    add(find_reported_disasters(view, heads, events), OPEN)
    add(find_told_mishap(view, found), OPEN)
    add(find_days(view), CLOSED)
    add([*find_craft(view), *find_brands(view), *find_lines(view), *find_funds(view), *find_hotlines(view)], CLOSED)
    for candidate in list(find_quoted(view, covered)):
        found.append(candidate)
        _cover(covered, candidate)
    found.extend([*find_inner_honours(view, list(found)), *find_inner_prizes(view, list(found))])
    found.extend(_editions(view, found))
    found = find_legs(view, unify(found, view.lexicon["programme_kinds"]))
    found.extend(find_aliases(view, heads, found, covered))
    found.sort(key=lambda c: (c.mention.start, -c.mention.end, c.mention.type, c.mention.by))
    return found


def _editions(view: View, found: list[Candidate]) -> list[Candidate]:
    """Editions that are counted behind a name: “甲”项目|第三期. The name itself stays as one inside of them."""
    longer = []
    for n, candidate in enumerate(found):
        mention = candidate.mention
        edition = EDITION.match(view.scan.text, mention.end)
        if edition is None and mention.type == "Event":
            edition = _STATION.match(view.scan.text, mention.end)
        quoted = view.scan.text[mention.end : mention.end + 1] == "”" and view.scan.text[mention.start - 1] == "“"
        start = mention.start - quoted
        if quoted:
            edition = EDITION.match(view.scan.text, mention.end + 1)
        if edition is None or mention.type not in ("Programme", "Event") or mention.by.endswith(":inner"):
            continue
        beside = next((c for c in found if c.mention.type == "Event" and c.mention.end == start - 1), None)
        if beside is not None and edition[0].endswith(("会", "会议")) and view.scan.text[start - 1] in "和与及、":
            start = beside.mention.start  # 甲会和乙会筹办工作汇报会
            found[found.index(beside)] = Candidate(
                replace(beside.mention, by=f"{beside.mention.by}:inner"), beside.score
            )
        name = view.scan.text[start : edition.end()]
        whole = replace(mention, start=start, end=edition.end(), text=name, name=name, by=f"{mention.by}+edition")
        torn = edition.re is _STATION  # its town is no place of its own there
        longer.append(Candidate(whole, candidate.score + torn * STATION))
        found[n] = Candidate(replace(mention, by=f"{mention.by}:inner"), candidate.score)
    return longer


def _read_head(view: View, head: Head, covered: list[int]) -> list[Candidate]:
    """The name that ends in this head, and the names inside it."""
    inside = covered[head.end - 1]
    if inside == OPEN and head.type == "Event" and view.scan.text.startswith("活动", head.end):
        return []  # 读书月活动 is no 读书月 within
    quoted = head.type == "Programme" and view.scan.text[head.start - 1 : head.start] == "”"
    if inside and view.scan.text.startswith(ROUNDS, head.end) and view.scan.text.endswith("项目", 0, head.end):
        return []  # 甲大赛焊工项目决赛
    if inside and quoted and view.scan.text[head.start : head.end] in DEEDS:
        return []  # “甲乙”服务农民工行动: no “甲乙”服务 within
    if head.end - head.start == 1 and CUP_GOES_ON.match(view.scan.text, head.start):
        return []
    if head.kind in BOOKED_KINDS or (head.kind in QUOTED_KINDS and not _is_behind_quotes(view, head)):
        return []
    cup = head.end - head.start == 1 or RACE.match(view.scan.text, head.end) is not None
    inner = quoted or (head.kind in INNER_KINDS and head.type != "Award" and not cup)
    if inside == CLOSED or (inside == OPEN and (not inner or (head.kind == "project" and covered[head.end] == FREE))):
        return []
    mode: Mode = "free"
    if head.kind in ("name", "quake"):
        national = head.type == "Award" and view.scan.text.startswith(NATIONAL, head.start)
        whole = national or head.type not in ("Event", "Award")
        mode = "whole" if whole else "strict"
    elif head.type == "Award":
        mode = "awarded"
    reach = reach_left(view, head, mode)
    if head.kind == "name" and view.scan.text.startswith("五一", head.start):
        reach = max(reach, field_reach(view, head), key=lambda found: head.start - found.start)
    undertaken = head.type == "Programme" and view.scan.text.endswith(UNDERTAKINGS, 0, head.end)
    if undertaken and reach.governor in ("", "other") and (longer := _launched(view, head, reach)):
        reach, head = longer, head._replace(kind="project")
    if "quote" in reach.marks and (quote := _listed_before(view, reach, head)) is not None:
        head = head._replace(start=quote.end, end=quote.end)  # “甲讲堂”|等特色宣讲
    end = head.start if head.kind == "title" else head.end
    score = SCORERS[head.type](view, head, reach)
    if score < LEAST or reach.start >= end:
        return []
    score += HELD
    shape = "quoted+kind" if "quote" in reach.marks else head.kind
    label = f"{head.type.lower()}:{shape}"
    start = reach.start
    if head.type == "Programme" and start < reach.core and not is_instance(view, reach):
        start = reach.core
    start = max(start, column_start(view, head))
    national = view.scan.text.startswith(NATIONAL, reach.core + 1)
    if head.type == "Award" and (national or is_given_to(view, start, reach.core)):
        start = max(start, reach.core)
    if head.type == "Award":
        start = best_start(view, head, max(start, own_start(view, head, reach)))
    book = view.closing.get(head.end + 1)
    if head.type == "Event" and book is not None and book.mark == "《" and book.start < start:
        start = book.start + 1
    if head.type == "Event" and start == head.start and OTHER_EDITION.search(view.scan.text, max(0, start - 4), start):
        return []  # 下一届大赛 is another than the one told of
    broadcast = broadcast_before(view, start, head.start) if head.type == "Event" else []
    if head.type == "Event":
        start = _event_start(view, broadcast[0].mention.start - 1 if broadcast else start)
    score *= INNER if inside else 1.0
    found = [propose(view, start, end, head.type, label + ":inner" * bool(inside), score), *broadcast]
    if head.type == "Programme" and start < reach.core < head.start:
        found.append(propose(view, reach.core, end, head.type, label + ":inner", score * INNER))  # 甲区“乙丙”驿站
    if not inside:
        _cover(covered, found[0])
    return found


def _is_behind_quotes(view: View, head: Head) -> bool:
    """Do quotes end before the head, not farther off than a name can reach?"""
    return not view.closing.keys().isdisjoint(range(head.start - LONGEST, head.start + 1))


def _listed_before(view: View, reach: Reach, head: Head) -> Quote | None:
    """The quoted core of which the head says only what kind of things it and others are: “甲讲堂”等特色宣讲."""
    quote = next((q for q in view.quotes if q.start == reach.core), None)
    return (
        quote if quote is not None and view.scan.text.startswith("等", quote.end) and head.start > quote.end else None
    )


def _launched(view: View, head: Head, reach: Reach) -> Reach | None:
    """As far as the verb of launching, whatever verbs stand between: 启动|家庭医生签约服务|行动."""
    verb = _LAUNCHED.search(view.scan.text, max(0, head.start - LONGEST_LAUNCHED), head.start)
    common = verb and view.scan.text.endswith("活动", 0, head.end) and not verb[0].startswith(SET_GOING)
    if not verb or common or verb.start(1) >= reach.start or reach.marks & {"quote", "book"}:
        return None
    start = verb.start(1)
    return Reach(start, start, reach.marks, max(reach.words, 2.0), verb[0][: -len(verb[1])], "launch")


def _event_start(view: View, start: int) -> int:
    """Behind 这场 and the like; before the country of an embassy (中国驻|甲国使馆国庆招待会)."""
    text = view.scan.text
    if pointed := _POINTED.match(text, start):
        return pointed.end()
    if text[start - 1 : start] == "驻" and start > 1:
        return next((s for s in view.scan.ending["place"].get(start - 1, ()) if start - 1 - s > 1), start)
    return start


def _cover(covered: list[int], candidate: Candidate) -> None:
    for position in range(candidate.mention.start, candidate.mention.end):
        covered[position] = OPEN
