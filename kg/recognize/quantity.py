"""Quantities: a number with its measure word, how exact it is, and the noun that is counted."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

from kg.knowledge.lexicon import Lexicon
from kg.model import Bound, Quantity
from kg.recognize.numeral import DIGITS, NUMERAL, Number, parse

MEASURE_WORDS: Final = "measure_words"
_LONGEST = 8  # characters of the longest measure word

_SPAN = "(?:年|个月|天|周|个?小时|个?星期)"
# 一 is mostly an article (一名, 一个): it counts as a number only before a power or in a length of time
_NO_ARTICLE = rf"(?!一(?![十百千万亿倍成]|{_SPAN}[多半余来]|(?<=[近约超逾满足期时达]一){_SPAN}))"
_NUMBER = re.compile(
    rf"(?P<parts>(?:[百千]|{NUMERAL})分之)?{_NO_ARTICLE}"
    rf"(?P<number>{NUMERAL})(?P<decimals>点[{DIGITS}]+)?"
    r"|(?<![上下大前后一两个])(?P<half>半)(?=年(?![后前来以初末])|个?小时|个月)"
)
_RACE = re.compile(r"(?:(\d+)小时)?(?:(\d+)分)?(\d+)(?:秒|[′'])(\d{1,3})?(?!钟)")
_CLOCK_BEFORE = re.compile("[时点]$|[时点][0-9]{1,2}分$")
_NAME = re.compile("《[^《》\n]*》|“[^“”，。！？；\n]{1,12}”")
_LINK = re.compile(rf"\s?(?:[、和至到或及与~]|—{{1,2}}|-{{1,2}}|–|―)\s?(?={NUMERAL})")

_BEFORE = re.compile(
    "(?:(?P<less_than>不足|不到|未满|不满|未达到?|低于|少于|小于|不超过?|不高于|不多于|不大于|最多|至多)"
    "|(?P<at_least>超过?|超出|突破|逾|多于|高于|大于|不少于|不低于|不小于|不下|至少|最少|起码"
    "|(?<![以之加])上(?=[百千万亿]+[余多]?$)|(?<![通经透越胜])过(?=[百千万亿]+[余多]?$)|破(?=[百千万亿]+[余多]?$))"
    "|(?P<approx>(?<![条签节预公合契违相特])约|大约|大概|大致|(?<![附最邻靠亲])近|将近|接近))"
    r"了?(?:有|为|达到?|在|是)?(?P<money>人民币)?\s?(?=[^\s]*$)"
)
_AFTER = re.compile(
    "(?P<at_least>及?以上|有余|开外|之多|[多余](?![次种个名家年月项为以少]))|(?P<less_than>及?以下|以内|之内)|(?P<approx>左右|上下|前后)"
)
_PROJECT = re.compile("规划|计划|行动|攻坚|制|期|任期|方案|工程")
_PROVERBIAL: Final = {"家", "头", "口", "户", "岁", "步", "块", "部", "册", "分"}
"""Measure words that stand behind a bare 百, 千 or 万 in set phrases: 千家万户, 千头万绪."""
_RIGHT = re.compile("\\s?(?:以上|以下|左右)?的?([㐀-鿿·A-Za-z]{1,16})")
_LEFT = re.compile("([㐀-鿿]{2,8}?)(?:已|共|总计|合计|累计|高|仅|只|已经|分别|增至|增加|有|达到?|为|约|超过?|近|[，：])*$")
_STOP = re.compile("[在将被把是为和与及等从对到已获得参受来向由以让使并都均也还于就]")


@dataclass(frozen=True, slots=True)
class _Unit:
    """A measure word at a place: what it is called, its family, how many characters it takes."""

    name: str
    family: str
    size: int


def find_quantities(text: str, lexicon: Lexicon) -> list[Quantity]:
    """The quantities of a folded text in reading order, never overlapping; ``about`` is left open.

    Dates, clock times, ordinals, ranks, scores, and numbers inside names, titles and short quotes are none.
    """
    words = lexicon[MEASURE_WORDS]
    names = [m.span() for m in _NAME.finditer(text)]
    found: list[Quantity] = []
    waiting: list[tuple[re.Match[str], Number]] = []  # numbers that share the next one's unit: 3.8和3.6个百分点
    last, name = 0, 0
    for match in _NUMBER.finditer(text):
        start = match.start()
        while name < len(names) and names[name][1] <= start:
            name += 1
        inside = name < len(names) and names[name][0] < start
        if start < last or inside or _is_name_part(text, start):
            waiting.clear()
            continue
        number = _number(match)
        if number is None:
            waiting.clear()
            continue
        if _shares_unit(text, match, words):
            waiting.append((match, number))
            continue
        quantity = _quantity(text, match, number, words)
        if quantity is not None:
            found.extend(_shared(text, waiting, quantity))
            found.append(quantity)
            last = quantity.end
        waiting.clear()
    return found


def _number(match: re.Match[str]) -> Number | None:
    """The value of the matched numeral; shares (百分之三, 三分之二) come out in percent."""
    if match["half"]:
        return Number(0.5)
    number = parse(match["number"])
    if number is None:
        return None
    if match["decimals"]:
        if not match["parts"]:
            return None
        number = Number(float(f"{number.value:g}.{''.join(str(DIGITS.index(c) % 11) for c in match['decimals'][1:])}"))
    if match["parts"]:
        whole = parse(match["parts"][:-2])
        if whole is None or not whole.value:
            return None
        share = round(100 * number.value / whole.value, 2)
        return Number(int(share) if share == int(share) else share, number.more)
    return number


def _is_name_part(text: str, start: int) -> bool:
    """Does what stands before the number make it an ordinal, a score, a model, a date or a vague amount?"""
    if not start:
        return False
    before = text[start - 1]
    if before in "第数几好每·×#_" or (before.isascii() and before.isalpha()):
        return True
    if before in "-./:+":
        previous = text[start - 2] if start > 1 else " "
        return previous.isascii() and previous.isalnum() and (before != "-" or previous.isalpha())
    return False


def _unit(text: str, position: int, words: Mapping[str, str]) -> _Unit | None:
    """The longest measure word at the position; None where there is none, or a longer word hides it."""
    for size in range(min(_LONGEST, len(text) - position), 0, -1):
        entry = words.get(text[position : position + size])
        if entry is not None:
            family, _, name = entry.partition(" ")
            return None if family == "none" else _Unit(name or text[position : position + size], family, size)
    return None


def _shares_unit(text: str, match: re.Match[str], words: Mapping[str, str]) -> bool:
    """Is the number followed by 至, 和 … and another number, without a measure word of its own?"""
    return not match["parts"] and _LINK.match(text, match.end()) is not None


def _shared(text: str, waiting: list[tuple[re.Match[str], Number]], last: Quantity) -> Iterator[Quantity]:
    """The quantities of a list or range before its last member, which alone has the unit."""
    scale = 1.0
    if waiting and (power := re.search("[万亿]+", last.text)) and not re.search("[万亿]", waiting[0][0][0]):
        scale = {"万": 1e4, "亿": 1e8, "万亿": 1e12}.get(power[0], 1.0)  # 3至5万人
    for match, number in waiting:
        bound, start = _bound_before(text, match.start(), match[0])
        value = number.value * scale
        value = int(value) if value == int(value) else value
        yield Quantity(start, match.end(), text[start : match.end()], value, last.unit, bound or "exact", last.counted)


def _quantity(text: str, match: re.Match[str], number: Number, words: Mapping[str, str]) -> Quantity | None:
    """The quantity that begins with this number, or None."""
    race = _RACE.match(text, match.start())
    if race and (race[2] or race[4]) and not _CLOCK_BEFORE.search(text, max(0, match.start() - 4), match.start()):
        return _race_time(text, race)
    bound, start = _bound_before(text, match.start(), match["number"] or "")
    end, value = match.end(), number.value
    if match["parts"]:
        unit: _Unit | None = _Unit("%", "ratio", 0)
    else:
        position = end + (text[end : end + 1] == " ")
        if text.startswith("个半", position):  # 三个半小时
            value, position = value + 0.5, position + 2
        unit = _unit(text, position, words)
        if unit is None or unit.family == "people":
            unit = _bare_unit(text, match, bound, words)
        elif not _fits(text, match, value, unit, bound):
            return None
        else:
            end = position + unit.size
    if unit is None:
        return None
    if unit.name == "%" and text[match.end() : match.end() + 1] == "成":
        value *= 10
    if unit.name == "年" and text[end : end + 1] == "半":
        value, end = value + 0.5, end + 1
    after = _AFTER.match(text, end)
    if after and not (after[0] in "多余" and unit.family in {"person", "thing", "digit", "noun"}):
        bound, end = bound or _bound(after), after.end()
    elif number.more:
        bound = bound or "at_least"
    quantity = Quantity(start, end, text[start:end], value, unit.name, bound or "exact")
    return replace(quantity, counted=_counted(text, quantity))


def _race_time(text: str, race: re.Match[str]) -> Quantity:
    """9分58秒32 is 598.32 seconds."""
    hours, minutes, seconds, rest = (part or "0" for part in race.groups())
    value = int(hours) * 3600 + int(minutes) * 60 + float(f"{seconds}.{rest}")
    return Quantity(race.start(), race.end(), race[0], int(value) if value == int(value) else value, "秒", "exact")


def _bound(match: re.Match[str]) -> Bound:
    kind = match.lastgroup
    return "approx" if kind == "approx" else "less_than" if kind == "less_than" else "at_least"


def _bound_before(text: str, start: int, written: str) -> tuple[Bound | None, int]:
    """The bound that the words before the number set, and where they begin."""
    window = max(0, start - 8)
    before = _BEFORE.search(text[window:start] + (written if not written[:1].isdigit() else ""))
    if before is None or before.end() + window > start or text[before.end() + window : start].strip():
        return None, start
    kind = next(name for name in ("less_than", "at_least", "approx") if before[name])
    return ("less_than" if kind == "less_than" else "at_least" if kind == "at_least" else "approx"), (
        window + before.start()
    )


def _is_bare(written: str) -> bool:
    """百, 千万, 百余: a power without a digit before it."""
    return written[0] in "百千万亿"


def _fits(text: str, match: re.Match[str], value: float, unit: _Unit, bound: Bound | None) -> bool:
    """May this measure word follow this number here?"""
    written = match["number"] or "半"
    arabic = written[0].isdigit()
    if arabic and len(written) == 4 and 1950 <= value < 2100 and bound is None and unit.family in {"digit", "noun"}:
        return False  # the year that opens a name: 2024世界…
    before, end = text[max(0, match.start() - 2) : match.start()], match.end() + unit.size
    if before.endswith("前") and before[0] not in "目此之日当以先提" and unit.family in {"person", "duration"}:
        return False  # ranks and parts of a year: 前三名, 前5个月
    if unit.family == "single":
        return len(written) == 1 and "㐀" <= text[end : end + 1] <= "鿿"
    if unit.family == "noun" and not arabic:
        return False
    if unit.family == "digit" and not arabic and value <= 10 and not _is_bare(written):
        return False
    if unit.name in {"分", "秒", "刻"} and _CLOCK_BEFORE.search(text, max(0, match.start() - 4), match.start()):
        return False
    if unit.name == "年" and _is_year(text, written, value, end, bound):
        return False
    if unit.family == "points" and value <= 24:
        return False
    if unit.name == "成" and value > 10:
        return False
    if before == "成千" or (_is_bare(written) and len(written) == 1 and bound is None):
        return unit.family in {"person", "thing", "money"} and unit.name not in _PROVERBIAL and before[-1:] != "家"
    return True


def _is_year(text: str, written: str, value: float, end: int, bound: Bound | None) -> bool:
    """Is it a calendar year (2025年, 97年), or the name of a plan (三年行动计划), rather than a duration?"""
    if (1000 <= value < 2200 and "千" not in written) or _PROJECT.match(text, end):
        return True
    return len(written) == 2 and written.isdigit() and value >= 50 and bound is None and text[end : end + 1] not in "来间前后多以历的"


def _bare_unit(text: str, match: re.Match[str], bound: Bound | None, words: Mapping[str, str]) -> _Unit | None:
    """The unit of a number that stands directly before its noun: 人 for people, '' for the rest (72万志愿者)."""
    written, end = match["number"] or "", match.end()
    if not written:
        return None
    following = _RIGHT.match(text, end)
    run = following[1][:10] if following else ""
    people = any(
        words.get(run[i : i + size], "") == "people" for i in range(len(run)) for size in range(2, min(6, len(run)) + 1)
    )
    large = any(power in written for power in "万亿") or (written[0].isdigit() and written[-1] in "余多千百")
    if _is_bare(written):
        large = large and (bound is not None or (people and written in {"百万", "千万"}))
    if text[end : end + 1].isascii() and text[end : end + 1].isalnum():
        return None
    if large:
        return _Unit("人" if people else "", "people", 0)
    direct = _unit(text, end, words)
    if direct is not None and direct.family == "people" and (written[0].isdigit() or text[end] in "死伤"):
        return _Unit("人", "people", 0)
    return None


def _counted(text: str, quantity: Quantity) -> str:
    """The noun behind the measure word, else the topic before the number; '' where there is none."""
    right = _RIGHT.match(text, quantity.end)
    if right:
        noun = _STOP.split(right[1], maxsplit=1)[0]
        if noun:
            return noun
    left = _LEFT.search(text, max(0, quantity.start - 10), quantity.start)
    return _STOP.split(left[1])[-1] if left else ""
