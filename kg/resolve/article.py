"""Resolution inside one article: short forms lead back to full names, each with its reason.

Mentions of one type are grouped by name; then a shorter name joins a longer one when the language makes the one a
short form of the other. What stays unclear stays apart: a wrong merge costs more than a missing one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import dataclass, field
from itertools import pairwise

from kg.knowledge import Knowledge
from kg.model import Article, Entity, EntityType, Mention, Refusal
from kg.resolve.names import Names, plain
from kg.resolve.organizations import BRANCH, organization_rules
from kg.resolve.others import event_rule, name_rule, person_rule
from kg.resolve.places import guests_of, home_places, own_city_first, place_code, place_rule

Rule = Callable[[str, str], str | None]
"""From a shorter and a longer name to the reason why they are one, or None."""

_OWNING = re.compile(
    "(?:集团|公司)?(?:的?(?:旗下|麾下|下属|所属|控股|全资)|(?:的|旗下|旗下的)?(?:全资|控股)?(?:子公司|孙公司))的?[\u4e00-\u9fff]{0,6}|[^，。；：]{1,12}兼任?"
)
"""What stands between a firm and one that it owns, or another where the same person has a post (甲总经理兼甲（香港）董事)."""
_SCHOOL = re.compile("(?:大学|学院|研究院|银行)")
"""Where such a body has its name from says nothing of 市委 in an article about its guests or its branch."""
_GLOSS = re.compile("，?[（(]?(?:的|以下)?(?:全称|全名|全名叫|简称|又称|亦称|原名|原称|曾用名)(?:是|为|叫|：)?“?")
"""甲船舶全称是甲乙船舶股份有限公司; 甲乙公司（简称甲）."""
_LONGEST_SHORT = 6
"""A longer name in brackets is a body of its own, such as the one above."""


@dataclass(slots=True)
class Group:
    """The mentions of one entity while it is being put together."""

    type: EntityType
    names: dict[str, None] = field(default_factory=dict)
    mentions: list[tuple[int, int]] = field(default_factory=list)
    reasons: dict[str, None] = field(default_factory=dict)
    value: str | None = None
    first: int = 0
    told: bool = False


NAMED_IN_PASSING = {"person:doctrine", "place:attribute"}
"""Who is named in a doctrine's name alone (马克思主义), or a country only as whose something is (中国速度), or by its
letter between two (中巴合作), is nothing that the article tells of."""


def resolve_article(
    article: Article, mentions: Sequence[Mention], inner: Sequence[Mention], knowledge: Knowledge
) -> tuple[Entity, ...]:
    """The entities of an article, in the order of their first mention, with reading offsets.

    ``inner`` names become entities without a mention of their own. A familiar form (小李, 李师傅) that leads back to
    nobody, or to more than one, stays an entity of its own.
    """
    groups = _grouped(mentions, inner)
    names = Names(knowledge)
    guests = guests_of(article.text)
    named = [[n for n in g.names if n not in guests] for g in groups if g.type == "Place"]
    led = [
        [names.leading_place(n) for n in g.names if not _SCHOOL.search(n)] for g in groups if g.type == "Organization"
    ]
    owners = [[place for place in places if not place or place not in guests] for places in led]
    home = home_places([*named, *owners], knowledge.gazetteer)
    names = Names(
        knowledge, own_city_first(home, (one for names in owners for one in names), knowledge.gazetteer, article.text)
    )
    rules: Mapping[str, Sequence[Rule]] = {
        "Organization": organization_rules(names),
        "Place": (place_rule(names),),
        "Person": (person_rule,),
        "Event": (event_rule(names),),
        "Programme": (name_rule(names),),
        "Award": (name_rule(names),),
        "Policy": (name_rule(names),),
    }
    _bracketed(article.text, mentions, groups)
    apart = _apart(article.text, mentions)
    for kind, checks in rules.items():
        _merge([g for g in groups if g.type == kind and g.names], checks, apart)
    kept = [g for g in groups if g.names and g.told]
    places = [g for g in kept if g.type == "Place"]
    for group in places:
        others = [name for other in places if other is not group for name in other.names]
        group.value = group.value or place_code(group.names, others, knowledge.gazetteer)
    kept.sort(key=lambda g: (g.first, g.type))
    return tuple(_entity(group, number, article.index, names) for number, group in enumerate(kept, 1))


def passed_over(mentions: Sequence[Mention], entities: Sequence[Entity]) -> tuple[Refusal, ...]:
    """The mentions that name nothing the article tells of, in reading offsets, so that they can be listed."""
    kept = {span for entity in entities for span in entity.mentions}
    return tuple(
        Refusal(m.start, m.end, m.text, m.by, "文中只顺带提到（named only in passing）")
        for m in mentions
        if m.by in NAMED_IN_PASSING and (m.start, m.end) not in kept
    )


def _grouped(mentions: Sequence[Mention], inner: Sequence[Mention]) -> list[Group]:
    groups: dict[tuple[str, str], Group] = {}
    for mention, own in [*((m, True) for m in mentions), *((m, False) for m in inner)]:
        key = (mention.type, plain(mention.name or mention.text))
        group = groups.get(key)
        if group is None:
            group = groups[key] = Group(mention.type, first=mention.start, value=mention.value)
        group.names.setdefault(mention.name or mention.text)
        if mention.by != "award:shared":
            group.names.setdefault(mention.text)  # 一 in 一、二等奖 is no name
        group.value = group.value or mention.value
        group.reasons.setdefault(mention.by)
        group.told = group.told or mention.by not in NAMED_IN_PASSING
        if own:
            group.mentions.append((mention.start, mention.end))
    return list(groups.values())


def _apart(text: str, mentions: Sequence[Mention]) -> Set[tuple[str, str]]:
    """Names of two firms of which the one is said to own the other: 甲旗下的甲时尚集团 is no longer name of 甲."""
    return {
        (owner.text, owned.text)
        for owner, owned in pairwise(mentions)
        if owner.type == owned.type == "Organization" and _OWNING.fullmatch(text, owner.end, owned.start)
    }


def _merge(groups: list[Group], rules: Sequence[Rule], apart: Set[tuple[str, str]]) -> None:
    """Shorter names join the one longer name that a rule leads them to; two answers are no answer."""
    order = sorted(groups, key=lambda g: -max(map(len, g.names)))
    for index in range(len(order) - 1, 0, -1):
        short = order[index]
        own = _unexplained(short)
        found: dict[int, tuple[Group, str]] = {}
        for rule in rules:
            for other in order[:index]:
                reason = next((r for n in own for o in other.names if (r := rule(n, o))), None)
                owned = apart and any((n, o) in apart for n in short.names for o in other.names)
                branch = reason == BRANCH and (short.first < other.first or not other.mentions)
                if reason and not owned and not branch:
                    found.setdefault(id(other), (other, reason))
            if found:
                break
        targets = list(found.values())
        if len(targets) > 1:
            targets = _one_family(targets, rules)
        if len(targets) != 1:
            continue
        _join(short, *targets[0])


def _unexplained(group: Group) -> list[str]:
    """A body's names that shorten none of its own: 总工会, written for 甲市总工会, does not lead to 乙省总工会."""
    if group.type != "Organization":
        return list(group.names)
    return [n for n in group.names if not any(m != n and m.endswith(n) for m in group.names)]


def _join(short: Group, group: Group, reason: str) -> None:
    group.names.update(short.names)
    group.mentions.extend(short.mentions)
    group.reasons.setdefault(f"{next(iter(short.names))}：{reason}")
    group.told = group.told or short.told
    group.value = group.value or short.value
    group.first = min(group.first, short.first)
    short.names.clear()


def _bracketed(text: str, mentions: Sequence[Mention], groups: Sequence[Group]) -> None:
    """What fills the brackets behind a name: a body's short one (甲国解放运动（乙塔赫）), a person's own letters;
    two names with 全称 or 简称 between them."""
    named = sorted((m for m in mentions if m.type in ("Organization", "Person")), key=lambda m: m.start)
    for full, short in pairwise(named):
        filled = (
            short.start == full.end + 1 and text[full.end] in "（(" and text[short.end : short.end + 1] in ("）", ")")
        )
        glossed = (
            full.type == short.type == "Organization" and _GLOSS.fullmatch(text, full.end, short.start) is not None
        )
        if not (filled or glossed) or full.type != short.type:
            continue
        if len(short.text) > len(full.text) and glossed:
            full, short = short, full
        letters = full.type == "Person" and short.text.isascii() and not full.text.isascii()
        if (
            letters
            or glossed
            or (full.type == "Organization" and len(short.text) <= min(_LONGEST_SHORT, len(full.text) - 1))
        ):
            whole, other = (
                next((g for g in groups if g.names and g.type == m.type and (m.start, m.end) in g.mentions), None)
                for m in (full, short)
            )
            if whole and other and whole is not other:
                _join(other, whole, "名后括号里的简称或原名（short form or own letters in brackets）")


def _one_family(targets: list[tuple[Group, str]], rules: Sequence[Rule]) -> list[tuple[Group, str]]:
    """Several longer names that are forms of the longest of them are one answer: the shortest of them."""
    longest = max(targets, key=lambda t: max(map(len, t[0].names)))
    for group, _ in targets:
        if group is longest[0]:
            continue
        if not any(rule(n, o) for rule in rules for n in group.names for o in longest[0].names):
            return targets
    return [min(targets, key=lambda t: max(map(len, t[0].names)))]


def _entity(group: Group, number: int, article: int, names: Names) -> Entity:
    name = names.canonical(group.type, list(group.names))
    return Entity(
        id=f"e{number}",
        type=group.type,
        name=name,
        aliases=tuple(n for n in sorted(group.names, key=lambda n: (-len(n), n)) if n != name),
        mentions=tuple(sorted(set(group.mentions))),
        because="；".join(group.reasons),
        value=group.value,
        article=article,
    )
