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

WEIGHTS: dict[str, float] = {
    # organisations, programmes, events, awards, policies
    "telling name": 2.0,  # the name itself says which one: a place, a year, an ordinal, quotes, a legal form, length
    "plain name": 0.5,  # 信息中心, 启动仪式: many have it
    "other year": -4.0,  # 2024年…大赛, 2025年…大赛
    "same home": 1.5,  # both articles are about one city or county
    "other home": -1.0,
    "same body": 1.5,  # one organiser, one parent, one employer
    "near in time": 0.5,  # within two months
    # places
    "same code": 3.0,
    "other code": -6.0,
    # persons
    "same employer": 2.5,
    "other employer": -0.5,  # people change jobs; namesakes are more often colleagues of nobody in common
    "same post": 1.0,
    "same company": 1.5,  # both articles name the same body, programme, event or award
    "both sign articles": 2.5,
    "signs and is written about": -2.0,
    "rare name": 0.5,  # three characters and more, or a foreign name in full
    "two-character name": -0.5,
    "famous": 2.5,  # a name of the lexicon of well-known persons
}
"""What each piece of evidence counts."""


@dataclass(frozen=True, slots=True)
class Record:
    """An entity of one article with what the article tells of it; ``key`` is (page, entity id), unique.

    ``bodies`` are affiliations, organisers or parents by name; ``home`` the cities and counties of the article by
    code; ``company`` the other things by name that its article tells of; ``when`` the article's date; ``telling`` says that the name needs no context; ``famous`` that everybody
    knows the person; ``signs`` that the person signed the article.
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
    famous: bool = False
    signs: bool = False


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
    return Judgement(sum(WEIGHTS[name] for name in evidence), evidence)


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
    if one.company & other.company and not (one.signs or other.signs):
        yield "same company"
    if one.home & other.home:
        yield "same home"
    elif one.home and other.home and not (one.signs or other.signs or one.famous):
        yield "other home"
    yield "two-character name" if len(one.name) == 2 else "rare name"


def _near(one: str, other: str) -> bool:
    """Within two months, by year and month alone."""
    try:
        a, b = (int(when[:4]) * 12 + int(when[5:7]) for when in (one, other))
    except ValueError:
        return False
    return abs(a - b) <= 2
