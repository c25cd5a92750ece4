"""The plain frozen data that passes between the rooms of the house.

Offsets are half-open code-point positions. Two coordinate systems exist, and no third:

- *page offsets* count in ``Page.text``, the page as it was read;
- *reading offsets* count in ``Article.text``, the article's lines put in reading order and rejoined where a
  layout had cut a word. ``Article.offsets[i]`` is the page offset of reading character ``i``.

The rooms from ``recognize`` to ``resolve`` work in reading offsets; ``pipeline`` turns them into page offsets
once, at its end, and everything after it (graph, exports, JSON) sees page offsets only.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

EntityType = Literal["Organization", "Programme", "Event", "Person", "Place", "Award", "Policy"]
Bound = Literal["exact", "approx", "at_least", "less_than"]

ENTITY_TYPES: tuple[EntityType, ...] = (
    "Organization",
    "Programme",
    "Event",
    "Person",
    "Place",
    "Award",
    "Policy",
)

ARTICLE = "ARTICLE"
"""The subject of a relation that is about the article itself (who reported it, who published it)."""


@dataclass(frozen=True, slots=True)
class Page:
    """One document as read: a file, or one record of a JSON Lines file.

    ``uri`` is relative to the archive and never a path of a machine; ``name`` is its stem, unique in a run.
    ``published`` is an ISO date or month, or None. ``single`` says that the page is one article already
    (a record of an archive) and must not be cut into several. ``title`` is the record's own title, if any.
    """

    uri: str
    name: str
    sha256: str
    text: str
    published: str | None = None
    title: str | None = None
    single: bool = False


BlockKind = Literal["headline", "label", "byline", "subhead", "body", "caption", "credit", "note"]


@dataclass(frozen=True, slots=True)
class Block:
    """A headline, paragraph, byline … of an article; ``start``/``end`` are reading offsets."""

    kind: BlockKind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a block; ``start``/``end`` are reading offsets, the closing mark included."""

    start: int
    end: int
    kind: BlockKind


@dataclass(frozen=True, slots=True)
class Article:
    """One article of a page.

    ``text`` is the reading text: blocks joined by one newline each, widths folded to half-width digits and
    letters one for one. ``offsets`` has one page offset a character of ``text``. ``start``/``end`` are the
    page offsets of the first and behind the last character that belongs to the article.
    """

    index: int
    text: str
    offsets: Sequence[int]
    blocks: tuple[Block, ...]
    sentences: tuple[Sentence, ...]
    title: str
    headline_lines: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    subheads: tuple[str, ...] = ()
    reporters: tuple[str, ...] = ()
    photographers: tuple[str, ...] = ()
    agency: str | None = None
    continued_on: str | None = None
    continued_from: str | None = None
    start: int = 0
    end: int = 0
    published: str | None = None

    def page_span(self, start: int, end: int) -> tuple[int, int]:
        """Page offsets of the reading span ``start:end`` (which must not be empty)."""
        return self.offsets[start], self.offsets[end - 1] + 1


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in the text. ``text`` is the words at ``start:end``; ``by`` is the recogniser and its reason.

    ``value`` holds what the recogniser knows of the name: a place's code, an organisation's kind.
    ``name`` is the name that the words stand for when it is longer than they are (an item of a list that
    shares its head: 青岛 in 青岛、烟台市总工会), else the words without quotes.
    """

    start: int
    end: int
    type: EntityType
    text: str
    by: str
    name: str = ""
    value: str | None = None


@dataclass(frozen=True, slots=True)
class Time:
    """A time expression: ``text`` at ``start:end``, ``value`` an EDTF string or None when it is vague.

    ``earliest``/``latest`` are the ISO dates of its bounds, None where it is open or vague.
    """

    start: int
    end: int
    text: str
    value: str | None
    earliest: str | None = None
    latest: str | None = None
    about: str | None = None


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its measure word: ``value`` multiplied out, ``unit`` as written, ``counted`` the noun."""

    start: int
    end: int
    text: str
    value: float
    unit: str
    bound: Bound
    counted: str = ""
    about: str | None = None


@dataclass(frozen=True, slots=True)
class Relation:
    """A fact read by a rule. ``subject``/``object`` are entity ids after resolve, ``ARTICLE``, or a literal.

    Inside ``extract`` they are ``Mention`` positions; see ``kg.extract``. ``start``/``end`` is the evidence:
    the sentence or the clause that says it. ``confidence`` lies between 0 and 1; see ``kg.extract.confidence``.
    """

    subject: str
    predicate: str
    object: str
    rule: str
    start: int
    end: int
    trigger: str = ""
    role: str | None = None
    time: str | None = None
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Refusal:
    """Something that a recogniser or a frame saw and did not assert, with the first condition that failed."""

    start: int
    end: int
    text: str
    rule: str
    reason: str


@dataclass(frozen=True, slots=True)
class Entity:
    """An entity of one article: all its mentions under one name. ``id`` is unique in its document."""

    id: str
    type: EntityType
    name: str
    aliases: tuple[str, ...] = ()
    mentions: tuple[tuple[int, int], ...] = ()
    because: str = ""
    value: str | None = None
    article: int = 0


@dataclass(frozen=True, slots=True)
class Facts:
    """What was read from one article, in page offsets."""

    article: Article
    entities: tuple[Entity, ...] = ()
    relations: tuple[Relation, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    times: tuple[Time, ...] = ()
    refusals: tuple[Refusal, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """A page and the facts of each of its articles."""

    page: Page
    facts: tuple[Facts, ...] = field(default=())
