"""Writes the short names of listed firms that are no words of the language into the lexicon organization_names.txt.

They are what the exchanges of Shanghai, Shenzhen and Beijing call the firms, as the package adata keeps them in a file:
``pip download --no-deps adata; unzip adata-*.whl adata/stock/cache/code.csv; python scripts/build_listed.py code.csv``.
"""

from __future__ import annotations

import csv
import re
import sys
from pathlib import Path

import jieba

LEXICONS = Path(__file__).resolve().parents[1] / "ontology" / "lexicons"
SECTION = "# --- firms listed in Shanghai, Shenzhen and Beijing: scripts/build_listed.py"
SOURCE = "# Source: stock/cache/code.csv of adata 2.9.5 (Apache-2.0), October 2023; the exchanges' short names without their marks"

MARKED = re.compile("^(?:S?\\*?ST|PT|XD|XR|DR|[NCS])(?=[\u4e00-\u9fffA-Z])|^退市|退市?$|-?(?:[ABUWV]|UW|WD)$")
"""What an exchange adds: a warning, the first day, the kind of share."""
SHORTEST = 3
"""Shorter ones are words and brands of others, and stand in the lexicons by hand."""

USUAL = 100
"""Words that the dictionary has counted so often open or end no name of three characters that one may trust."""

UNLIKE = frozenset(("线上线下",))
"""Words of the language that the dictionary does not have."""

OWN = ("nz", "nt", "nrt")
"""Tags of words that open no other name."""


def main(path: Path) -> None:
    """Reads the exchanges' table and rewrites the last section of the lexicon."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        names = sorted({plain(row["short_name"]) for row in csv.DictReader(file)})
    entries = [line.split(" ") for line in Path(jieba.__file__).with_name("dict.txt").read_text("utf-8").splitlines()]
    tags = {word: tag for word, _, tag in entries}
    usual = {word for word, frequency, _ in entries if int(frequency) >= USUAL}
    places = {
        line.split("\t")[2]
        for line in (LEXICONS.parent / "places.tsv").read_text("utf-8").splitlines()
        if line[0] != "#"
    }
    kept = [
        name
        for name in names
        if len(name) >= SHORTEST
        and re.search("[\u4e00-\u9fff]{2}", name)
        and name not in places
        and not is_words(name, tags, usual)
    ]
    path = LEXICONS / "organization_names.txt"
    by_hand = path.read_text("utf-8").split(SECTION)[0].rstrip("\n")
    there = {line.split("\t")[0] for line in by_hand.splitlines()}
    kept = [name for name in kept if name not in there]
    path.write_text("\n".join([by_hand, SECTION, SOURCE, *kept]) + "\n", encoding="utf-8")


def plain(name: str) -> str:
    """The firm's name without the exchange's marks: *ST甲 -> 甲."""
    name = re.sub(r"\s", "", name).translate(str.maketrans("ＡＢ", "AB"))
    while (bare := MARKED.sub("", name)) != name:
        name = bare
    return name


def is_words(name: str, tags: dict[str, str], usual: set[str]) -> bool:
    """Is it made of words of the language alone (航天科技, 太阳能, 新|世界), so that it may mean the thing?"""
    if name in UNLIKE:
        return True
    if len(name) == SHORTEST and not usual.isdisjoint((name[1:], name[:2])):
        return True
    if {name[:2], name[2:]} <= usual and tags[name[:2]] not in OWN:
        return True
    words = jieba.lcut(name, HMM=False)
    ordinary = tags.get(words[0], "") not in OWN and all(len(word) > 1 for word in words)
    return ordinary or tags.get(name, OWN[0]) not in OWN


if __name__ == "__main__":
    main(Path(sys.argv[1]))
