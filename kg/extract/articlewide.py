"""Facts that no single sentence says: who signed the article, and what its names say of one another."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract import names
from kg.extract.reading import HOLE_OF_TYPE, SIGNS
from kg.extract.steps import Known, Step, relate
from kg.knowledge.frames import Rule
from kg.model import ARTICLE, Entity

_SIGNED = {"reportedBy": "reporters", "photographedBy": "photographers", "publishedBy": "agency"}


_PERSON, _BODY, _PLACE, _TIME = (SIGNS[hole] for hole in ("人物", "机构", "地点", "时间"))
_ROLE = r"(?:本报|本刊|见习|特约|首席|实习|全媒体|驻[^，。]{1,4})*(?:记者|通讯员|实习生)"
_LIST = rf"{_PERSON}(?:[、 和]*{_PERSON})*"
_BYLINES = {
    "reportedBy": re.compile(rf"(?:(?<=[（；、，：\n{_PERSON}])|^){_BODY}?{_ROLE}[：:]?({_LIST})(?=）|\n|$|，|、|{_ROLE}|报道)"),
    "photographedBy": re.compile(rf"({_LIST})/?摄(?=）|\n|$|。)"),
    "publishedBy": re.compile(
        rf"(?:^|\n)({_BODY})(?:{_PLACE}|{_TIME}|[\d年月日]|（[^）]*）|\([^)]*\))*(?:消息|讯|电|信息|报道)|(?:来源|稿源|转自)[：:]({_BODY})"
        rf"|({_BODY})发(?=（|\n|$)"
    ),
}


def signed(known: Known) -> Iterator[Step]:
    """Reporters, photographers and agency: as the layout found them, and as bylines in the text say."""
    for rule in known.rules("署名"):
        for match in _BYLINES[rule.property].finditer(known.reading.text):
            for n in range(match.start(), match.end()):
                item = known.reading.items.get(n)
                if item is not None and any(a <= n < b for a, b in match.regs[1:]) and item.hole in rule.object.types:
                    yield relate(known, rule, [(ARTICLE, item.ref)], (item.start, item.end), item.text)
        value = getattr(known.article, _SIGNED.get(rule.property, "reporters"))
        for name in [value] if isinstance(value, str) else value or ():
            entity = _entity(known, name, "Organization" if rule.property == "publishedBy" else "Person")
            if entity is not None:
                span = entity.mentions[0] if entity.mentions else (0, 0)
                yield relate(known, rule, [(ARTICLE, entity.id)], span, name)


_QUOTED = re.compile(r"[“『‘「][^”』’」]*[”』’」]")


def _entity(known: Known, name: str, kind: str) -> Entity | None:
    return next((e for e in known.entities if e.type == kind and name in (e.name, *e.aliases)), None)


def named(known: Known) -> Iterator[Step]:
    """Wholes and parts by their names: the rule's ``words`` say whether the shorter name is head or tail."""
    for rule in known.rules("名称"):
        if "人群" in rule.object.types:
            yield from _groups_named(known, rule)
            continue
        pairs = list(names.nested(rule, known.entities, known.engine.words))
        for whole, part in names.closest(pairs):
            span = whole.mentions[0] if whole.mentions else (0, 0)
            yield relate(known, rule, [(whole.id, part.id)], span, part.name)


def _groups_named(known: Known, rule: Rule) -> Iterator[Step]:
    """The group that a programme's name serves: the last one outside quotes, else the last within."""
    groups = re.compile(known.engine.words.groups)
    for entity in known.entities:
        if HOLE_OF_TYPE[entity.type] not in rule.subject.types or not entity.mentions:
            continue
        if any(word in entity.name for word in rule.unless):
            continue
        found = groups.findall(_QUOTED.sub("｜", entity.name))
        if found and not entity.name.endswith(found[-1]):
            yield relate(known, rule, [(entity.id, found[-1])], entity.mentions[0], found[-1])


def main_topic(known: Known) -> str | None:
    """What the article is about: what it names most, its headline counting thrice, the first of equals."""
    rank = {"Event": 0, "Programme": 0, "Award": 1, "Organization": 2, "Person": 2, "Policy": 1}
    candidates = [e for e in known.entities if e.type in rank and e.mentions]
    if not candidates:
        return None
    title = known.article.sentences[0].end if known.article.sentences else 0

    def weight(entity: Entity) -> int:
        return len(entity.mentions) + 2 * any(start < title for start, _ in entity.mentions)

    return min(candidates, key=lambda e: (-weight(e), rank[e.type], e.mentions[0])).id
