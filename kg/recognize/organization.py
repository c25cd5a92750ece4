"""Organisations: known names, and names composed over characters up to a head such as 总工会 or 有限公司.

A name is read from its head to the left, unit by unit (places, known bodies, field words, ordinals, words of the
dictionary, single characters that no word claims), until a word comes that no name holds. Then the best left border
is chosen: a place, a prefix such as 中国, an inner body, or the first proper piece.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from kg.knowledge.lexicon import Lexicon
from kg.model import Mention
from kg.recognize.candidate import Candidate
from kg.recognize.scan import Scan

LONGEST = 30
"""No name of a body in a newspaper is longer; a longer run is a list or a slip."""

CONTENT_TAGS = frozenset("n nz nt ng nrt nrfg ns nr vn an ag j b s g zg eng i l vg a tg k h o".split())
"""jieba's tags of the words that may stand inside a name."""

PROPER_TAGS = frozenset("nz nt nrt nrfg nr g zg eng ns ng ag vg tg o k h".split())
"""Words of these tags make a name proper: names, and lone characters that are no words of their own."""

BORDER_TAGS = frozenset("pcurmtyewx")
"""Words of these tags (prepositions, conjunctions, particles, pronouns, numbers, times) end a name."""

ORDINALS = frozenset("一二三四五六七八九十百0123456789")
FUNCTION = frozenset(
    "在到给请让使用把被是有说称为将从对向与和及或等的了着过于以而也都就还又并其该此某各每赴访由按经据兼由地得之者所我你他她它这那哪谁几两名位个家次届年月日时分秒前后"
)
"""Characters that no name holds when they are words of their own."""

JOINING = frozenset("联合 组织 协调 指导 援助 帮扶 助力 协助 合作 委托 配合 支持".split())
"""Inner words that are the predicate when a whole body stands before them: 甲市总工会联合乙局."""

OPENING = frozenset(("中国", "中华", "中央", "中共", "全国", "国家"))
"""Nothing stands before these in a name."""

PREDICATES = (
    "organization_verbs",
    "verb_common",
    "verb_none",
    "verb_pivot",
    "verb_speech",
    "verb_adverb",
    "person_verbs",
    "speech_verbs",
)
"""The lexicons of verbs that part a name from the clause before it."""

BRACKETS = {"”": "“", "’": "‘", "』": "『", "」": "「", "）": "（", ")": "("}
FORMAL = ("有限公司", "有限责任公司", "股份公司")
"""Heads that only full legal names have: all the words before them belong to the name."""

LONGEST_QUOTE = 14
LONGEST_VERBAL = 14
"""How far from its head a place still opens a name that holds a verb (哈尔滨市排水集团)."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A piece of a name; ``kind`` is place, body, prefix, level, field, ordinal, quoted, bracket, proper or word."""

    start: int
    end: int
    kind: str


Border = tuple[int, str, float]
"""Where a name begins, why, and how sure that is."""


LOOSE = frozenset({"organization:field+head", "organization:proper+head", "organization:ordinal+head"})
"""An inner body that was read for one of these reasons may have more of its name before it."""


def organization_finder(lexicon: Lexicon) -> Callable[[Scan], list[Candidate]]:
    """A function from a scan to the candidates of type Organization."""
    kinds = {term: tuple(value.split()) for term, value in lexicon["organization_kinds"].items()}
    known = lexicon["organization_names"]
    prefixes = lexicon["organization_prefixes"]
    fields = lexicon["organization_fields"]
    inner = lexicon["organization_inner_words"]
    stop = lexicon["organization_stop"]
    predicates = frozenset().union(*(lexicon.values.get(c, ()) for c in PREDICATES)).difference(inner)
    longest_field = max(map(len, fields))

    def unit_before(scan: Scan, end: int, done: Mapping[int, Candidate]) -> Unit | None:
        """The unit that ends here, or None at a border of the name."""
        text = scan.text
        last = text[end - 1]
        if last in BRACKETS:
            return _bracketed(text, end)
        inner_start = done[end].mention.start if end in done else end
        for start in scan.ending["organization_names"].get(end, ()):
            if start <= inner_start and scan.is_boundary(start):
                return Unit(start, end, "body")
        if end in done:
            return Unit(inner_start, end, "proper" if done[end].mention.by in LOOSE else "body")
        if not last.isalnum():
            return Unit(end - 1, end, "word") if last in "·•—-" and end > 1 and text[end - 2].isalnum() else None
        for start in scan.ending["place"].get(end, ()):
            if text[start:end] == "和县" and start in scan.ending["organization_kinds"]:
                return Unit(end - 1, end, "level")  # 甲市总工会和县政法委: no place 和县
            if end - start >= 2 and (scan.is_boundary(start) or end - start > 2):
                return Unit(start, end, "place")
            if end - start == 1 and scan.is_boundary(start) and scan.is_boundary(end) and last not in "中以和新":
                return Unit(start, end, "letter")
        for size in range(min(longest_field, end), 1, -1):
            if text[end - size : end] in fields:
                if text[end - size : end] in JOINING and end - size in done:
                    return None
                return Unit(end - size, end, "field")
        return _word_unit(scan, end, done)

    def _word_unit(scan: Scan, end: int, done: Mapping[int, Candidate]) -> Unit | None:
        text = scan.text
        start, word_end, tag = scan.words[scan.word_at[end - 1]]
        word = text[start:end]
        if word in prefixes:
            return Unit(start, end, "level" if prefixes[word] else "prefix")
        if word in stop or text[start:word_end] in stop:
            return None
        if text[end - 1] == "届":
            return _numbered(text, end - 1)
        if text[end - 1] in ORDINALS or text[end - 1].isascii():
            return _numbered(text, end)
        if len(word) == 1:
            return None if word in FUNCTION or tag in ("m", "r") else Unit(start, end, "proper")
        if word in inner:
            return None if word in JOINING and start in done else Unit(start, end, "word")
        if word in predicates:
            return None
        if tag in CONTENT_TAGS or tag[:1] == "n":
            return Unit(start, end, "proper" if tag in PROPER_TAGS else "word")
        return None if tag[:1] in BORDER_TAGS or start in done else Unit(start, end, "verb")

    def compose(scan: Scan, head: int, end: int, done: Mapping[int, Candidate]) -> Candidate | None:
        """The name that ends in this head, if enough of a name stands before it."""
        text = scan.text
        family, *rest = kinds[text[head:end]]
        strength = rest[0] if rest else ""
        if text[head:end] == "投资" and text[end : end + 1].isdigit():
            return None  # 甲公司投资3亿元: the verb
        if end - head == 1 and not _head_of_its_own(scan, head, fields):
            return None
        units: list[Unit] = []
        at = head
        while at > 0 and end - at < LONGEST:
            unit = unit_before(scan, at, done)
            if unit is None or (units and units[-1].kind == "body" and unit.kind != "place"):
                break
            if units and text[units[-1].start : units[-1].end] in OPENING:
                break
            units.append(unit)
            at = unit.start
        units.reverse()
        border = _border(units, head, strength)
        if border is None and units:
            border = _quoted_whole(text, at, end)
        if units and (border is None or border[1] == "proper+head"):
            border = _before_post(scan, units, end) or border
        if border is not None and border[1] in ("proper+head", "field+head") and text[head:end].endswith(FORMAL):
            border = min(u.start for u in units if u.kind != "verb"), "formal+head", 1.6
        if border is None:
            return None
        start, reason, score = border
        name = text[start:end]
        return Candidate(Mention(start, end, "Organization", name, f"organization:{reason}", name, family), score)

    def find(scan: Scan) -> list[Candidate]:
        done: dict[int, Candidate] = {}
        results: list[Candidate] = []
        for end in sorted(scan.ending["organization_kinds"]):
            if not _ends_here(scan, end):
                continue
            for head in scan.ending["organization_kinds"][end]:
                candidate = compose(scan, head, end, done)
                if candidate is not None:
                    done[end] = candidate
                    results.append(candidate)
                    break
        for start, end, tag in scan.words:
            if tag == "nt" and end - start > 3 and end not in done and scan.ending["organization_kinds"].get(end):
                name = scan.text[start:end]
                results.append(
                    Candidate(Mention(start, end, "Organization", name, "organization:dictionary", name), 1.4)
                )
        for start, end in scan.terms["organization_names"]:
            if not _ends_here(scan, end) or not (scan.is_boundary(start) or end - start > 4):
                continue
            name = scan.text[start:end]
            if scan.text[end : end + 1].isascii() and scan.text[end : end + 1].isalpha():
                continue  # 奔驰S级: a product, not its maker
            first = _local(scan, start)
            whole = scan.text[first:end]
            value = known[name] or name if first == start else "local"
            results.append(
                Candidate(Mention(first, end, "Organization", whole, "organization:known", whole, value), 1.8)
            )
        return results

    return find


def _bracketed(text: str, end: int) -> Unit | None:
    """“…” or （…） that ends here, if it can be a piece of a name."""
    close = text[end - 1]
    start = text.rfind(BRACKETS[close], max(0, end - LONGEST_QUOTE), end - 1)
    if start < 0 or any(c in "，。；：、\n" for c in text[start:end]):
        return None
    return Unit(start, end, "bracket" if close in "）)" else "quoted")


def _numbered(text: str, end: int) -> Unit | None:
    """第五, 110, T3 that ends here; a plain number counts only behind 第 or letters."""
    at = end
    while at > 0 and (
        text[at - 1] in ORDINALS or (text[at - 1].isascii() and (text[at - 1].isalnum() or text[at - 1] in "-&"))
    ):
        at -= 1
    if at > 0 and text[at - 1] == "第":
        return Unit(at - 1, end + (text[end : end + 1] == "届"), "ordinal")
    if any(c.isascii() and c.isalpha() for c in text[at:end]):
        return Unit(at, end, "proper")
    return Unit(at, end, "number") if end - at <= 4 else None


def _ends_here(scan: Scan, end: int) -> bool:
    """Can a name end here: at the end of a word, before a post (省委书记) or the 长 of its head (外交部长)?"""
    return scan.is_boundary(end) or (
        scan.text[end] == "长" and (end + 1 == len(scan.text) or scan.is_boundary(end + 1))
    )


def _head_of_its_own(scan: Scan, head: int, fields: Mapping[str, str]) -> bool:
    """Is a head of one character (局, 队) one here, and no piece of a word such as 局势, 北部, 社会?"""
    start, end, tag = scan.words[scan.word_at[head]]
    before = scan.text[start:head]
    return (
        head == start
        or tag == "nt"
        or before in fields
        or before in ("管理", "服务", "监督", "经营")
        or start in scan.ending["place"].get(head, ())
    )


def _local(scan: Scan, start: int) -> int:
    """Where a known name begins when one place stands right before it (湖南 + a firm: its branch there)."""
    if scan.text.startswith(("中央", "中国", "中共", "全国", "国家", "国务院", "联合国"), start):
        return start
    for first in scan.ending["place"].get(start, ()):
        if start - first >= 2 and scan.is_boundary(first) and not scan.ending["place"].get(first):
            return first
    return start


def _border(units: Sequence[Unit], head: int, strength: str) -> Border | None:
    """The left border of a name whose pieces are these, the leftmost first."""
    last = units[-1].kind if units else ""
    if strength == "brand" and last not in ("proper", "quoted", "ordinal") and (not units or units[0].kind != "body"):
        return None
    anchors = [u for u in units if u.kind in ("place", "body", "prefix", "level")]
    if strength == "organ" and last not in ("field", "place", "level") and (last != "word" or not anchors):
        return None
    if not anchors and units and units[0].kind == "letter" and (len(units) > 1 or strength != "weak"):
        return units[0].start, "letter+head", 1.0
    if anchors and (strength != "brand" or anchors[0].kind == "body" or last == "proper"):
        first = anchors[0]
        if any(u.kind == "verb" for u in units if u.start > first.start):
            if first.kind == "level" or head - first.start > LONGEST_VERBAL:
                return None
            return first.start, "anchor+verb+head", 1.2
        if first.kind == "level" and units[-1] is first and strength == "weak":
            return None
        return first.start, f"{first.kind}+head", 1.6 if first.kind in ("prefix", "level") else 2.0
    if strength == "bare":
        return head, "head", 1.5
    run = _proper_run(units)
    if not run:
        return None
    start = run[-1].start
    found = {unit.kind for unit in run}
    size = sum(u.end - u.start for u in run if u.kind == "proper")
    if "proper" in found and size >= 2:
        return start, "proper+head", 1.0 if strength in ("weak", "brand") else 1.6
    if "place" in found:
        return start, "place+head", 1.4
    if "quoted" in found and strength != "weak":
        return start, "quoted+head", 1.0
    if run[0].kind == "field" and strength in ("organ", ""):
        return start, "field+head", 1.2
    if "ordinal" in found and strength != "brand":
        return start, "ordinal+head", 1.0
    if last == "number" and strength in ("team", "army"):
        return start, "number+head", 0.8
    return None


def _proper_run(units: Sequence[Unit]) -> list[Unit]:
    """The pieces before the head, nearest first, back to the farthest proper one that nothing ordinary parts."""
    run: list[Unit] = []
    for unit in reversed(units):
        ordinary = unit.kind in ("word", "verb")
        if ordinary and any(u.kind in ("proper", "ordinal") for u in run):
            break
        run.append(unit)
    while run and run[-1].kind in ("word", "verb", "bracket", "number"):
        run.pop()
    return run


def _quoted_whole(text: str, start: int, end: int) -> Border | None:
    """“劳模志愿服务队”: quotes around the whole make it a name."""
    if start and text[start - 1] in "“『「" and text[end : end + 1] in ("”", "』", "」"):
        return start, "in-quotes", 1.4
    return None


def _before_post(scan: Scan, units: Sequence[Unit], end: int) -> Border | None:
    """综合管理部主任: a department is a name where a post follows it."""
    if not scan.starting["posts"].get(end):
        return None
    run: list[Unit] = []
    for unit in reversed(units):
        if unit.kind not in ("word", "field", "proper", "ordinal") or end - unit.start > LONGEST_QUOTE:
            break
        run.append(unit)
    return (run[-1].start, "post-behind", 1.0) if run else None
