"""The hand-made pairs of pairs.txt, and how well they are told apart: ``python tests/resolve/pairs.py`` prints it."""

from __future__ import annotations

import re
from pathlib import Path

from kg.resolve.compare import Judgement, Record, compare, in_words

SETS = {
    "body": "bodies",
    "post": "posts",
    "home": "home",
    "years": "years",
    "company": "company",
    "people": "people",
    "page": "pages",
}


def record(side: str, key: str) -> Record:
    head, _, told = side.partition(";")
    kind, name = head.split()
    fields: dict[str, object] = {}
    for item in told.split():
        field, _, value = item.partition("=")
        if field in SETS:
            fields[SETS[field]] = frozenset(value.split("、"))
        else:
            fields[field] = value or True
    return Record(key=(key, "e1"), type=kind, name=name, names=frozenset({name}), **fields)  # type: ignore[arg-type]


def pairs() -> list[tuple[str, str, str]]:
    """Verdict, one, other."""
    lines = (Path(__file__).parent / "pairs.txt").read_text(encoding="utf-8").splitlines()
    rows = [re.split(r"\s*\|\s*", line.strip()) for line in lines if line and not line.startswith("#")]
    return [(verdict, one, other) for verdict, one, other in rows]


def judged() -> list[tuple[str, str, str, Judgement]]:
    """The pairs with what kg makes of them."""
    return [(verdict, one, other, compare(record(one, "a"), record(other, "b"))) for verdict, one, other in pairs()]


def scores() -> tuple[float, float]:
    """Precision and recall of merging."""
    rows = [(verdict, judgement.verdict) for verdict, _, _, judgement in judged()]
    right = rows.count(("same", "same"))
    return right / sum(found == "same" for _, found in rows), right / sum(wanted == "same" for wanted, _ in rows)


def main() -> None:
    for verdict, one, other, judgement in judged():
        mark = " " if judgement.verdict == verdict else "!"
        reasons = "；".join(map(in_words, judgement.reasons))
        print(f"{mark} {judgement.verdict:9} {judgement.score:+4g}  {one} | {other}\n    {reasons}")
    precision, recall = scores()
    print(f"{len(pairs())} pairs, merging: precision {precision:.3f}, recall {recall:.3f}")


if __name__ == "__main__":
    main()
