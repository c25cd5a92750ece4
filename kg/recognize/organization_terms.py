"""What the lexicons say of the names of bodies, made ready for the readers of names."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from kg.knowledge.lexicon import Lexicon
from kg.recognize.scan import Scan, TermFinder, longest_terms

PREDICATES = (
    "organization_verbs",
    "verb_common",
    "verb_pivot",
    "verb_speech",
    "verb_adverb",
    "person_verbs",
    "speech_verbs",
)
"""The lexicons of verbs that part a name from the clause before it."""


DRAWN = frozenset("向对为由与和及在到从给把被")
LONG_NAME = 4
"""A known name of so many characters is one behind these even where the dictionary joins them: 向|东鹏饮料."""


@dataclass(frozen=True, slots=True)
class Terms:
    """The lexicons of organisations: ``kinds`` are heads with family and strength, ``known`` names with full names.

    ``brands`` are known names that are other things too, each with its class (product, platform, word, club);
    ``unlike`` are words that only look like verbs: borders unless the dictionary has them as nouns;
    ``acts`` stand behind a body that acts, ``acting`` are their first characters, ``makers`` before a firm's name, ``sounds`` are characters of
    foreign names, ``qualifiers`` are what a trade is told more closely with (绿色食品),
    ``field_sizes`` the lengths of the fields and prefixes by their last character, the longest first,
    ``legal_verbs`` verbs of legal names, ``shops`` kinds of shops, ``called`` words that they are called by, ``couriers`` firms with stations in towns, ``game`` finds the words of a match.
    """

    kinds: Mapping[str, tuple[str, str]]
    known: Mapping[str, str]
    brands: Mapping[str, str]
    products: Mapping[str, str]
    acts: Mapping[str, str]
    acting: frozenset[str]
    makers: Mapping[str, str]
    posts: Mapping[str, str]
    prefixes: Mapping[str, str]
    fields: Mapping[str, str]
    inner: Mapping[str, str]
    stop: Mapping[str, str]
    qualifiers: Mapping[str, str]
    legal_verbs: Mapping[str, str]
    shops: Mapping[str, str]
    called: Mapping[str, str]
    couriers: tuple[str, ...]
    letters: Mapping[str, str]
    surnames: Mapping[str, str]
    predicates: frozenset[str]
    unlike: Mapping[str, str]
    longest_field: int
    field_sizes: Mapping[str, Sequence[int]]
    longest_product: int
    sounds: Mapping[str, str]
    games: TermFinder


def read_terms(lexicon: Lexicon) -> Terms:
    """The terms of this lexicon."""
    kinds = {}
    for term, value in lexicon["organization_kinds"].items():
        family, _, strength = value.partition(" ")
        kinds[term] = family, strength
    for term, strength in lexicon["organization_trades"].items():
        kinds.setdefault(term, ("company", strength))
    inner = lexicon["organization_inner_words"]
    fields = lexicon["organization_fields"]
    return Terms(
        kinds=kinds,
        known=lexicon["organization_names"],
        brands=lexicon["organization_brands"],
        products=lexicon["organization_products"],
        acts=lexicon["organization_acts"],
        acting=frozenset(word[0] for word in lexicon["organization_acts"]),
        makers=lexicon["organization_makers"],
        posts=lexicon["posts"],
        prefixes=lexicon["organization_prefixes"],
        fields=fields,
        inner=inner,
        stop=lexicon["organization_stop"],
        qualifiers=lexicon["organization_qualifiers"],
        legal_verbs=lexicon["organization_legal_verbs"],
        shops=lexicon["organization_shops"],
        called=lexicon["place_called"],
        couriers=tuple(lexicon["organization_couriers"]),
        letters=lexicon["organization_letters"],
        surnames=lexicon["surnames"],
        unlike=lexicon["verb_none"],
        predicates=frozenset().union(*(lexicon.values.get(c, ()) for c in PREDICATES)).difference(inner),
        longest_field=max(map(len, fields)),
        field_sizes=_sizes(fields, lexicon["organization_prefixes"]),
        longest_product=max(map(len, lexicon["organization_products"]), default=0),
        sounds=lexicon["transliteration_characters"],
        games=longest_terms(lexicon["organization_games"]),
    )


def _sizes(fields: Collection[str], prefixes: Collection[str]) -> dict[str, tuple[int, ...]]:
    """The lengths, from two characters to those of the longest field, that the terms with this last character have."""
    longest = max(map(len, fields))
    found: dict[str, set[int]] = {}
    for term in (*fields, *prefixes):
        if 1 < len(term) <= longest:
            found.setdefault(term[-1], set()).add(len(term))
    return {last: tuple(sorted(sizes, reverse=True)) for last, sizes in found.items()}


def starts_here(scan: Scan, start: int, end: int) -> bool:
    """Can a known name start here: where a word does, or a preposition that the dictionary drew to it ends (向|东鹏饮料)?"""
    return scan.is_boundary(start) or (end - start >= LONG_NAME and scan.text[start - 1] in DRAWN)
