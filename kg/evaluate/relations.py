"""Relations: the same predicate between the same gold entities."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from kg.evaluate.key import Ids, Key, alternatives, plain
from kg.evaluate.sheet import Triple
from kg.evaluate.verdict import Side, Verdict

STRINGS = frozenset({"holdsPost", "targets"})
"""Their objects are words of the article and no entities."""

PARTNERS, POST, MAKES = "partnerOf", "holdsPost", ("organizes", "launches")


def judge_relations(
    key: Key,
    gold: Sequence[Triple],
    optional: Sequence[Triple],
    system: Iterable[Triple],
    *,
    merged: Mapping[str, str] | None = None,
) -> list[Verdict]:
    """A verdict for each system and each gold relation.

    No verdict falls on a system relation that is optional, that touches an optional entity, or that makes partners
    of two who organise the same. Predicates that ``merged`` maps to one count as one.
    """
    same_predicate = merged or {}
    rows = _once(gold, lambda t: (t.subject, t.predicate, t.object))
    makers = _makers(key, rows)
    found: set[int] = set()
    partners: set[frozenset[str]] = set()
    verdicts: list[Verdict] = []
    for said in _once(system, lambda t: (plain(t.subject), t.predicate, plain(t.object))):
        matching = [i for i, row in enumerate(rows) if _agree(key, row, said, same_predicate)]
        if not matching and (
            any(_agree(key, row, said, same_predicate) for row in optional) or _untold(key, said, makers)
        ):
            continue
        if said.predicate == PARTNERS:
            pair = frozenset((plain(said.subject), plain(said.object)))
            if pair in partners:
                continue  # said the other way round already
            partners.add(pair)
        if said.predicate in STRINGS:  # one string says one thing: the row it equals, else the first it fits
            equal = [i for i in matching if plain(said.object) in alternatives(rows[i].object)]
            found.update(equal or matching[:1])
        else:
            found.update(matching)
        verdicts.append(_verdict("system", key, said, bool(matching)))
    verdicts += [_verdict("gold", key, row, number in found) for number, row in enumerate(rows)]
    return verdicts


def _agree(key: Key, gold: Triple, said: Triple, merged: Mapping[str, str]) -> bool:
    """Does the system relation say what the gold relation says?"""
    if merged.get(gold.predicate, gold.predicate) != merged.get(said.predicate, said.predicate):
        return False
    subject = key.same(gold.subject, said.subject)
    if gold.predicate in STRINGS:
        return subject and _string_fits(gold, said.object)
    if subject and key.same(gold.object, said.object):
        return True
    return gold.predicate == PARTNERS and key.same(gold.subject, said.object) and key.same(gold.object, said.subject)


def _string_fits(gold: Triple, said: str) -> bool:
    """Equal, or one holds the other; a deputy's post never fits the post itself."""
    word = plain(said)
    for right in alternatives(gold.object):
        if right == word:
            return True
        held = min(len(right), len(word)) >= 2 and (right in word or word in right)
        if held and (gold.predicate != POST or ("副" in right) == ("副" in word)):
            return True
    return False


def _makers(key: Key, gold: Iterable[Triple]) -> list[Ids]:
    """Of each thing that is organised or launched, all who do it."""
    makers: dict[str, Ids] = {}
    for row in gold:
        if row.predicate in MAKES:
            thing = plain(row.object)
            makers[thing] = makers.get(thing, frozenset()) | key.ids(row.subject)
    return list(makers.values())


def _untold(key: Key, said: Triple, makers: Iterable[Ids]) -> bool:
    """Is it a relation on which the gold is silent: of an optional entity, or between two organisers?"""
    if key.doubtful(said.subject) or (said.predicate not in STRINGS and key.doubtful(said.object)):
        return True
    one, other = key.ids(said.subject), key.ids(said.object)
    return said.predicate == PARTNERS and any(one & together and other & together for together in makers)


def _once(rows: Iterable[Triple], same: Callable[[Triple], tuple[str, str, str]]) -> list[Triple]:
    first: dict[tuple[str, str, str], Triple] = {}
    for row in rows:
        first.setdefault(same(row), row)
    return list(first.values())


def _verdict(side: Side, key: Key, row: Triple, right: bool) -> Verdict:
    words = f"{row.subject} → {row.object}"
    forms = (_forms(key, row.object), _forms(key, row.subject))
    return Verdict(side, row.predicate, right, words, forms, row.start, row.rule, row.confidence)


def _forms(key: Key, name: str) -> tuple[str, ...]:
    """How the thing may be written in the text: the name as given, then every form of the entity."""
    known = [form for i in sorted(key.ids(name)) if i >= 0 for form in key.answers[i].forms]
    return tuple(dict.fromkeys((*name.split("|"), *known)))
