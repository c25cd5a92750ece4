"""Places: names of the gazetteer, and names composed up to a head such as 村, 大桥 or 体育场.

A stack of names (山东省潍坊市奎文区, 浙江绍兴) is one mention. Names that are ordinary words too, and names of one
character (粤, 美), count only where the context speaks for a place.
"""

from __future__ import annotations

import re
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

ORDINARY = frozenset("n v vn a ad d i l t".split())

DIRECTIONS = frozenset("东西南北中上下前后")
DIGITS = frozenset("0123456789一二三四五六七八九十")
COMMON = frozenset("各每某该本此条座个一两几多全同同一老旧古小大新当沿指为在上下中内外")
"""One character that makes the head an ordinary noun: 各村, 古庙, 沿河."""

ORDINARY_LETTERS = frozenset("中新以老黑吉青海江希比加意赞蒙马西汉尼亚非哥宁")
"""Abbreviations that are everyday words: behind 在 or 对 they are no places (在新时代)."""

BETWEEN = frozenset(
    "两国 双方 关系 边境 边界 贸易 经贸 合作 友好 建交 交流 两地 三地 往来 双边 战争 首脑 领导人 会谈".split()
)
"""Behind a row of abbreviated places: 中美关系, 粤港两地."""

MAX_PIECES = 6
LONGEST = 16


AFTER_NAMESAKE = frozenset("舰杯牌")
"""长白山舰, 丰田杯: a thing that bears the place's name."""

NUMBERED = re.compile(r"[0-9一二三四五六七八九十]+号")
BORDERLAND = re.compile("边境地区|边境|边界")
HOUSE = re.compile(r"[0-9一二三四五六七八九十百]+(?:弄[0-9]+)?号(?:院|楼)?")
COUNTED_LIST = re.compile(
    r"(?<=[，。；：“”、面向在对含括于和\n])((?:[\u4e00-\u9fff]{2,6}、)+[\u4e00-\u9fff]{2,6})等?[0-9一二两三四五六七八九十]+个?"
    r"(?:社区|村|行政村|乡镇|镇|街道|县|县区|市|地市|区|省|省份|省区|市县|国家)"
)


def place_finder(knowledge: Knowledge) -> Callable[[Scan], list[Candidate]]:
    """A function from a scan to the candidates of type Place, stacks merged."""
    gazetteer = knowledge.gazetteer
    by_name = gazetteer.by_name
    risky = frozenset(name for place in gazetteer.by_code.values() for name in place.risky)
    letters = frozenset(name for name in by_name if len(name) == 1)
    lexicons = knowledge.lexicon.values
    heads = {**lexicons.get("place_site_kinds", {}), **lexicons.get("place_water_and_hills", {})}
    stop = lexicons.get("place_stop", {})
    pairs = lexicons.get("place_pairs", {})
    arrivals = lexicons.get("place_arrivals", {})

    def in_gazetteer(scan: Scan, start: int, end: int) -> float:
        """The score of a gazetteer name that stands here; 0 where it is a piece of other words."""
        text = scan.text
        name = text[start:end]
        if text[end : end + 1] in AFTER_NAMESAKE or NUMBERED.match(text, end):
            return 0.0
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
        if text[start - 1 : start] in BEFORE_PLACE and scan.tag(end) not in NOMINAL and scan.tag(start) not in ORDINARY:
            return 1.0
        if any(inside(text[s:start], name) for s in scan.ending["place"].get(start, ()) if start - s > 1):
            return 1.2
        if any(inside(name, text[end:e]) for e in scan.starting["place"].get(end, ()) if e - end > 1):
            return 1.2
        return 0.0

    def composed(scan: Scan, head: int, end: int, by_end: Mapping[int, int]) -> tuple[int, float] | None:
        """The start of a name that ends in a head such as 大桥, and its score."""
        text = scan.text
        last_word = scan.word(end - 1)
        if len(last_word) > end - head and last_word in stop:
            return None
        if head in by_end:
            return by_end[head], 1.4
        at, proper = head, 0
        for _ in range(MAX_PIECES):
            if at == 0 or end - at > LONGEST:
                break
            if at in by_end:
                return (at if proper else by_end[at]), 1.2
            place = next((s for s in scan.ending["place"].get(at, ()) if at - s >= 2 and scan.is_boundary(s)), None)
            if place is not None:
                return place, 1.8
            body = next((s for s in scan.ending["organization_names"].get(at, ()) if scan.is_boundary(s)), None)
            if body is not None:
                return body, 1.4
            first, _, tag = scan.words[scan.word_at[at - 1]]
            piece = text[first:at]
            if at == head and heads[text[head:end]] == "road" and len(piece) == 2 and first in by_end:
                return first, 1.2  # 某区起义路: any word names a road behind its place
            if piece in DIGITS or (tag == "m" and (piece.isascii() or piece[0] in DIGITS)):
                at = first
                continue
            if not piece.isalnum() or piece in stop or piece in COMMON:
                break
            if tag not in COMPOSED_TAGS and (len(piece) > 1 or tag[:1] in "pcur"):
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

        def numbered(end: int) -> int:
            """The end of a house number behind a road (中山路12号), else the same end."""
            match = HOUSE.match(text, end)
            return match.end() if match else end

        found = (*scan.terms["place_site_kinds"], *scan.terms["place_water_and_hills"])
        for head, end in sorted(found, key=lambda span: (span[1], span[0])):
            if text[end : end + 1] in AFTER_NAMESAKE or not (scan.is_boundary(end) or scan.starting["posts"].get(end)):
                continue
            if by_end.get(end, head) < head:
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
            if heads[text[head:end]] == "road":
                end = numbered(end)
            if start not in spans or spans[start][0] < end:
                spans[start] = (end, score, f"head:{text[head:end]}")
                by_end[end] = start
        for start, end, _ in scan.words:
            if text[start:end] in pairs and (match := BORDERLAND.match(text, end)):
                spans[start] = (match.end(), 1.2, "border")
        for start in [i for i, c in enumerate(text) if c in letters]:
            if start not in spans and (score := letter(scan, start)):
                spans[start] = (start + 1, score, "abbreviation")
        for start, end in listed(scan, spans):
            spans.setdefault(start, (end, 1.0, "list"))
        return merge(scan, spans)

    def listed(scan: Scan, spans: Mapping[int, tuple[int, float, str]]) -> list[tuple[int, int]]:
        """The items of a list whose kind stands behind its number: 甲屯、乙叶、丙街等4个社区."""
        text = scan.text
        found = []
        for match in COUNTED_LIST.finditer(text):
            at = match.start(1)
            for item in match[1].split("、"):
                if at == match.start(1):
                    while len(item) > 3 and scan.is_boundary(at) and scan.tag(at)[:1] in "pvdmc":
                        size = len(scan.word(at))
                        item, at = item[size:], at + size
                if 2 <= len(item) <= 6 and at not in spans and all("\u4e00" <= c <= "\u9fff" for c in item):
                    found.append((at, at + len(item)))
                at += len(item) + 1
        return found

    def letter(scan: Scan, at: int) -> float:
        """One character for a place: in a row of such (中美, 粤港澳) or behind 在, 赴, 访 … as a word of its own."""
        text = scan.text
        first, last, tag = scan.words[scan.word_at[at]]
        word = text[first:last]
        if len(word) > 1:
            if (word[0] in "在赴访驻抵涉" or word in arrivals) and at == last - 1 and len(word) == 2:
                return 1.0  # 在京, 访华: jieba has them as words
            return 0.9 if word in pairs or (all(c in letters for c in word) and scan.word(last) in BETWEEN) else 0.0
        char = text[at]
        before = text[at - 1] if at else ""
        after = text[at + 1] if at + 1 < len(text) else ""
        if before in BEFORE_ABBREVIATION and char not in ORDINARY_LETTERS:
            return 1.0 if scan.is_boundary(at - 1) or before == "访" else 0.0
        row = before + char if before in letters and len(scan.word(at - 1)) == 1 else ""
        row = row or (char + after if after in letters and len(scan.word(at + 1)) == 1 else "")
        if row and (row in pairs or scan.word(at + (2 if row[0] == char else 1)) in BETWEEN):
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
