"""The shape of a firm's legal name: a place, a brand, what the firm does, its form (甲市|金通|汽车零部件|有限公司)."""

from __future__ import annotations

from kg.recognize.organization_brand import NO_BRAND
from kg.recognize.organization_gap import Border
from kg.recognize.organization_head import Head
from kg.recognize.organization_terms import Terms
from kg.recognize.scan import Scan

MOST_WORDS = 4
"""So many words tell what a firm does."""

LONGEST = 14
NAMES = frozenset("nz nr nrt nrfg nt".split())
BORDERS = frozenset("p c u uj ul ug uz uv r d x y e".split())


def legal_name(scan: Scan, terms: Terms, head: Head) -> Border | None:
    """From the form to the left over what the firm does to its brand, and over the place before that."""
    at = head.start
    for count in range(MOST_WORDS + 1):
        brand = _brand(scan, at)
        if brand is not None and count:
            places = [s for s in scan.ending["place"].get(brand, ()) if brand - s > 1 and scan.is_boundary(s)]
            return (places[0] if places else brand), "legal+head", 1.7
        word = scan.word(at - 1)
        fits = at > 0 and head.start - at < LONGEST and scan.words[scan.word_at[at - 1]][1] == at
        if not fits or len(word) < 2 or not word.isalpha() or word.isascii():
            return None
        if word not in terms.legal_verbs and (
            word in terms.predicates or word in terms.stop or scan.tag(at - 1) in BORDERS
        ):
            return None
        at -= len(word)
    return None


def _brand(scan: Scan, end: int) -> int | None:
    """Where the brand that ends here begins: a name of the dictionary, or two or three lone characters."""
    if not end or scan.words[scan.word_at[end - 1]][1] != end:
        return None
    start, _, tag = scan.words[scan.word_at[end - 1]]
    if end - start > 1:
        named = tag in NAMES or (tag == "ns" and start in scan.ending["place"])  # 甲市|浙南|设备回收有限公司
        return start if named and end - start < 5 else None
    while start > 0 and end - start < 3 and len(word := scan.word(start - 1)) == 1 and word.isalpha():
        if word in NO_BRAND or scan.tag(start - 1) in BORDERS:
            break
        start -= 1
    if end - start < 2 or scan.text[end - 1] in NO_BRAND:
        return None
    before = scan.text[start - 1 : start]
    opens = not before.isalnum() or scan.tag(start - 1)[:1] in "pcuvdt" or start in scan.ending["place"]
    return start if opens else None
