"""Places: names of the gazetteer, and names composed up to a head such as 村, 大桥 or 体育场.

A stack of names (山东省潍坊市奎文区, 浙江绍兴) is one mention. Names that are ordinary words too, and names of one
character (粤, 美), count only where the context speaks for a place.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from kg.knowledge import Knowledge
from kg.model import Mention
from kg.recognize.candidate import Candidate
from kg.recognize.scan import Scan

BEFORE_PLACE = frozenset("在于到赴抵往从至由离驻经自")
"""A place stands behind these."""

BEFORE_ABBREVIATION = frozenset("在赴抵来访驻离进返援对出入旅留居")
"""在京, 赴沪, 访华, 援藏: what stands before an abbreviated place that is alone."""

COMPOSED_TAGS = frozenset("nz nr nrt nrfg ng ns g zg x ag vg tg n j b eng f h k a s".split())
PROPER = frozenset("nz nr nrt nrfg ng ns g zg ag vg tg eng".split())
NOMINAL = frozenset("n nz vn a ad".split())
"""Behind a risky name these make it an ordinary word of a longer phrase (在和平年代)."""

DIRECTIONS = frozenset("东西南北中上下前后")
DIGITS = frozenset("0123456789一二三四五六七八九十")
COMMON = frozenset("各每某该本此条座个一两几多全同同一老旧古小大新当沿指为在上下中内外")
"""One character that makes the head an ordinary noun: 各村, 古庙, 沿河."""

MAX_PIECES = 6
LONGEST = 16


def place_finder(knowledge: Knowledge) -> Callable[[Scan], list[Candidate]]:
    """A function from a scan to the candidates of type Place, stacks merged."""
    gazetteer = knowledge.gazetteer
    by_name = gazetteer.by_name
    risky = frozenset(name for place in gazetteer.by_code.values() for name in place.risky)
    letters = frozenset(name for name in by_name if len(name) == 1)
    lexicons = knowledge.lexicon.values
    heads = {**lexicons.get("place_site_kinds", {}), **lexicons.get("place_water_and_hills", {})}
    stop = lexicons.get("place_stop", {})

    def in_gazetteer(scan: Scan, start: int, end: int) -> float:
        """The score of a gazetteer name that stands here; 0 where it is a piece of other words."""
        text = scan.text
        name = text[start:end]
        if not scan.is_boundary(start):
            first, last, _ = scan.words[scan.word_at[start]]
            if (
                last > start + 1
                and first not in scan.ending["place"].get(start, ())
                and (end - start < 4 or first < start - 1)
            ):
                return 0.0
        if not scan.is_boundary(end) and end - start < 4:
            first, last, _ = scan.words[scan.word_at[end]]
            if first != start or text[end:last] not in heads and last not in scan.starting["place"].get(end, ()):
                return 0.0
        if name not in risky or len(name) > 2 and any(p.level == "country" for p in by_name[name]):
            return 1.8
        if any(place.name in text for place in by_name[name] if place.name != name):
            return 1.2
        if text[start - 1 : start] in BEFORE_PLACE and scan.tag(end) not in NOMINAL:
            return 1.0
        if any(inside(text[s:start], name) for s in scan.ending["place"].get(start, ()) if start - s > 1):
            return 1.2
        if any(inside(name, text[end:e]) for e in scan.starting["place"].get(end, ()) if e - end > 1):
            return 1.2
        return 0.0

    def composed(scan: Scan, head: int, end: int, by_end: Mapping[int, int]) -> tuple[int, float] | None:
        """The start of a name that ends in a head such as 大桥, and its score."""
        text = scan.text
        if text[head:end] in stop or scan.word(end - 1) in stop:
            return None
        at, proper = head, 0
        for _ in range(MAX_PIECES):
            if at == 0 or end - at > LONGEST:
                break
            if at in by_end:
                return (at, 1.2) if at < head and proper else (by_end[at], 1.2)
            place = next((s for s in scan.ending["place"].get(at, ()) if at - s >= 2 and scan.is_boundary(s)), None)
            if place is not None:
                return place, 1.8
            body = next((s for s in scan.ending["organization_names"].get(at, ()) if scan.is_boundary(s)), None)
            if body is not None:
                return body, 1.4
            first, _, tag = scan.words[scan.word_at[at - 1]]
            piece = text[first:at]
            if piece in DIGITS or (tag == "m" and (piece.isascii() or piece[0] in DIGITS)):
                at = first
                continue
            if tag not in COMPOSED_TAGS or not piece.isalnum() or piece in stop or piece in COMMON:
                break
            if tag not in PROPER and len(piece) > 1 and proper:
                break
            if tag in PROPER or (len(piece) == 1 and piece not in DIRECTIONS):
                proper += len(piece)
            at = first
        name = text[at:head]
        if proper < 2 or len(name) < 2 or text[at:end] in stop:
            return None
        return at, 1.2 if end - head > 1 else 0.9

    def code_of(name: str) -> str | None:
        places = by_name.get(name, ())
        return places[0].code if len(places) == 1 else None

    def find(scan: Scan) -> list[Candidate]:
        text = scan.text
        spans: dict[int, tuple[int, float, str]] = {}
        for start, end in scan.terms["place"]:
            if end - start == 1:
                continue
            score = in_gazetteer(scan, start, end)
            if score and (start not in spans or spans[start][0] < end):
                spans[start] = (end, score, "gazetteer")
        by_end = {end: start for start, (end, _, _) in spans.items()}
        found = (*scan.terms["place_site_kinds"], *scan.terms["place_water_and_hills"])
        for head, end in sorted(found, key=lambda span: (span[1], span[0])):
            if not scan.is_boundary(end) or by_end.get(end, head) < head:
                continue
            word_start, word_end, tag = scan.words[scan.word_at[head]]
            if word_start < head and word_end == end and tag == "ns" and text[word_start:end] not in stop:
                name = (word_start, 1.2)
            else:
                name_or_none = composed(scan, head, end, by_end)
                if name_or_none is None:
                    continue
                name = name_or_none
            start, score = name
            if start not in spans or spans[start][0] < end:
                spans[start] = (end, score, f"head:{text[head:end]}")
                by_end[end] = start
        for start in [i for i, c in enumerate(text) if c in letters]:
            if start not in spans and (score := letter(scan, start)):
                spans[start] = (start + 1, score, "abbreviation")
        return merge(scan, spans)

    def letter(scan: Scan, at: int) -> float:
        """One character for a place: in a row of such (中美, 粤港澳) or behind 在, 赴, 访 … as a word of its own."""
        text = scan.text
        first, last, tag = scan.words[scan.word_at[at]]
        word = text[first:last]
        if len(word) > 1:
            return 0.9 if all(c in letters for c in word) and tag in ("ns", "j", "nz") else 0.0
        before = text[at - 1] if at else ""
        after = text[at + 1] if at + 1 < len(text) else ""
        if before in BEFORE_ABBREVIATION:
            return 1.0 if scan.is_boundary(at - 1) or before == "访" else 0.0
        if (after in letters and len(scan.word(at + 1)) == 1) or (before in letters and len(scan.word(at - 1)) == 1):
            return 0.8
        return 0.0

    def merge(scan: Scan, spans: dict[int, tuple[int, float, str]]) -> list[Candidate]:
        """Stacks become one mention; a name inside another goes."""
        text = scan.text
        results: list[Candidate] = []
        done = 0
        for start in sorted(spans):
            if start < done:
                continue
            end, score, reason = spans[start]
            names = [text[start:end]]
            while end in spans and len(names) < 5 and end - start > 1:
                next_end, next_score, next_reason = spans[end]
                if next_end - end == 1 or not (inside(names[-1], text[end:next_end]) or next_reason[:4] == "head"):
                    break
                names.append(text[end:next_end])
                end, score = next_end, max(score, next_score)
            done = end
            code = None
            if len(names) > 1:
                stack = gazetteer.resolve_stack(names)
                code = stack[0].code if len(stack) == 1 else None
            else:
                code = code_of(names[0])
            mention = Mention(start, end, "Place", text[start:end], f"place:{reason}", text[start:end], code)
            results.append(Candidate(mention, score))
        return results

    def inside(outer: str, inner: str) -> bool:
        return bool(gazetteer.resolve_stack([outer, inner]))

    return find
