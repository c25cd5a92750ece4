"""Facts of one document as plain rows: what ``kg extract`` writes, and gold files that people write.

A gold file is the same JSON with shorter rows, and either shape may stand in either place::

    {"entities":   [{"name", "type", "aliases"?, "alt_types"?, "optional"?}],
     "relations":  [[subject, predicate, object]],        "optional_relations": the same,
     "quantities": [[about, as written, number, unit, bound]],
     "times":      [[about, as written, EDTF value or null]]}

``a|b`` in a string says that a or b is right. Further keys and further items of a row are ignored.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from kg.errors import InputError

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class Name:
    """An entity: its name, other forms of it, and the page offset of its first mention (None in a gold file)."""

    name: str
    type: str
    aliases: tuple[str, ...] = ()
    alt_types: tuple[str, ...] = ()
    optional: bool = False
    start: int | None = None


@dataclass(frozen=True, slots=True)
class Triple:
    """A relation between names; ``start`` is the page offset of its evidence.

    ``rule`` and ``confidence`` are of the rule that read it, '' and None in a gold file.
    """

    subject: str
    predicate: str
    object: str
    start: int | None = None
    rule: str = ""
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Amount:
    """A quantity as written, and as read; ``value`` is None where it is no number."""

    about: str
    text: str
    value: float | None
    unit: str
    bound: str
    start: int | None = None


@dataclass(frozen=True, slots=True)
class Moment:
    """A time as written, and its EDTF value."""

    about: str
    text: str
    value: str | None
    start: int | None = None


@dataclass(frozen=True, slots=True)
class Sheet:
    """All facts of one document; names stand where ``kg extract`` writes the ids of entities."""

    names: tuple[Name, ...] = ()
    triples: tuple[Triple, ...] = ()
    optional_triples: tuple[Triple, ...] = ()
    amounts: tuple[Amount, ...] = ()
    moments: tuple[Moment, ...] = ()


def read_sheets(folder: Path) -> dict[str, Sheet]:
    """The sheet of each ``*.json`` file of a folder by the file's stem, in the order of the names.

    Raises InputError, which names the file and the item, for a missing or empty folder and for a wrong file.
    """
    if not folder.is_dir():
        raise InputError(
            f"找不到目录 {folder}（no such directory）", hint="给出有 .json 文件的目录（a folder of .json files）"
        )
    sheets = {file.stem: _read(file) for file in sorted(folder.glob("*.json"))}
    if not sheets:
        raise InputError(
            f"{folder} 里没有 .json 文件（no .json file in the directory）",
            hint="每版一个 版面名.json；可先 kg extract -o，再改正（one a page; kg extract -o writes some to correct）",
        )
    return sheets


def sheet(data: object, where: str) -> Sheet:
    """A sheet from parsed JSON; ``where`` names it in the InputError that is raised for a wrong shape."""
    if not isinstance(data, dict):
        raise _wrong(where, data, '{"entities": […], "relations": […], "quantities": […], "times": […]}')
    named = [e for e in _items(data, "entities", where) if isinstance(e, dict)]
    ids = {e["id"]: e["name"] for e in named if isinstance(e.get("id"), str) and isinstance(e.get("name"), str)}

    def rows(key: str, read: Callable[[Any, Mapping[str, str]], Row], shape: str) -> tuple[Row, ...]:
        found = []
        for number, item in enumerate(_items(data, key, where)):
            try:
                found.append(read(item, ids))
            except (KeyError, IndexError, TypeError, ValueError):
                raise _wrong(f"{where} {key}[{number}]", item, shape) from None
        return tuple(found)

    triple = '["甲市总工会", "launches", "护薪行动"]'
    return Sheet(
        names=rows("entities", _name, '{"name": "甲市总工会", "type": "Organization", "aliases": ["市总"]}'),
        triples=rows("relations", _triple, triple),
        optional_triples=rows("optional_relations", _triple, triple),
        amounts=rows("quantities", _amount, '["护薪行动", "近60位", 60, "位", "approx"]'),
        moments=rows("times", _moment, '["护薪行动", "今年6月", "2025-06"]'),
    )


def _read(file: Path) -> Sheet:
    try:
        data = json.loads(file.read_text(encoding="utf-8-sig"))
    except (ValueError, RecursionError) as error:  # ValueError holds wrong JSON and wrong UTF-8
        raise InputError(
            f"{file} 不是合法的 JSON（not valid JSON）: {error}",
            hint="用 UTF-8 写，一个文件一个对象（one object, in UTF-8）",
        ) from None
    except OSError as error:
        raise InputError(f"{file} 读不了（cannot be read）: {error.strerror}", hint="检查权限（check it）") from None
    return sheet(data, str(file))


def _items(data: Mapping[str, Any], key: str, where: str) -> Sequence[Any]:
    items = data.get(key) or []
    if not isinstance(items, list):
        raise _wrong(f"{where} {key}", items, f'"{key}": [ … ]')
    return items


def _name(item: Any, _ids: Mapping[str, str]) -> Name:
    name, kind = _string(item["name"]), _string(item["type"])
    mentions = item.get("mentions") or []
    return Name(
        name=name,
        type=kind,
        aliases=tuple(map(_string, item.get("aliases") or ())),
        alt_types=tuple(map(_string, item.get("alt_types") or ())),
        optional=bool(item.get("optional")),
        start=min((int(start) for start, _ in mentions), default=None),
    )


def _triple(item: Any, ids: Mapping[str, str]) -> Triple:
    a, predicate, b = _cells(item, ("subject", "predicate", "object"))
    a, predicate, b = _string(a), _string(predicate), _string(b)
    told = item if isinstance(item, dict) else {}
    rule, sure = _string(told.get("rule") or ""), told.get("confidence")
    return Triple(ids.get(a, a), predicate, ids.get(b, b), _start(item), rule, None if sure is None else float(sure))


def _amount(item: Any, ids: Mapping[str, str]) -> Amount:
    about, text, value, unit, bound = _cells(item, ("about", "text", "value", "unit", "bound"))
    number = None if value is None else float(value)
    about = _string(about or "")
    return Amount(ids.get(about, about), _string(text), number, _string(unit or ""), _string(bound or ""), _start(item))


def _moment(item: Any, ids: Mapping[str, str]) -> Moment:
    about, text, value = _cells(item, ("about", "text", "value"))
    about = _string(about or "")
    return Moment(ids.get(about, about), _string(text), _string(value) if value else None, _start(item))


def _cells(item: Any, keys: tuple[str, ...]) -> list[Any]:
    """The values of an object by key, or those of a row by position."""
    if isinstance(item, dict):
        return [item[key] for key in keys]
    if not isinstance(item, list):
        raise TypeError
    return [item[index] for index in range(len(keys))]


def _start(item: Any) -> int | None:
    return int(item["start"]) if isinstance(item, dict) and item.get("start") is not None else None


def _string(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value


def _wrong(where: str, found: object, shape: str) -> InputError:
    shown = json.dumps(found, ensure_ascii=False)
    return InputError(f"{where} 是（is） {shown[:80]}", hint=f"应为（write）: {shape}")
