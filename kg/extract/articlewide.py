"""Facts that no single sentence says: who signed the article, and what its names say of one another."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from kg.extract import names
from kg.extract.signs import HOLE_OF_TYPE, SIGNS
from kg.extract.steps import Known, Step, relate
from kg.knowledge.frames import Rule
from kg.model import ARTICLE, Article, Entity

_PERSON, _BODY, _PLACE, _TIME = (SIGNS[hole] for hole in ("人物", "机构", "地点", "时间"))
_ROLE = r"(?:本报|本刊|见习|特约|首席|实习|全媒体|驻[^，。]{1,4})*(?:记者|通讯员|实习生)"
_PERSONS = rf"{_PERSON}(?:[、 和]*{_PERSON})*"
_DATE = rf"(?:{_PLACE}|{_TIME}|[\d年月日]|（[^）]*）|\([^)]*\))*"


@dataclass(frozen=True, slots=True)
class _Signature:
    """How an article is signed in its text; one of ``words`` must occur for the expression to match."""

    words: tuple[str, ...]
    expression: re.Pattern[str]


_DISPATCHED = rf"(?=[\s（(【：:，\d{_TIME}]|记者|通讯员|特约|[今昨据日近]|$)"
"""What stands behind 电 of a dispatch (甲社电（记者…), not of 甲公司电焊工."""
_SIGNATURES = {
    "reportedBy": _Signature(
        ("记者", "通讯员", "实习生", "/"),
        re.compile(
            rf"(?:(?<=[（；、，：\n{_PERSON}])|^){_BODY}?{_ROLE}[：:]?({_PERSONS})(?=[）\n，、]|$|{_ROLE}|报道)"
            rf"|[（(]{_BODY}/({_PERSONS})[）)](?=\n|$)"
        ),
    ),
    "photographedBy": _Signature(("摄",), re.compile(rf"({_PERSONS})/?摄影?(?=[）\n。]|$)")),
    "publishedBy": _Signature(
        ("消息", "讯", "电", "信息", "报道", "来源", "稿源", "转自", "发"),
        re.compile(
            rf"(?:^|\n)({_BODY}){_DATE}(?:消息|讯|电|信息|报道){_DISPATCHED}|(?:来源|稿源|转自)[：:]({_BODY})|({_BODY})发(?=[（\n]|$)"
        ),
    ),
}
_TOGETHER = ("合作", "共建", "签约", "签署", "签字", "联盟", "联建", "结对", "牵手")
_WHAT = 1.5
_LEAST = 2
_DATELINE = re.compile(r"(?:^|(?<=\n))[^，。；：\n]{2,24}?(?:专?电|讯|消息)(?=[（(\s，：:])")
"""甲社乙市6月5日电: who reports, and where, is not told of."""
_QUOTED = re.compile(r"[“『‘「][^”』’」]*[”』’」]")


_PICTURED = re.compile(rf"(?:、{SIGNS['人物']})*摄(?!影报道)(?=[。）\n]|$)")
"""Behind a name: who took the picture."""


def signed(known: Known) -> Iterator[Step]:
    """Reporters, photographers and agency: as bylines in the text say, and as the layout found them."""
    text = known.reading.text
    for rule in known.rules("署名"):
        signature = _SIGNATURES.get(rule.property)
        if signature is not None and any(word in text for word in signature.words):
            for match in signature.expression.finditer(text):
                yield from _signatures(known, rule, match)
        for name in _signers(known.article, rule.property):
            for entity in known.entities:
                if HOLE_OF_TYPE[entity.type] in rule.object.types and name in (entity.name, *entity.aliases):
                    span = entity.mentions[0] if entity.mentions else (0, 0)
                    yield relate(span, rule, name, [(ARTICLE, entity.id)])


def _signatures(known: Known, rule: Rule, match: re.Match[str]) -> Iterator[Step]:
    for start, end in match.regs[1:]:
        for n in range(start, end):
            item = known.reading.items.get(n)
            if item is None or item.hole not in rule.object.types:
                continue
            if rule.property == "reportedBy" and _PICTURED.match(known.reading.text, n + 1):
                continue  # 通讯员甲、乙摄
            yield relate((item.start, item.end), rule, item.text, [(ARTICLE, item.ref)])


def _signers(article: Article, prop: str) -> tuple[str, ...]:
    """Who signs for a property, as the layout of the page says."""
    return {
        "reportedBy": article.reporters,
        "photographedBy": article.photographers,
        "publishedBy": (article.agency,) if article.agency else (),
    }.get(prop, ())


def named(known: Known) -> Iterator[Step]:
    """Wholes and parts by their names, and the groups that programmes' names serve."""
    forms = names.named_forms(known.entities)
    for rule in known.rules("名称"):
        if "人群" in rule.object.types:
            yield from _groups(known, rule)
            continue
        if "奖项" in rule.object.types:
            yield from _honoured(known, rule)
            continue
        if rule.property == "partnerOf":
            yield from _side_by_side(known, rule, forms)
            continue
        for whole, part in names.closest(list(names.nested(rule, forms, known.engine.words))):
            yield relate(_evidence(known, whole), rule, part.name, [(whole.id, part.id)])


def _side_by_side(known: Known, rule: Rule, forms: Sequence[names.Named]) -> Iterator[Step]:
    """Who works together by the name of their ceremony: 甲市政府与乙集团战略合作签约仪式."""
    bodies = [form for form in forms if HOLE_OF_TYPE[form.entity.type] in rule.object.types]
    for event in known.entities:
        name = event.name
        if event.type == "Event" and event.mentions and name.endswith(rule.words) and any(w in name for w in _TOGETHER):
            pairs = [(a.id, b.id) for a, b in combinations(names.sides(name, bodies), 2) if a.id != b.id]
            if pairs and not any(word in name for word in rule.unless):
                yield relate(event.mentions[0], rule, name, pairs)


def _evidence(known: Known, whole: Entity) -> tuple[int, int]:
    """Where the name stands, or the longer name that it opens: 甲局|乙分局|丙站 says that 乙分局 is of 甲局, too."""
    if whole.mentions:
        return whole.mentions[0]
    names = (whole.name, *whole.aliases)
    return next((e.mentions[0] for e in known.entities if e.mentions and e.name.startswith(names)), (0, 0))


def _groups(known: Known, rule: Rule) -> Iterator[Step]:
    """The last group in a programme's name, outside quotes and not at its very end (困难企业 is no programme).

    Between quotes only whom one cares for or helps: “爱心凉亭 关爱快递小哥”活动.
    """
    groups = re.compile(known.engine.words.groups)
    cared = re.compile(
        rf"(?:关爱|慰问|情系|情暖|帮扶|资助|救助|守护|致敬|服务)({known.engine.words.groups})(?=[”、 ，])"
    )
    for entity in known.entities:
        if HOLE_OF_TYPE[entity.type] not in rule.subject.types or not entity.mentions:
            continue
        if rule.subject.ends and not entity.name.rstrip("”").endswith(rule.subject.ends):
            continue
        found = groups.findall(_QUOTED.sub("｜", entity.name.replace("公司", "｜")))
        found = found or cared.findall(entity.name)
        if found and not entity.name.endswith(found[-1]) and not any(word in entity.name for word in rule.unless):
            yield relate(entity.mentions[0], rule, found[-1], [(entity.id, found[-1])])


def _honoured(known: Known, rule: Rule) -> Iterator[Step]:
    """Who has the honour by the name of a meeting held for it: “甲楷模”乙同志事迹报告会."""
    of_type = {kind: [e for e in known.entities if HOLE_OF_TYPE[e.type] == kind] for kind in ("活动", "奖项", "人物")}
    for event in of_type["活动"]:
        if "”" not in event.name or not event.mentions or not any(word in event.name for word in rule.words):
            continue
        for honour in of_type["奖项"]:
            behind = event.name.partition(f"“{honour.name}”")[2]
            who = next((p for p in of_type["人物"] if behind.startswith((p.name, f"获得者{p.name}"))), None)
            if who is not None:
                yield relate(event.mentions[0], rule, honour.name, [(who.id, honour.id)])


def _an_era(entity: Entity) -> bool:
    """Is it a congress by which an age is called (党的十八大以来), whatever is told of the age?"""
    return entity.type == "Event" and entity.name.endswith("大")


def main_topic(known: Known, signers: Container[str]) -> str:
    """What the article is about: what it names most, its headline counting thrice, the first of equals; or itself.

    What happens and what is done counts more than who does it; those who sign the article (its agency, its editors)
    and awards do not count.
    """
    rank = {"Event": 0, "Programme": 0, "Policy": 1, "Organization": 2, "Person": 2}
    credits = [(block.start, block.end) for block in known.article.blocks if block.kind == "byline"]
    credits += (match.span() for match in _DATELINE.finditer(known.article.text))
    candidates = [
        e
        for e in known.entities
        if e.type in rank
        and e.id not in signers
        and not _an_era(e)
        and any(not any(a <= start < b for a, b in credits) for start, _ in e.mentions)
    ]
    title = next((s.end for s in known.article.sentences if s.kind != "byline"), 0)

    def weight(entity: Entity) -> float:
        times = len(entity.mentions) + 2 * any(start < title for start, _ in entity.mentions)
        return times if rank[entity.type] == 2 else times * _WHAT

    best = min(candidates, key=lambda e: (-weight(e), rank[e.type], e.mentions[0]), default=None)
    if best is None or weight(best) < _LEAST:
        return ARTICLE
    names = {best.name.removesuffix(kind) for kind in known.engine.words.committees} - {best.name}
    event = next((e.id for e in known.entities if e.type == "Event" and e.name in names), None)
    return event or best.id  # a committee that bears the name of an event: who is told of is the event
