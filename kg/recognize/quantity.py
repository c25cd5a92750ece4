"""Quantities: a number with its measure word, how exact it is, and the noun that is counted."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from kg.knowledge.lexicon import Lexicon
from kg.model import Quantity
from kg.recognize.chains import chained
from kg.recognize.numeral import BEGINNING, DIGITS, NUMERAL, Number, parse
from kg.recognize.quantity_bound import bound_after, bound_before
from kg.recognize.quantity_noun import Words, counted_noun
from kg.recognize.quantity_term import is_part_of_term
from kg.recognize.quantity_unit import Counted, Unit, after_clock, fits, measure_word, unit_of_bare

MEASURE_WORDS: Final = "measure_words"
"""The lexicon of measure words and their families."""

_SPAN = "(?:年|个多?月|天|周|个?多?小时|个?多?星期)"
# 一 is mostly an article (一名, 一个): it counts as a number only before a power or in a length of time
_NO_ARTICLE = (
    rf"(?!一(?![十百千万亿倍成]|个多(?:月|小时|星期)|{_SPAN}[多半余来]|(?<=[近约超逾满足期时达到]一){_SPAN}"
    "|(?<!最后一)公里))"
)
_NUMBER = re.compile(
    rf"(?P<parts>(?:[百千]|{NUMERAL})分之)?{_NO_ARTICLE}"
    rf"(?P<number>{NUMERAL})(?P<decimals>点[{DIGITS}]+)?"
    r"|(?<![上下大前后一两个])(?P<half>半)(?=年(?![后前来以初末])|个?小时|个多?月|公里)"
)
_BEGINNING = re.compile(
    f"[半{BEGINNING}](?:(?<![半一])|(?<=半)(?=[年个多小月公])|(?<=一)(?=[个年天周小星月公多分余几半两十百千万亿倍成{DIGITS}\\d]))"
)
"""What ``_NUMBER`` begins with: 半 and 一, which mostly count nothing, only before what they may count."""
_RACE = re.compile(r"(?:(\d{1,3})小时)?(?:(\d{1,3})分)?(\d{1,3})(?:秒|[′'])(\d{1,3})?(?!钟)")
_NAME = re.compile("《[^《》\n]*》|“[^“”，。！？；\n]{1,12}”")
_LINK = re.compile(rf"\s?(?:[、和至到或及与~]|—{{1,2}}|-{{1,2}}|–|―)\s?(?={NUMERAL})")
_DATE = {*"月日号时"}
_WITHIN = re.compile("个(?P<more>多|半)(?=月)|个多(?=小时|星期)")
"""两个多月, 两个半月: what stands within the measure word."""
_SEXES = re.compile(r"(?<![\d.])(\d{1,3})男(\d{1,3})女(?![篮足排])")
_LENGTH = re.compile(r"\d{1,2}(?![\d.%])(?=的|成|夺|，|。|、|$)")
"""65米40: centimetres behind a length."""
_COLD = "零下"
_BELOW = {"度", "摄氏度", "℃", "华氏度"}
_CLASSIFIERS = {"person", "thing", "digit", "noun"}


def find_quantities(text: str, lexicon: Lexicon, *, tagged: Words = ()) -> list[Quantity]:
    """The quantities of a folded text in reading order, never overlapping; ``about`` is left open.

    Dates, clock times, ordinals, ranks, scores, and numbers inside names, titles and short quotes are none.
    ``unit`` is the measure word as written, except that money is 元 and a share %; people counted without one
    are 人, other things counted so ''. ``tagged`` are the words of the text, if known: they make ``counted`` a phrase.
    """
    words = lexicon[MEASURE_WORDS]
    names = [m.span() for m in _NAME.finditer(text)]
    found: list[Quantity] = []
    waiting: list[tuple[re.Match[str], Number]] = []  # numbers that share the next one's unit: 2.1和1.7个百分点
    last = name = 0
    sexes = (
        {
            m.start(n): Quantity(m.start(n), m.end(n) + 1, text[m.start(n) : m.end(n) + 1], int(m[n]), "人", "exact")
            for m in _SEXES.finditer(text)
            for n in (1, 2)
        }
        if "男" in text
        else {}
    )
    for match in chained(text, _BEGINNING, _NUMBER):
        start = match.start()
        while name < len(names) and names[name][1] <= start:
            name += 1
        named = name < len(names) and names[name][0] < start
        number = None if start < last or named or _is_name_part(text, start) else _number(match)
        if number is not None and not match["parts"] and _LINK.match(text, match.end()):
            waiting.append((match, number))
            continue
        quantity = sexes.get(start) or (None if number is None else _quantity(text, match, number, words, tagged))
        if quantity is not None:
            found.extend(_shared(text, waiting, quantity))
            found.append(quantity)
            last = quantity.end
        waiting.clear()
    return found


def _is_name_part(text: str, start: int) -> bool:
    """Does what stands before the number make it an ordinal, a score, a model, a date or a vague amount?"""
    before = text[start - 1] if start else " "
    if before in "第数几好每·×#_" or (before.isascii() and before.isalpha()):
        return True
    if before in "-./:+" and start > 1:
        previous = text[start - 2]
        return previous.isascii() and (previous.isalpha() or (before != "-" and previous.isdigit()))
    return False


def _number(match: re.Match[str]) -> Number | None:
    """The value of the matched numeral; shares (百分之三, 三分之二) come out in percent."""
    if match["half"]:
        return Number(0.5)
    number = parse(match["number"])
    if number is not None and match["decimals"]:
        digits = "".join(str("零一二三四五六七八九".index(d.replace("〇", "零"))) for d in match["decimals"][1:])
        number = Number(float(f"{number.value:.0f}.{digits}")) if match["parts"] else None
    if number is None or not match["parts"]:
        return number
    whole = parse(match["parts"].removesuffix("分之"))
    return Number(_plain(round(100 * number.value / whole.value, 2)), number.more) if whole and whole.value else None


def _plain(value: float) -> float:
    """An int where the value is whole, so that it prints without a point."""
    return int(value) if value == int(value) else value


def _quantity(
    text: str, match: re.Match[str], number: Number, words: Mapping[str, str], tagged: Words
) -> Quantity | None:
    """The quantity that begins with this number, or None."""
    if text[match.end() : match.end() + 1] in _DATE or is_part_of_term(text, match.start(), match.end()):
        return None
    race = _RACE.match(text, match.start())
    if race and (race[2] or race[4]) and not after_clock(text, match.start()):
        return _race_time(race)
    written = match["number"] or match["half"]
    bound, start = bound_before(text, match.start(), written)
    within = _WITHIN.match(text, match.end())
    more = number.more or (within is not None and within["more"] != "半")
    counted = Counted(written, number.value, bound, match.start(), match.end())
    if within is not None:
        unit = measure_word(text, within.end(), words) if within["more"] is None else _months(within)
    else:
        unit = _unit(text, counted, words) if not match["parts"] else Unit("%", "ratio", match.end())
    if unit is None:
        return None
    value, end = number.value, unit.end
    if unit.name == "%" and text[end - 1] == "成":
        value *= 10
    if text.startswith("个半", match.end()):  # 三个半小时, 两个半月
        value += 0.5
    if unit.name in {"年", "岁"} and text[end : end + 1] == "半":
        value, end = value + 0.5, end + 1
    if unit.name == "米" and (rest := _LENGTH.match(text, end)):
        value, end = value + float(f"0.{rest[0]}"), rest.end()
    if unit.name in _BELOW and text.endswith(_COLD, 0, start):
        value, start = -value, start - len(_COLD)
    if unit.family == "duration" and text.startswith("前", end) and not text.startswith("前后", end):
        return None  # 三年前 is a time
    behind, end = bound_after(text, end, counts=unit.family in _CLASSIFIERS)
    bound = bound or behind or ("at_least" if more else "approx" if number.near else "exact")
    noun = "" if unit.family in {"duration", "age"} else counted_noun(text, start, end, tagged)
    return Quantity(start, end, text[start:end], _plain(value), unit.name, bound, noun)


def _months(within: re.Match[str]) -> Unit:
    return Unit("个月", "duration", within.end() + 1)


def _unit(text: str, number: Counted, words: Mapping[str, str]) -> Unit | None:
    """The measure word of the number, or what stands for one."""
    position = number.end + (text[number.end : number.end + 1] == " ")
    unit = measure_word(text, position + (2 if text.startswith("个半", position) else 0), words)
    if unit is None or unit.family in {"people", "none"}:
        return unit_of_bare(text, number, words)
    return unit if fits(text, number, unit) else None


def _race_time(race: re.Match[str]) -> Quantity:
    """8分45秒16 is 525.16 seconds."""
    hours, minutes, seconds, rest = (part or "0" for part in race.groups())
    value = int(hours) * 3600 + int(minutes) * 60 + float(f"{seconds}.{rest}")
    return Quantity(race.start(), race.end(), race[0], _plain(value), "秒", "exact")


def _shared(text: str, waiting: Sequence[tuple[re.Match[str], Number]], last: Quantity) -> Iterator[Quantity]:
    """The quantities of a list or range before its last member, which alone has the unit."""
    scale = 1.0
    if waiting and (power := re.search("[万亿]+", last.text)) and not re.search("[万亿]", waiting[0][0][0]):
        scale = {"万": 1e4, "亿": 1e8, "万亿": 1e12}.get(power[0], 1.0)  # 3至5万人
    for match, number in waiting:
        bound, start = bound_before(text, match.start(), match[0])
        value = _plain(round(number.value * scale, 6))
        yield Quantity(start, match.end(), text[start : match.end()], value, last.unit, bound or "exact", last.counted)
