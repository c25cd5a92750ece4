"""Writes the lexicons given_name_characters.txt and given_names.txt from the personal names in jieba's own dictionary.

Run it again only when the dictionary or the surnames change: ``python scripts/build_names.py``.
"""

from __future__ import annotations

from collections import Counter
from math import log
from pathlib import Path

import jieba

LEXICONS = Path(__file__).resolve().parents[1] / "ontology" / "lexicons"

SURE = 0.3
"""Names are learnt only behind surnames of at least this weight: the dictionary tags 高高的 and 于是乎 nr too."""

FLOOR = 3e-6
"""The share of running text granted to a character that the dictionary never saw alone."""

SMOOTH = 0.3
LIMIT = 4.0

HEADER = """\
# 名用字：在名的首字、末字、单名的位置上，比作为独立的词，可能性大多少（自然对数，四舍五入到 0.1）
# Characters of given names: how much likelier as first, second or only character than as a word (natural log).
# Source: scripts/build_names.py from the entries tagged nr in the dictionary of jieba 0.42.1 (MIT).
"""


RARE = "# 名用生僻字"
"""Behind it stand characters that the dictionary has no names with: they are kept."""

NAMES_HEADER = """\
# 也是词的名：建国、晓明，前面有姓时更像名
# Words that are given names too, the surname before them left out.
# Source: scripts/build_names.py from the entries tagged nr in the dictionary of jieba 0.42.1 (MIT).
"""


def surnames() -> set[str]:
    """The unambiguous single surnames of surnames.txt."""
    lines = (LEXICONS / "surnames.txt").read_text(encoding="utf-8").splitlines()
    pairs = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return {term for term, value in pairs if len(term) == 1 and float(value) >= SURE}


def main() -> None:
    """Counts characters by position and writes the table."""
    sure = surnames()
    counts: tuple[Counter[str], Counter[str], Counter[str]] = (Counter(), Counter(), Counter())
    alone: Counter[str] = Counter()
    ordinary: set[str] = set()
    names: set[str] = set()
    total = 0
    for line in Path(jieba.__file__).with_name("dict.txt").read_text(encoding="utf-8").splitlines():
        word, frequency, tag = line.split(" ")
        total += int(frequency)
        if len(word) == 1:
            alone[word] += int(frequency)
            continue
        if len(word) == 2 and not tag.startswith("nr"):
            ordinary.add(word)
        if tag.startswith("nr") and word[0] in sure and len(word) <= 3:
            if len(word) == 3:
                counts[0][word[1]] += 1
                counts[1][word[2]] += 1
                names.add(word[1:])
            else:
                counts[2][word[1]] += 1
    rows: list[str] = []
    # few two-character names are listed: what ends a name of three is the better half of the evidence
    only = Counter({c: counts[2][c] + 0.3 * counts[1][c] + 0.1 * counts[0][c] for c in set().union(*counts)})
    tables = (counts[0], counts[1], only)
    sums = [sum(table.values()) + SMOOTH * len(alone) for table in tables]
    for character in sorted(set(alone) | set(only)):
        if not "一" <= character <= "龥":
            continue
        written = max(alone[character] / total, FLOOR)
        weights = [log((t[character] + SMOOTH) / s) - log(written) for t, s in zip(tables, sums, strict=True)]
        if sum(t[character] for t in tables) >= 1 or written > 10 * FLOOR:
            rows.append(f"{character}\t" + " ".join(f"{max(-LIMIT, min(LIMIT, w)):.1f}" for w in weights))
    table = LEXICONS / "given_name_characters.txt"
    rare = table.read_text(encoding="utf-8").partition(RARE)[2]
    table.write_text(HEADER + "\n".join(rows) + "\n" + RARE + rare, encoding="utf-8")
    both = "\n".join(sorted(names & ordinary))
    (LEXICONS / "given_names.txt").write_text(NAMES_HEADER + both + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
