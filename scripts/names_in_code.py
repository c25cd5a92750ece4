"""Which names of a folder of gold facts stand in code, lexicons or rules? ``names_in_code.py GOLD_DIR…``

Prints each name of a gold entity (and each alias) of three characters or more that occurs in a file of ``kg/`` or
``ontology/``, with the file. Names of the gazetteer are left out: places are knowledge of the world. What remains is
for a person to judge: a national body or a national honour is common knowledge, a local name is not.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SHORTEST = 3
LEFT_OUT = {"places.tsv"}


def names(folder: Path) -> dict[str, set[str]]:
    """Names and aliases of the gold entities in the folder's JSON files, with their types."""
    found: dict[str, set[str]] = {}
    for file in sorted(folder.glob("*.json")):
        for entity in json.loads(file.read_text(encoding="utf-8"))["entities"]:
            for name in (entity["name"], *entity.get("aliases", ())):
                bare = name.strip("“”‘’『』《》")
                if len(bare) >= SHORTEST:
                    found.setdefault(bare, set()).add(entity["type"])
    return found


def main(folders: list[str]) -> None:
    """Prints one line a name: type, name, files."""
    wanted: dict[str, set[str]] = {}
    for folder in folders:
        for name, types in names(Path(folder)).items():
            wanted.setdefault(name, set()).update(types)
    places = set()
    for line in (ROOT / "ontology" / "places.tsv").read_text(encoding="utf-8").splitlines():
        if line and line[0] != "#":
            columns = line.split("\t")
            places |= {columns[1], *columns[6].split("|")}
    files = [f for folder in ("kg", "ontology") for f in sorted((ROOT / folder).rglob("*")) if f.is_file()]
    texts = {
        f.relative_to(ROOT): f.read_text(encoding="utf-8")
        for f in files
        if f.suffix in (".py", ".txt", ".yaml", ".ttl", ".rq", ".tsv") and f.name not in LEFT_OUT
    }
    count = 0
    for name in sorted(wanted.keys() - places):
        where = [str(path) for path, text in texts.items() if name in text]
        if where:
            count += 1
            print("/".join(sorted(wanted[name])), name, ", ".join(where), sep="\t")
    print(f"{count} of {len(wanted)} names", file=sys.stderr)


if __name__ == "__main__":
    main(sys.argv[1:])
