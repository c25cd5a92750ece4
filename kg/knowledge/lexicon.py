"""Lexicons: plain term lists, one file a category, one term a line.

``ontology/lexicons/organization_kinds.txt`` is the category ``organization_kinds``. ``#`` starts a comment,
blank lines are skipped. A term may carry a value behind a tab (a short form and the name it stands for).
A line with brackets stands for several terms: (战略|投资)部 for 战略部 and 投资部, 工作(人)?员 for 工作员 and 工作人员.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from importlib.resources.abc import Traversable
from itertools import product

from kg.errors import KnowledgeError


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Terms by category, and categories by term."""

    values: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """category -> term -> value ('' where the line gives none)"""

    def __getitem__(self, category: str) -> Mapping[str, str]:
        try:
            return self.values[category]
        except KeyError:
            raise KnowledgeError(
                f"没有词表 {category}（no lexicon {category}）",
                hint=f"现有词表（available）: {'、'.join(sorted(self.values))}",
            ) from None


def load_lexicon(folders: Iterable[Traversable]) -> Lexicon:
    """Reads every ``*.txt`` of the folders; a later folder adds to the categories of an earlier one.

    The first folder says which categories there are, and in most of them which values; a later one keeps to them.
    Raises one KnowledgeError that lists every mistake with its file and line, and what to type instead.
    """
    values: dict[str, dict[str, str]] = {}
    mistakes: list[str] = []
    kinds: dict[str, frozenset[str]] | None = None
    for folder in folders:
        for file in sorted(folder.iterdir(), key=lambda f: f.name) if folder.is_dir() else ():
            if file.name.endswith(".txt"):
                _read(file, values, kinds, mistakes)
            elif kinds is not None and file.name.split(".")[0] in kinds:
                hint = f"改名为（rename it）: {file.name.split('.')[0]}.txt"
                mistakes.append(f"{file}：不会被读（is not read）\n  → {hint}")
        kinds = kinds or {category: _classes(terms) for category, terms in values.items()}
    if mistakes:
        raise KnowledgeError(
            f"词表有 {len(mistakes)} 处错误（mistakes in lexicons: {len(mistakes)}）：\n" + "\n".join(mistakes),
            hint="每行一个词；有值的，词和值之间是一个制表符（one term a line, a tab before its value）",
        )
    return Lexicon(values)


_MOST_CLASSES = 25


def _classes(terms: Mapping[str, str]) -> frozenset[str]:
    """The classes that every term of a category has one of, or none where its values are free."""
    found = frozenset(value.split(" ")[0] for value in terms.values())
    return found if "" not in found and len(found) <= _MOST_CLASSES < len(terms) else frozenset()


def _read(
    file: Traversable,
    values: dict[str, dict[str, str]],
    kinds: Mapping[str, frozenset[str]] | None,
    mistakes: list[str],
) -> None:
    """Adds the terms of a file to its category; ``kinds`` are the categories and classes that it must keep to."""

    def wrong(line: int, what: str, hint: str) -> None:
        mistakes.append(f"{file} 第 {line} 行（line {line}）：{what}\n  → {hint}")

    category = file.name.removesuffix(".txt")
    if kinds is not None and category not in kinds:
        near = get_close_matches(category, kinds, n=1, cutoff=0.4)
        hint = f"是不是（did you mean） {near[0]}.txt？" if near else f"可以写（allowed）: {'、'.join(sorted(kinds))}"
        return wrong(1, f"没有 {category} 这个词表（no such lexicon）", hint)
    try:
        text = file.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        broken = error.object.count(b"\n", 0, error.start) + 1
        return wrong(broken, "文件不是 UTF-8，像是 GBK（not UTF-8, perhaps GBK）", "另存为 UTF-8（save it as UTF-8）")
    classes = kinds[category] if kinds is not None else frozenset()
    terms = values.setdefault(category, {})
    for number, raw in enumerate(text.splitlines(), 1):
        line = raw.split("#", 1)[0].rstrip()
        if not line.strip():
            continue
        term, *rest = line.strip(" ").split("\t")
        value = rest[0].strip() if rest else ""
        if len(rest) > 1 or not term or term != term.strip():
            wrong(number, f"“{line}”应为一个词，或“词<TAB>值”（a term, or a term, a tab and its value）", "词<TAB>值")
        elif classes and not value and (glued := re.match(r"(\S+?)[ ,，　]+([a-z].*)", term)):
            hint = f"中间改成一个制表符（put one tab between）: {glued[1]}<TAB>{glued[2]}"
            wrong(number, f"“{term}”的词和值之间不是制表符（no tab before the value）", hint)
        elif classes and value.split(" ")[0] not in classes:
            found = f"的值“{value}”不对（unknown value）" if value else "没有写值（no value）"
            wrong(number, f"“{term}”{found}", f"可以写（allowed）: {term}<TAB>{'、'.join(sorted(classes))}")
        elif not _MARKS.isdisjoint(term) and not _MARKS.isdisjoint(_CHOICE.sub("", term)):
            wrong(number, f"“{term}”的括号不成对（unbalanced brackets）", "(甲|乙)丙、(甲)?乙")
        elif "(" in term:
            terms.update(dict.fromkeys(_spelled_out(term), value))
        else:
            terms[term] = value
    return None


_CHOICE = re.compile(r"\(([^()?]+)\)(\?)?")
_MARKS = frozenset("()|?")


def _spelled_out(term: str) -> Iterator[str]:
    """The terms that a line with brackets stands for."""
    plain, *rest = _CHOICE.split(term)
    choices = [
        (*words.split("|"), *([""] if perhaps else [])) for words, perhaps in zip(rest[::3], rest[1::3], strict=True)
    ]
    for chosen in product(*choices):
        yield plain + "".join(word + after for word, after in zip(chosen, rest[2::3], strict=True))
