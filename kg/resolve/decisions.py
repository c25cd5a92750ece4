"""What the user decided about merges: a small text file in the user's project, applied on every build.

One decision a line, tabs between: ``same A B``, ``different A B``, ``split A``, and behind a further tab a remark.
A and B are the short names of ``kg merge list`` (``person/张明（甲厂）``). ``#`` starts a comment.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kg.errors import InputError

VERBS = {"same": 2, "different": 2, "split": 1}


@dataclass(frozen=True, slots=True)
class Decision:
    """``verb`` is same, different or split; ``names`` are one or two short names; ``line`` stands in the file."""

    verb: str
    names: tuple[str, ...]
    line: int = 0


def read_decisions(file: Path) -> tuple[Decision, ...]:
    """The decisions of the file, none where it does not exist.

    Raises InputError that names file and line when a line is no decision.
    """
    if not file.exists():
        return ()
    found = []
    for number, text in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
        if not text.strip() or text.startswith("#"):
            continue
        verb, *names = text.split("\t")
        wanted = VERBS.get(verb, 0)
        if not wanted or len(names) < wanted or not all(names[:wanted]):
            raise InputError(
                f"{file.name} 第 {number} 行：{text!r} 不是一个决定（not a decision）",
                hint="same<TAB>甲<TAB>乙，different<TAB>甲<TAB>乙，split<TAB>甲",
            )
        found.append(Decision(verb, tuple(names[:wanted]), number))
    return tuple(found)


def add_decision(file: Path, decision: Decision) -> None:
    """Appends a decision to the file, which is made with a head line where it does not exist."""
    head = (
        "" if file.exists() else "# 合并的决定 decisions on merges: same A B / different A B / split A (tabs between)\n"
    )
    with file.open("a", encoding="utf-8") as out:
        out.write(head + "\t".join((decision.verb, *decision.names)) + "\n")
