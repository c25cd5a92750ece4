"""Runs every recogniser over one scan of the text and settles what they propose."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from kg.knowledge import Knowledge
from kg.model import Article, Mention, Quantity, Refusal, Time
from kg.recognize.candidate import Candidate, as_body
from kg.recognize.committee import committees
from kg.recognize.named import named_finder
from kg.recognize.named_owner import with_their_borders
from kg.recognize.organization import organization_finder
from kg.recognize.organization_town import of_their_town
from kg.recognize.overlaps import LEAST, settle
from kg.recognize.person import person_finder
from kg.recognize.place import place_finder
from kg.recognize.premises import as_premises
from kg.recognize.quantity import find_quantities
from kg.recognize.quantity_told import counted, dated
from kg.recognize.scan import Scan, build_scanner
from kg.recognize.time import time_finder
from kg.text import spans_of

KNOWN = "organization:known"
THING = re.compile(" ?[A-Za-z0-9]")
"""Behind a brand the name of its product: 甲牌 X90."""

SHORTEST_REPEATED = 3
"""A body's name of at least so many characters is a name wherever it stands in the article."""


LEADING = re.compile("(?:20[0-9]{2}年?|(?:第[一二三四五六七八九十百0-9]+|首|本|上|下)届)(?:20[0-9]{2}年?)?")
"""A year or an ordinal before the place of an event's name."""

INNER = ":inner"
"""So ends the reason of a name within another."""

REGIONS = "R-"
"""So begin the codes of regions; behind an ordinal they tell how far the event reaches (首届非洲…)."""

JOINT_NAME = re.compile(
    "(.{2,30}?[与和同、].{2,30}?)(?:全面|深化|深度|校[企地园]|政[企校银]|银[企政]|战略|框架|共建|合作|联合|产学研)"
    ".{0,16}?(?:仪式|大会|签约会|发布会|座谈会|洽谈会|对接会|推介会|启动会|交流会)"
)
"""Ceremonies and meetings of two bodies that work together."""

_COMMITTEE = re.compile("(?:建设|创建|改革|推进)?(?:工作)?(?:领导|协调|专项)?(?:小组|专班|指挥部)|(?:联合会)?委员会")
"""What a committee deals with is no body (职工书屋建设领导小组), and a union's committee is the union."""
_FORM = re.compile("(?:集团|股份|控股|有限|责任|公司|（集团）|（控股）|总公司)+")

_SESSIONS = ("会员大会", "代表大会", "理事会", "年会", "职代会", "会议", "全会")
_ONE_MEETING = re.compile("暨(?!第|首届|20)")

UNIONS_OF_BODIES = frozenset(
    ("学会", "协会", "研究会", "联合会", "联盟", "总会", "联谊会", "联合总会", "联席会", "联席会议", "联合体")
)

_NO_BODY = re.compile("^中共$|[省市县区州旗]工会$|[纪监]委(?:国家监委)?驻[^组]+$")
"""甲省工会 in 甲省工会优秀工作者 are all its unions; the body is 甲省总工会."""
_TRADES = ("工业", "产业", "行业", "制造", "零部件", "用品")
"""Behind a firm's short form that is a trade's name too they make it that."""
POLICE = ("公安", "消防", "交警", "边防")
"""甲县公安 in 甲县公安边防支队 is no body of its own."""

_PAPER = ("报", "》", "网", "周刊")
"""How the name of a paper over its page ends; the place in it is none that the page tells of."""

STORM = re.compile(
    "(?:台风|飓风|热带风暴|热带气旋)(?:“([一-鿿·]{2,8})”|([一-鿿]{2,5}(?=[过登袭已将造影带在从于，。])))"
)
"""The names of storms, which are no people's."""
VESSEL = re.compile("“([\u4e00-\u9fff]{2,6})(?:\\d{0,6}号|\\d{2,8}(?=”[轮船艇舰]))”")
"""“大岭山号”, “海巡0912”: ships, which are no places or people."""

WHOLE = frozenset({KNOWN, "award:name"})
"""How names are found that the lexicon has whole: 国务院政府特殊津贴 holds no 国务院政府."""

OPENED = frozenset({"Organization", "Event", "Programme", "Place", "Award"})
"""Names of these types may open with a body's name (its department, its contest, its premises)."""


@dataclass(frozen=True, slots=True)
class Recognition:
    """What stands in an article, in reading offsets.

    ``mentions`` are disjoint and in text order; ``inner`` are names inside their names (the parent body in a
    department's name, the contest in its final's name), which count as entities without a mention of their own.
    ``proposed`` is what the mentions were chosen from.
    """

    mentions: tuple[Mention, ...]
    inner: tuple[Mention, ...]
    times: tuple[Time, ...]
    quantities: tuple[Quantity, ...]
    proposed: tuple[Candidate, ...]

    @property
    def refusals(self) -> list[Refusal]:
        """What was proposed and dropped, with the reason; told only to who asks for it."""
        return _refusals(self.proposed, self.mentions)


Recognizer = Callable[[Article], Recognition]


def build_recognizer(knowledge: Knowledge) -> Recognizer:
    """A recogniser over this knowledge; build one in every worker, it does not pickle."""
    scanner = build_scanner(knowledge)
    lexicon = knowledge.lexicon
    organizations = organization_finder(lexicon)
    places = place_finder(knowledge)
    persons = person_finder(lexicon)
    named = named_finder(lexicon)
    times = time_finder(lexicon)
    houses = tuple(lexicon["place_houses"])

    def recognize(article: Article) -> Recognition:
        scan = scanner(article.text)
        candidates = [
            *(bodies := organizations(scan)),
            *(sites := places(scan)),
            *of_their_town(scan, bodies, sites),
            *(people := persons(scan, (*article.reporters, *article.photographers))),
            *(titled := with_their_borders(scan.text, named(scan), people, bodies)),
            *committees(scan, titled, lexicon["event_committees"]),
            *_agency(article),
        ]
        whole = [c for c in candidates if c.mention.by[-6:] != INNER]
        if storms := {name for match in STORM.finditer(scan.text) for name in match.groups()}:
            whole = [c for c in whole if c.mention.type != "Person" or c.mention.text not in storms]
        if ships := {match.start(1) for match in VESSEL.finditer(scan.text)}:
            whole = [c for c in whole if c.mention.type not in ("Person", "Place") or c.mention.start not in ships]
        if "”号" in scan.text:  # “布什”号, a ship
            whole = [c for c in whole if c.mention.type != "Person" or not scan.text.startswith("”号", c.mention.end)]
        notes = [(block.start, block.end) for block in article.blocks if block.kind == "note"]
        papers = [note for note in notes if article.text.endswith(_PAPER, *note)]
        whole = [c for c in whole if c.mention.type != "Place" or not _within(papers, c.mention)]
        mentions = as_premises(scan, _with_repeats(scan, settle(whole)), houses)
        return Recognition(
            mentions=tuple(mentions),
            inner=tuple(_inner(candidates, mentions)),
            times=dated(_outside(notes, times(article.text, article.published)), mentions),
            quantities=counted(article, find_quantities(article.text, lexicon, tagged=scan.words), mentions),
            proposed=tuple(whole),
        )

    return recognize


def _within(spans: Sequence[tuple[int, int]], item: Mention | Time) -> bool:
    return any(start <= item.start and item.end <= end for start, end in spans)


def _outside(notes: Sequence[tuple[int, int]], times: Iterable[Time]) -> list[Time]:
    """The times of the text: the date over a page tells when it was printed."""
    return [time for time in times if not _within(notes, time)]


def _agency(article: Article) -> list[Candidate]:
    """The medium that the layout read from a dateline or credit is a body wherever it is named."""
    return [
        as_body(article.text, *span, "agency", 2.5, "media") for span in spans_of(article.agency or "", article.text)
    ]


def _with_repeats(scan: Scan, mentions: Sequence[Mention]) -> list[Mention]:
    """A body named once is found wherever its name stands in the article."""
    found = list(mentions)
    starts = [m.start for m in mentions]
    ends = [m.end for m in mentions]
    seen: set[str] = set()
    for mention in mentions:
        name = mention.text
        if mention.type != "Organization" or len(name) < SHORTEST_REPEATED or name in seen:
            continue
        seen.add(name)
        for at, end in spans_of(name, scan.text):
            index = bisect_left(ends, at + 1)
            free = (index == len(starts) or starts[index] >= end) and scan.is_boundary(end)
            if free and not (mention.by == KNOWN and THING.match(scan.text, end)):
                found.append(replace(mention, start=at, end=end, by="organization:repeated"))
    if len(found) == len(mentions):
        return found
    found.sort(key=lambda m: (m.start, m.end))
    kept: list[Mention] = []
    for mention in found:
        if not kept or kept[-1].end <= mention.start:
            kept.append(mention)
    return kept


def _inner(candidates: Sequence[Candidate], mentions: Sequence[Mention]) -> list[Mention]:
    """Names of the same type that open a longer mention: the parent body, the contest of a final."""
    letters = {c.mention.start for c in candidates if c.mention.type == "Place" and len(c.mention.text) == 1}
    whole: dict[int, Mention] = {}
    for mention in mentions:
        _open(whole, mention, letters)
    found: dict[tuple[int, int], Mention] = {}
    for candidate in candidates:
        mention = candidate.mention
        if mention.type == "Event" and _goes_on(mention, mentions):
            continue
        if mention.by[-6:] == INNER:
            if any(m.start <= mention.start and mention.end <= m.end and not _same(mention, m) for m in mentions):
                found[mention.start, mention.end] = mention
            continue
        outer = whole.get(mention.start)
        if outer is None or outer.end <= mention.end or candidate.score < LEAST:
            continue
        if mention.type == "Place":
            wide = mention.start > outer.start and (mention.value or "").startswith(REGIONS)
            if outer.type in ("Programme", "Event") and not wide:
                found[mention.start, mention.end] = replace(mention, by="place:inner")
        elif mention.type == "Organization":
            trade = outer.text.startswith(_TRADES, mention.end - outer.start)  # 甲市汽车|工业技术中心
            piece = trade or _same(mention, outer) or mention.text.endswith(POLICE) or _NO_BODY.search(mention.text)
            if outer.type in OPENED and outer.by not in WHOLE and not piece:
                found[mention.start, mention.end] = replace(mention, by="organization:inner")
    for mention in _joined(candidates, mentions):
        found.setdefault((mention.start, mention.end), mention)
    bodies = {m.start: m for m in sorted(found.values(), key=lambda m: m.end) if m.type == "Organization"}
    return [  # 上海合作组织峰会: 上海 is a piece of the body's name, as 甲工会 is in 甲工会联合会大会
        found[key]
        for key in sorted(found)
        if (longest := bodies.get(key[0])) is None
        or longest.end <= key[1]
        or not (found[key].type == "Place" or _same(found[key], longest))
    ]


def _goes_on(part: Mention, mentions: Sequence[Mention]) -> bool:
    """Is it the first half of one meeting's name: 三届一次会员大会|暨换届大会? 第五届甲运动会|暨第三届乙大会 are two."""
    if not part.text.endswith(_SESSIONS):
        return False
    whole = (m for m in mentions if m.type == "Event" and m.start <= part.start and part.end < m.end)
    return any(_ONE_MEETING.match(m.text, part.end - m.start) for m in whole)


def _joined(candidates: Sequence[Candidate], mentions: Sequence[Mention]) -> Iterator[Mention]:
    """The bodies that a joint ceremony's name joins to the one it opens with: 甲市政府与|乙集团|战略合作签约仪式."""
    for outer in mentions:
        if outer.type != "Event" or (joint := JOINT_NAME.match(outer.text)) is None:
            continue
        starts = {outer.start + at + 1 for at in range(joint.end(1)) if outer.text[at] in "与和同、"}
        best: dict[int, Mention] = {}
        for candidate in candidates:
            inner = candidate.mention
            fits = inner.start in starts and inner.end <= outer.start + joint.end(1) and candidate.score >= LEAST
            if inner.type == "Organization" and fits and inner.end > best.get(inner.start, inner).end - 1:
                best[inner.start] = inner
        yield from (replace(inner, by="organization:inner") for inner in best.values())


def _open(whole: dict[int, Mention], outer: Mention, letters: Container[int]) -> None:
    """Notes where a place may open the name: at its start, behind a year or ordinal, behind a letter (日俄会晤)."""
    start = outer.start
    if outer.type in ("Programme", "Event") and (lead := LEADING.match(outer.text)):
        whole[start + lead.end()] = outer
    whole[start] = outer
    while start in letters and start < outer.end:
        start += 1
        whole[start] = outer


def _same(inner: Mention, outer: Mention) -> bool:
    """Does the rest of the longer name begin with a legal form (甲汽车 + 集团有限公司) or is it a union of such bodies (甲学会 + 联合会) or its site (甲传媒 + 网)?

    The shorter one is then no body of its own beside the longer.
    """
    rest = outer.text[inner.end - outer.start :] if inner.start == outer.start else ""
    if not outer.type == inner.type == "Organization":
        return False
    return rest == "网" or rest in UNIONS_OF_BODIES or bool(_FORM.match(rest) or _COMMITTEE.fullmatch(rest))


def _refusals(candidates: Iterable[Candidate], mentions: Sequence[Mention]) -> list[Refusal]:
    taken = {(m.start, m.end, m.type) for m in mentions}
    ends = [m.end for m in mentions]
    result = []
    for candidate in candidates:
        m = candidate.mention
        if (m.start, m.end, m.type) in taken:
            continue
        index = bisect_left(ends, m.start + 1)
        if candidate.score < LEAST:
            reason = f"证据不足（score {candidate.score:.1f} < {LEAST}）"
        elif index < len(ends) and mentions[index].start < m.end:
            reason = f"与“{mentions[index].text}”重叠（overlaps a surer or longer name）"
        else:
            continue
        result.append(Refusal(m.start, m.end, m.text, m.by, reason))
    return result
