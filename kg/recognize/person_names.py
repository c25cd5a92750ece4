"""What the lexicons know of personal names, put into the form that the search asks for."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from kg.knowledge.lexicon import Lexicon
from kg.recognize.scan import TermFinder, longest_terms

Weights = tuple[float, float, float]
"""How much a character speaks for a given name as its first, its second, its only character."""

LIKELY = 1.0
"""From this weight on a character ends given names more often than it is a word."""

UNKNOWN: Weights = (0.6, 0.6, 1.0)
"""A rare character that the table leaves out: as rare in names as in words."""

SWEET = 2.0
SWEETEST = 3.4
"""So much must a character speak for a given name to make a nickname, behind 小 or 阿 and doubled."""

JAPANESE = 3.0
"""The weight of a Japanese surname; it has two characters or more and is hardly anything else."""


@dataclass(frozen=True, slots=True)
class Names:
    """The lexicons of persons, ready for use; ``weights`` is the table of what each piece of evidence counts, ``shapes`` the part
    of it that is about how words cut a span, ``collided`` the most that names of places and bodies which collide with
    the span can speak for it, ``leading`` finds surnames in a text, ``parts`` the parts of names without one (巴音, 朝鲁)."""

    surnames: Mapping[str, float]
    japanese: Mapping[str, str]
    given: Mapping[str, Weights]
    given_words: Mapping[str, str]
    before: Mapping[str, str]
    speech: Mapping[str, str]
    verbs: Mapping[str, str]
    posts: Mapping[str, str]
    famous: Mapping[str, str]
    sounds: Mapping[str, str]
    not_names: Mapping[str, str]
    endings: frozenset[str]
    weights: Mapping[str, float]
    shapes: Mapping[str, float]
    collided: float
    leading: TermFinder
    parts: TermFinder
    foreign: re.Pattern[str]
    nicknames: re.Pattern[str]


def prepare_names(lexicon: Lexicon) -> Names:
    """Reads the numbers of the tables and compiles the patterns: once a run, not once an article."""
    japanese = lexicon["person_japanese_surnames"]
    surnames = dict.fromkeys(japanese, JAPANESE)
    surnames |= {name: float(weight) for name, weight in lexicon["surnames"].items()}
    sounds = lexicon["transliteration_characters"]
    given = {character: _weights(value) for character, value in lexicon["given_name_characters"].items()}
    weights = {name: float(weight) for name, weight in lexicon["person_weights"].items()}
    return Names(
        surnames=surnames,
        japanese=japanese,
        given=given,
        given_words=lexicon["given_names"],
        before=lexicon["person_words_before"],
        speech=lexicon["speech_verbs"],
        verbs=lexicon["person_verbs"],
        posts=lexicon["posts"],
        famous=lexicon["person_famous"],
        sounds=sounds,
        not_names={**lexicon["posts"], **lexicon["person_not_names"]},
        endings=frozenset(word for word, value in lexicon["person_not_names"].items() if value == "ending"),
        weights=weights,
        collided=2 * sum(max(0.0, weight) for name, weight in weights.items() if name.startswith("!")),
        shapes={name[1:]: weight for name, weight in weights.items() if name.startswith("=")},
        leading=longest_terms(surnames),
        parts=longest_terms(lexicon["person_name_parts"]),
        foreign=re.compile("[" + "".join(sorted(sounds)) + "]{2,}"),
        nicknames=_nicknames(given),
    )


def _nicknames(given: Mapping[str, Weights]) -> re.Pattern[str]:
    """小梅, 阿鸣, 浩浩: of characters that say enough for a given name."""
    sweet, sweetest = (
        "".join(sorted(character for character, weights in given.items() if weights[2] >= least))
        for least in (SWEET, SWEETEST)
    )
    return re.compile(f"[小阿][小阿{sweet}]|([{sweetest}])\\1")


def _weights(value: str) -> Weights:
    first, second, only = map(float, value.split(" "))
    return first, second, only
