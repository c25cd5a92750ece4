"""Are two things of one name the same? Evidence for and against, weighed in one table.

The weights are judgements, not fitted numbers: a sum of ``SAME`` or more joins, of ``DIFFERENT`` or less keeps
apart for good, between them the question stays open and is shown to the user (``kg merge list``).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kg.model import EntityType

SAME = 2.0
DIFFERENT = -1.0

EVIDENCE: dict[str, tuple[float, str]] = {
    # organisations, programmes, events, awards, policies
    "telling name": (2.0, "名称说得清是哪一个"),  # by a place, a year, an ordinal, quotes, a legal form, its length
    "plain name": (0.5, "名称普通"),  # 信息中心, 启动仪式: many have it
    "other year": (-4.0, "年份、届次不同"),  # 2024年…大赛, 2025年…大赛
    "same home": (1.5, "同在一地"),  # both articles are about one city or county
    "other home": (-1.0, "不在一地"),
    "same body": (1.5, "同一机构主办或管辖"),  # one organiser, one parent
    "near in time": (0.5, "时间相近"),  # within two months
    # all but places with codes
    "same page": (1.0, "同一版面"),
    "same people": (2.0, "都与同样的两个以上人物一道出现"),  # not of events: officials go from one to the next
    # places
    "same code": (3.0, "区划代码相同"),
    "other code": (-6.0, "区划代码不同"),
    # persons
    "same employer": (2.5, "同一单位"),
    "other employer": (-0.5, "单位不同"),  # people change jobs; namesakes are more often colleagues of nobody in common
    "same post": (1.0, "职务相同"),
    "same company": (1.5, "都与同一机构、项目、活动、奖项一道出现"),
    "both sign articles": (2.5, "都署名报道"),
    "signs and is written about": (-2.0, "一个署名，一个被报道"),
    "rare name": (0.5, "名字少见"),  # three characters and more, or a foreign name in full
    "two-character name": (-0.5, "两字名"),
    "famous": (2.5, "知名人物"),  # a name of the lexicon of well-known persons
}
"""Each piece of evidence: what it counts, and what it is called in Chinese."""

ACCEPTED, SPLIT = "accepted", "split"
_DECIDED = {ACCEPTED: "用户合并", SPLIT: "用户拆开"}


def in_words(reason: str) -> str:
    """A reason in Chinese and English.

    >>> in_words("same post"), in_words("accepted")
    ('职务相同 same post +1', '用户合并 accepted')
    """
    if reason in _DECIDED:
        return f"{_DECIDED[reason]} {reason}"
    weight, words = EVIDENCE[reason]
    return f"{words} {reason} {weight:+g}"


@dataclass(frozen=True, slots=True)
class Record:
    """An entity of one article with what the article tells of it; ``key`` is (page, entity id), unique.

    ``bodies`` are affiliations, organisers or parents by name; ``home`` the cities and counties of the article by
    code; ``company`` the other things by name that its article tells of, ``people`` the others whom it tells of by a
    name of three characters and more, but for those whom everybody knows; ``pages`` where it stands; ``when`` the article's date; ``telling`` says that the name needs no context; ``famous`` that everybody knows the person; ``signs`` that the person signed
    the article. ``article`` is the page's name with the article's number, what a namesake is called by in the end.
    """

    key: tuple[str, str]
    type: EntityType
    name: str
    names: frozenset[str]
    code: str = ""
    bodies: frozenset[str] = frozenset()
    posts: frozenset[str] = frozenset()
    home: frozenset[str] = frozenset()
    years: frozenset[str] = frozenset()
    when: str = ""
    telling: bool = False
    company: frozenset[str] = frozenset()
    people: frozenset[str] = frozenset()
    pages: frozenset[str] = frozenset()
    famous: bool = False
    signs: bool = False
    article: str = ""


@dataclass(frozen=True, slots=True)
class Judgement:
    """The sum of the evidence, and each piece in words."""

    score: float
    reasons: tuple[str, ...]

    @property
    def verdict(self) -> str:
        """``same``, ``different`` or ``unsure``."""
        return "same" if self.score >= SAME else "different" if self.score <= DIFFERENT else "unsure"


def compare(one: Record, other: Record) -> Judgement:
    """Weighs two records that share a name; a pure function, symmetric in its arguments."""
    evidence = tuple(_person(one, other) if one.type == "Person" else _thing(one, other))
    return Judgement(sum(EVIDENCE[name][0] for name in evidence), evidence)


def _thing(one: Record, other: Record) -> Iterator[str]:
    if one.code or other.code:
        if one.code and other.code:
            yield "same code" if one.code == other.code else "other code"
            return
        yield "telling name" if one.telling or other.telling else "plain name"
    else:
        yield "telling name" if one.telling and other.telling else "plain name"
    if one.years and other.years and one.years.isdisjoint(other.years):
        yield "other year"
    if one.bodies & other.bodies:
        yield "same body"
    if not (one.telling and other.telling):
        if one.home & other.home:
            yield "same home"
        elif one.home and other.home:
            yield "other home"
        if _near(one.when, other.when) and one.type in ("Event", "Programme"):
            yield "near in time"
        yield from _beside(one, other)


def _person(one: Record, other: Record) -> Iterator[str]:
    if one.famous and other.famous:
        yield "famous"
    if one.signs and other.signs:
        yield "both sign articles"
    elif one.signs != other.signs and (one.bodies or other.bodies or one.posts or other.posts):
        yield "signs and is written about"
    if one.bodies & other.bodies:
        yield "same employer"
    elif one.bodies and other.bodies:
        yield "other employer"
    if one.posts & other.posts:
        yield "same post"
    beside = (one.company & other.company) - (one.bodies & other.bodies)  # an employer in common is told already
    if beside and not (one.signs or other.signs):
        yield "same company"
    if not (one.signs or other.signs):
        yield from _beside(one, other)
    if one.home & other.home:
        yield "same home"
    elif one.home and other.home and not (one.signs or other.signs or one.famous):
        yield "other home"
    yield "two-character name" if len(one.name) == 2 else "rare name"


def _beside(one: Record, other: Record) -> Iterator[str]:
    """What stands beside both."""
    if one.pages & other.pages:
        yield "same page"
    if one.type in ("Person", "Organization") and len(one.people & other.people) > 1:
        yield "same people"


def _near(one: str, other: str) -> bool:
    """Within two months, by year and month alone."""
    try:
        a, b = (int(when[:4]) * 12 + int(when[5:7]) for when in (one, other))
    except ValueError:
        return False
    return abs(a - b) <= 2
