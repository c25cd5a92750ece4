"""Who wrote and who took the picture: bylines and credits that fill a line or a bracket."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kg.layout.words import Words

LONGEST = 90
LONGEST_BEHIND_ROLE = 6
"""Names of many peoples have four to six characters (乌云其木格); right behind 记者 nothing else stands."""
POSSIBLE, LIKELY = -3.5, 1.0
_ORNAMENTS = "□■●○◎◆◇▲△★☆※▌◉⊙►▶*"
BULLET = re.compile(rf"^[\s{_ORNAMENTS}]+")
PROVIDED = re.compile(r"[（]?[^，。：；“”]{2,24}(?:供图|提供|供稿)[）]?")
MARK = re.compile(rf"[\s{_ORNAMENTS}、，,；;：:/|·()（）\[\]【】—\-]+")
# These roles never stand behind the name.
BEFORE = re.compile(r"(?:记者|通讯员|实习生|作者|编辑|责编)$")
STRONG = re.compile(r"记者|通讯员|实习生|作者|编辑|责编|[/：]|摄$|摄）|发（")


@dataclass(frozen=True, slots=True)
class Credits:
    """Names read from a byline or credit; ``agency`` is a medium named there, never the paper itself.

    ``editors`` says that it names editors or helpers only; ``picture`` that it is about a picture only.
    """

    reporters: tuple[str, ...] = ()
    photographers: tuple[str, ...] = ()
    agency: str | None = None
    editors: bool = False
    picture: bool = False

    def __add__(self, other: Credits) -> Credits:
        return Credits(
            tuple(dict.fromkeys((*self.reporters, *other.reporters))),
            tuple(dict.fromkeys((*self.photographers, *other.photographers))),
            self.agency or other.agency,
            self.editors and other.editors,
            self.picture and other.picture,
        )


def read_credits(text: str, words: Words) -> Credits | None:
    """The names of a text that is a byline or credit as a whole, else None.

    Reads roles before names (本报记者 甲乙, 文/甲 图/乙) and behind them (甲乙 丙丁 摄, 甲/文, 记者 甲 摄影报道).
    """
    text = BULLET.sub("", text).strip().rstrip("。")
    if not 1 < len(text) <= LONGEST or not words.role.search(text):
        return None
    tokens = _tokens(text, words)
    if tokens is None:
        return Credits(editors=True, picture=True) if PROVIDED.fullmatch(text) else None
    named = _opened(_without_cities(_assigned(tokens, words), tokens, words), words)
    roles = {_role(word, words) for kind, word in tokens if kind == "role"}
    roles |= {"photographer" for kind, _ in tokens if kind == "sent"}
    media = [word for kind, word in tokens if kind == "medium" and word not in words.own_media]
    sure = media or STRONG.search(text) or any(is_name(name, words) for name, _ in named)
    if not roles or not (named or media) or not sure or not all(role for _, role in named):
        return None
    return Credits(
        tuple(dict.fromkeys(name for name, role in named if role in ("reporter", "both"))),
        tuple(dict.fromkeys(name for name, role in named if role in ("photographer", "both"))),
        media[0] if media else None,
        editors=roles <= {"editor", "other"},
        picture=all(role in ("photographer", "other") for _, role in named),
    )


def _assigned(tokens: Sequence[tuple[str, str]], words: Words) -> list[tuple[str, str]]:
    """Each name with its role, '' where no role word stands on either side.

    A role word behind names (甲 摄) is theirs even where another stood before (记者 甲 摄).
    """
    named: list[tuple[str, str]] = []
    role, since, last, mark = "", 0, "", ""
    for index, (kind, word) in enumerate(tokens):
        if kind == "mark":
            mark = word.strip()
            continue
        if kind == "name" and _is_paper(tokens, index):
            continue
        if kind == "name":
            named.append((word, role))
        elif kind == "role":
            value = _role(word, words)
            following = tokens[index + 1][1].strip() if index + 1 < len(tokens) else None
            closes = word.endswith(("摄", "报道")) or mark == "/" or following is None
            opens = BEFORE.search(word) or (following or "")[:1] in ("/", "：")
            if last == "name" and not opens and (closes or not named[-1][1]):
                named[since:] = [(name, value) for name, _ in named[since:]]
                since = len(named)
            else:
                role = value
        last, mark = kind, ""
    return named


def _opened(named: list[tuple[str, str]], words: Words) -> list[tuple[str, str]]:
    """Correspondents named alone before the reporters: （甲乙 记者丙丁）."""
    first = next((role for _, role in named if role), "")
    return [(n, first if not role and first == "reporter" and is_name(n, words) else role) for n, role in named]


def _is_paper(tokens: Sequence[tuple[str, str]], index: int) -> bool:
    """Does 记者 stand right behind the token and nothing before it: 采写：南都|记者 甲乙?"""
    opened = not index or tokens[index - 1][0] == "mark"
    opened = opened and not any(kind == "name" for kind, _ in tokens[:index])
    return opened and index + 1 < len(tokens) and tokens[index + 1][0] == "role" and tokens[index + 1][1] == "记者"


def _without_cities(
    named: list[tuple[str, str]], tokens: Sequence[tuple[str, str]], words: Words
) -> list[tuple[str, str]]:
    """The names without the city that the last of them reports from (本报记者 甲乙 上海报道)."""
    if [kind for kind, _ in tokens[-2:]] != ["name", "role"] or tokens[-1][1] != "报道":
        return named  # behind 报道 or before it a space: 甲乙 丙丁 报道
    kept = [(name, role) for name, role in named[:-1] if name not in words.cities]
    place = named[-1][0] in words.cities or not is_name(named[-1][0], words)
    return kept if kept and place else named


def read_names(text: str, words: Words) -> tuple[str, ...]:
    """The people of a text that is nothing but their names, set apart by spaces or 、; () when it is anything else."""
    tokens = _tokens(BULLET.sub("", text).strip(), words) if 1 < len(text) <= 40 else None
    if not tokens or any(
        kind not in ("name", "mark") or token.strip() not in ("", "、", "，", token) for kind, token in tokens
    ):
        return ()
    names = tuple(token for kind, token in tokens if kind == "name")
    if any(token.strip(" 、，") for kind, token in tokens if kind == "mark"):
        return ()
    plain = any("·" not in name for name in names)
    return names if plain and len(names) <= 6 and all(is_name(name, words) for name in names) else ()


def is_name(token: str, words: Words, *, alone: bool = False) -> bool:
    """Does it look like a person's name: a surname and one or two characters that given names use, or a dotted name?

    ``alone`` asks for more: nothing beside the token says that it is one.
    """
    if "·" in token:
        return 3 <= len(token) <= 15 and not token.startswith("·") and not token.endswith("·")
    surname = token[:2] if len(token) > 2 and token[:2] in words.surnames else token[:1]
    given = token[len(surname) :]
    if surname not in words.surnames or not 1 <= len(given) <= 2:
        return False
    weight = float(words.surnames[surname] or 0) + _given_weight(given, words)
    return weight > (LIKELY if alone else POSSIBLE)


def _given_weight(given: str, words: Words) -> float:
    """How much likelier the characters are in a given name than as words; unknown ones weigh a little against it."""
    weights = [tuple(map(float, words.given.get(char, "-1 -1 -1").split())) for char in given]
    return weights[0][2] if len(given) == 1 else weights[0][0] + weights[1][1]


def _role(token: str, words: Words) -> str:
    """reporter, photographer, both, editor or other; 驻京记者 is a 记者, 文/图 is both."""
    return words.roles.get(token) or next((words.roles[r] for r in words.roles if len(r) > 1 and r in token), "both")


def _glued(token: str, words: Words) -> int:
    """Where two names that nothing parts meet (记者安文远陈宝云, 安远陈宝), 0 where the token is one name or none."""
    if (
        len(token) == 4
        and token[:2] not in words.surnames
        and all(is_name(t, words, alone=True) for t in (token[:2], token[2:]))
    ):
        return 2
    if len(token) not in (5, 6) or "·" in token:
        return 0
    return next(
        (n for n in (3, 2) if len(token) - n <= 3 and all(is_name(t, words) for t in (token[:n], token[n:]))), 0
    )


def _tokens(text: str, words: Words) -> list[tuple[str, str]] | None:
    """Kind and text of each token, a spaced-out name (甲 乙) as one; None when a name is impossible."""
    tokens = [(str(match.lastgroup), match.group()) for match in words.token.finditer(text)]
    joined: list[tuple[str, str]] = []
    for kind, token in tokens:
        if kind == "name" and token in ("发", "供"):
            kind = "sent"
        elif (
            kind == "name"
            and len(token) == 1
            and len(joined) > 1
            and joined[-1] == ("mark", joined[-1][1])
            and not joined[-1][1].strip()
            and joined[-2][0] == "name"
            and len(joined[-2][1]) == 1
        ):
            token = joined[-2][1] + token
            del joined[-2:]
        cut = _glued(token, words) if kind == "name" else 0
        joined += [(kind, token[:cut]), ("mark", "、"), (kind, token[cut:])] if cut else [(kind, token)]
    for index, (kind, token) in enumerate(joined):
        if kind == "name":
            behind_role = index > 0 and joined[index - 1][0] == "role" and BEFORE.search(joined[index - 1][1])
            longest = LONGEST_BEHIND_ROLE if behind_role else 4 if token[:2] in words.surnames else 3
            if not 2 <= len(token) <= (15 if "·" in token else longest) or words.no_name.match(token):
                return None
        if kind == "mark" and not MARK.fullmatch(token):
            return None
    return joined
