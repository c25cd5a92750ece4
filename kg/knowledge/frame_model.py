"""What a relation rule is: the frozen data that ``ontology/frames/*.yaml`` is read into, and the words it may use."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

ENTITY_HOLES: Mapping[str, str] = {
    "机构": "Organization",
    "项目": "Programme",
    "活动": "Event",
    "人物": "Person",
    "地点": "Place",
    "奖项": "Award",
    "政策": "Policy",
}
"""What a rule calls an entity type, and the type."""

WORD_HOLES: tuple[str, ...] = ("职务", "人群", "时间", "数量")
"""What a role may take that is no entity: the words themselves are the object."""

HOLES: tuple[str, ...] = (*ENTITY_HOLES, *WORD_HOLES)
"""Everything that a hole of a pattern may ask for."""

MEASURED: tuple[str, ...] = ("时间", "数量")
"""What only a formula can ask for: no verb has it as its subject or object."""

PLACES: tuple[str, ...] = ("主语", "宾语", "在", "由", "为", "与", "定语", "话题", "承前", "受事")
"""Where a role of a verb may stand: subject, object, behind 在 / 由 / 为 / 与, before the object, the topic carried so
far, 承前: the verb has no object (出席并讲话), so that it is the one last told of; or 受事: subject of 被…授予."""

CONSTRUCTIONS: tuple[str, ...] = (
    "署名",
    "同位",
    "名称",
    "联合",
    "名单",
    "会上",
    "任职",
    "来自",
    "获奖",
    "现场",
    "子公司",
    "场景",
    "事发",
    "途中",
)
"""The constructions of the engine that a rule may name in ``by``."""

PROPERTIES: tuple[str, ...] = (
    "organizes",
    "launches",
    "partnerOf",
    "affiliatedWith",
    "holdsPost",
    "locatedIn",
    "subOrganizationOf",
    "participatesIn",
    "receives",
    "reportedBy",
    "photographedBy",
    "publishedBy",
    "partOf",
    "targets",
    "implements",
)

EVERY_MOOD = "*"
"""Among the moods of a rule: whatever is planned or wished counts."""

HOLE = re.compile(r"\{(?:(主|宾):)?([^{}+?*#]*)([+?*#]?)\}")


@dataclass(frozen=True, slots=True)
class Role:
    """Which types a role takes (as holes), where it stands in order of trial, how its words must end or must not."""

    types: tuple[str, ...] = ()
    at: tuple[str, ...] = ()
    ends: tuple[str, ...] = ()
    never: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Example:
    """A marked sentence and the facts it must give: (subject, property, object) by name; ``line`` in the file."""

    text: str
    facts: tuple[tuple[str, str, str], ...]
    line: int


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of a property; ``id`` is ``property#n``.

    ``moods`` are the words of plans and wishes that count for it (a meeting that 定于甲市 is in 甲市), or all of them
    (a target is an aim).

    ``text`` is the rule as its author wrote it, from ``line`` of ``file`` on; ``folder`` counts the folders of
    knowledge, 0 for the one that ships with kg.
    """

    id: str
    property: str
    note: str
    file: str
    line: int
    triggers: tuple[str, ...] = ()
    patterns: tuple[str, ...] = ()
    by: str = ""
    words: tuple[str, ...] = ()
    subject: Role = Role()
    object: Role = Role()
    role: str | None = None
    unless: tuple[str, ...] = ()
    moods: tuple[str, ...] = ()
    examples: tuple[Example, ...] = ()
    nothing: tuple[Example, ...] = ()
    text: str = ""
    folder: int = 0

    def counts(self, mood: str) -> bool:
        """Does a fact count that this word of mood makes a plan, a wish or a denial?"""
        return mood in self.moods or EVERY_MOOD in self.moods


@dataclass(frozen=True, slots=True)
class Frames:
    """All rules in file order, and the word classes (人群 …) that rule files bring along."""

    rules: tuple[Rule, ...] = ()
    words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
