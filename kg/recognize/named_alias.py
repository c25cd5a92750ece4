"""One name for what is one: short forms, quoted cores and tails of a name stand for the full name."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from kg.model import EntityType
from kg.recognize.candidate import Candidate
from kg.recognize.event_disaster import DISASTERS, IMAGINED, TELLING
from kg.recognize.event_judged import happened_again
from kg.recognize.named_view import FREE, OPEN, Head, View, propose

CORE = 1.2
"""“甲乙” behind “甲乙”护薪行动."""
POINTED = 1.0
"""此次大赛."""
TAIL = 0.7
"""竞赛总决赛, without a word that points back."""

LONGEST_WORD = 2
"""袭击事件 says what 袭击 in the name is; 事件 alone says nothing."""

LEAST_UNQUOTED = 4
"""A core of so many characters is found without quotes too."""

OFFSHOOTS = ("site", "service")
PROGRAMMES = ("行动", "计划", "工程", "项目")

Key = tuple[EntityType, str]

_MARKS = str.maketrans("", "", '“”‘’「」『』《》"')
_EDITION = re.compile(r"(?:\d{4}年?度?|第[一二三四五六七八九十\d]+[届批期季]|首[届批期季])+")
_COUNTED = re.compile(r"第[一二三四五六七八九十\d]+[期季站讲]$")
OTHER_EDITION = re.compile("(?:下一?|上一?|往|历|每)(?:届|次|期|场|季)$")
NOMINATIONS = ("提名奖", "入围奖")
"""Who gets a “甲乙”提名奖 has not got the “甲乙”."""
_RANK = re.compile(
    r"[金银铜][牌奖]|[冠亚季殿]军|[特一二三四五六]等奖|第[一二三四五六七八九十\d]+名|优[秀胜]奖|桂冠|头名"
)
_CORED = re.compile(r"[“「『]([^“”「」『』]+)[”」』]")


@lru_cache(maxsize=4096)
def bare(name: str) -> str:
    """A name without quotation marks."""
    return name.translate(_MARKS)


def unify(found: Sequence[Candidate], kinds: Mapping[str, str]) -> list[Candidate]:
    """Gives every short form the full name: the end of a longer name of its type, or the same quoted core.

    A programme with other words before it is another programme (an instance, a series), so programmes join only
    when these are a year or an edition. Known series (奥运会) stay beside their editions. A course or station that
    bears the name of a programme (“甲”课堂, “甲”行动) is not the programme; ``kinds`` are the classes of heads.
    """
    full = _full_names({(c.mention.type, c.mention.name) for c in found}, kinds)
    result = []
    for candidate in found:
        mention = candidate.mention
        name = full.get((mention.type, mention.name))
        if name is not None and mention.by.split(":")[1] != "name":
            by = mention.by if mention.by.endswith(":inner") else mention.by + ":alias"
            candidate = Candidate(replace(mention, name=name, by=by), candidate.score)
        result.append(candidate)
    return result


def _full_names(names: Iterable[Key], kinds: Mapping[str, str]) -> Mapping[Key, str]:
    """The full name of every name that is not full itself."""
    full: dict[Key, str] = {}
    cores: dict[str, str] = {}
    by_length = sorted(names, key=lambda n: (-len(bare(n[1])), n))
    for type_, name in by_length:
        if type_ == "Award" and _RANK.fullmatch(name):
            continue  # 一等奖 is not the 焊工组一等奖 of another
        if type_ == "Programme" and not _COUNTED.search(name):
            match = _CORED.match(name)
            core = match.group(1) if match else name
            longest = cores.setdefault(core, name)
            if longest != name and match and _is_place_of(name[match.end() :], longest, kinds):
                continue
            if longest != name:
                full[type_, name] = longest
                continue
        for other_type, other in by_length:
            extra = bare(other).removesuffix(bare(name))
            if type_ != other_type or extra == bare(other) or not extra:
                continue
            if type_ != "Programme" or _EDITION.fullmatch(extra):
                full[type_, name] = other
                break
    return full


def _is_place_of(kind: str, programme: str, kinds: Mapping[str, str]) -> bool:
    """Is it a course or station within a programme of the same name?"""
    return kinds.get(kind) in OFFSHOOTS and programme.endswith(PROGRAMMES)


def find_aliases(
    view: View, heads: Iterable[Head], found: Sequence[Candidate], covered: list[int]
) -> Iterator[Candidate]:
    """Mentions of known names by their quoted core or by their tail, outside of the names found."""
    yield from _find_cores(view, found, covered)
    yield from _find_tails(view, heads, found, covered)


def _find_cores(view: View, found: Sequence[Candidate], covered: list[int]) -> Iterator[Candidate]:
    text = view.scan.text
    for core, candidate in _cores(view, found).items():
        type_, name = candidate.mention.type, candidate.mention.name
        position = text.find(core)
        while position >= 0:
            end = position + len(core)
            quoted = text[position - 1 : position] in tuple("“‘「『《")
            if all(state == FREE for state in covered[position:end]) and (quoted or len(core) >= LEAST_UNQUOTED):
                yield propose(view, position, end, type_, f"{type_.lower()}:core:alias", CORE, name)
                covered[position:end] = [OPEN] * len(core)
            position = text.find(core, end)


def _cores(view: View, found: Sequence[Candidate]) -> Mapping[str, Candidate]:
    """What stands between quotes in the names, and the shortest name that holds it."""
    cores: dict[str, Candidate] = {}
    starts = [quote.start for quote in view.quotes]
    for candidate in sorted(found, key=lambda c: (c.mention.start, c.mention.end)):
        mention = candidate.mention
        if mention.type == "Award" and mention.text.endswith(NOMINATIONS):
            continue
        for quote in view.quotes[bisect_left(starts, mention.start) : bisect_left(starts, mention.end)]:
            core = quote.words(view.scan.text)
            of_a_book = quote.mark in "《〈" and mention.type == "Event" and quote.end < mention.end
            if quote.end <= mention.end and quote.depth == 0 and len(core) > 1 and not of_a_book:
                old = cores.get(core)
                if old is None or len(old.mention.name) > len(mention.name):
                    cores[core] = candidate
        if mention.by.split(":")[1].startswith("quoted"):
            cores.setdefault(bare(mention.text), candidate)
    return cores


def _find_tails(
    view: View, heads: Iterable[Head], found: Sequence[Candidate], covered: Sequence[int]
) -> Iterator[Candidate]:
    full = sorted((c.mention for c in found if not c.mention.by.endswith(":alias")), key=lambda m: (m.start, m.end))
    for head in heads:
        if covered[head.end - 1] != FREE or head.type not in ("Event", "Programme"):
            continue
        if OTHER_EDITION.search(view.scan.text, max(0, head.start - 4), head.start):
            continue  # 下一届大赛
        if _is_a_day(view, head.end):
            continue  # 本比赛日
        term = view.scan.text[head.start : head.end]
        if head.kind in DISASTERS and IMAGINED.match(view.scan.text, head.end):
            continue  # 重大交通事故|处置应急预案
        disaster = head.kind in DISASTERS
        pointed = view.scan.word(head.start - 1) in view.determiners
        telling = len(term) > (2 if head.type == "Event" else 3)
        ends = (term, term.removesuffix("事件")) if disaster and len(term) > LONGEST_WORD else (term,)
        owners = [m for m in full if m.type == head.type and bare(m.name).endswith(ends)]
        if not (owners and (pointed or telling)):
            kind = term[-LONGEST_WORD:] if disaster and term[-LONGEST_WORD:] != "事件" else term
            owners = [m for m in full if m.type == head.type and disaster and _ends_in(m.name, (*ends, kind))]
            again = happened_again(view, head, [m.name for m in owners]) if owners else ()
            here = view.scan.text.startswith(("发生在", "发生于"), head.end)
            owners = [m for m in owners if here or m.name in again]
        if not owners:
            continue
        before = [m for m in owners if m.start < head.start]
        owner = before[-1] if before else owners[0]
        by, score = f"{head.type.lower()}:tail:alias", POINTED if pointed else TAIL
        start = _whole_start(view, owner.name, head, covered)
        yield propose(view, start, head.end, head.type, by, score, owner.name)


def _ends_in(name: str, words: tuple[str, ...]) -> bool:
    """Does the name end in one of the words, whether or not it calls the matter a case (甲体育场爆炸案)?"""
    return bare(name).endswith(words) or bare(name).removesuffix("案").endswith(words)


def _whole_start(view: View, name: str, head: Head, covered: Sequence[int]) -> int:
    """Where the words of the name before the head begin (again: 学生疑似|中毒事件), and 疑似, which is no hearsay there."""
    text, start = view.scan.text, head.start
    for at in range(head.start - 1, max(0, head.end - len(name)) - 1, -1):
        words = text[at : head.end]
        if covered[at] != FREE or not name.endswith((words, words.removesuffix("事件"))) or TELLING.match(text, at):
            break
        start = at if view.scan.is_boundary(at) else start
    doubted = text.endswith("疑似", 0, start) and covered[start - 1] == FREE
    return start - 2 * doubted


def _is_a_day(view: View, end: int) -> bool:
    """Does 日 stand behind the head as a part of the word (比赛|日), not of another one (大赛|日前)?"""
    return view.scan.text.startswith("日", end) and view.scan.word(end) == "日"
