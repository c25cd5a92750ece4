"""Chinese or English: every text of the site is written in both at the place where it stands."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from starlette.requests import Request

Language = Literal["zh", "en"]
Say = Callable[[str, str], str]

COOKIE = "lang"


def language_of(request: Request) -> Language:
    """The language that ``?lang=`` or the cookie asks for, else Chinese."""
    wanted = request.query_params.get("lang") or request.cookies.get(COOKIE)
    return "en" if wanted == "en" else "zh"


def speaker(language: Language) -> Say:
    """A function that picks one of a Chinese and an English text.

    >>> speaker("en")("首页", "Home")
    'Home'
    """
    return (lambda zh, en: en) if language == "en" else (lambda zh, en: zh)


_PLURALS = {"Person": "People"}


def many(count: int, word: str, *, with_number: bool = True) -> str:
    """An English noun in its number, the number before it.

    >>> many(1, "fact"), many(2, "fact"), many(3, "Policy", with_number=False)
    ('1 fact', '2 facts', 'Policies')
    """
    if count != 1:
        word = _PLURALS.get(word) or (f"{word[:-1]}ies" if word.endswith("y") else f"{word}s")
    return f"{count} {word}" if with_number else word


def side(text: str, language: Language) -> str:
    """The Chinese or the English half of a text that says the same in both; what stands behind a colon belongs to both.

    >>> side("类型 the type: Person, Place", "zh"), side("类型 the type", "en")
    ('类型：Person, Place', 'the type')
    """
    zh, space, en = text.partition(" ")
    if not space or zh.isascii() or not en.isascii():
        return text
    _, colon, both = en.partition(": ")
    return en if language == "en" else zh + ("：" + both if colon else "")
