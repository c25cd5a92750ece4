"""Names of documents that are safe as file names and unique in a run."""

from __future__ import annotations

import re
import unicodedata

# Besides the separators, what one of the usual file systems refuses.
UNSAFE = re.compile(r'[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff/\\:*?"<>|]+')
LONGEST = 80


def safe_name(name: str) -> str:
    """``name`` as a file's stem: no separators, control characters or dots alone; '' when nothing is left.

    >>> safe_name("../甲报/第1版")
    '_甲报_第1版'
    """
    name = UNSAFE.sub("_", unicodedata.normalize("NFC", name))
    return name.strip(" .")[:LONGEST].rstrip(" .")


def unique_name(name: str, taken: set[str]) -> str:
    """``name``, or ``name-2``, ``name-3`` … when it is taken; the answer is added to ``taken``.

    Names that differ only in case count as one, as they do on some file systems.
    """
    chosen, number = name, 1
    while chosen.casefold() in taken:
        number += 1
        chosen = f"{name}-{number}"
    taken.add(chosen.casefold())
    return chosen
