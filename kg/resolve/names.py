"""What the resolution rules ask about a name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kg.knowledge import Knowledge

OUTER_QUOTES = {"“": "”", "‘": "’", "『": "』", "「": "」", "《": "》", '"': '"'}
LEVELS = "省市县区州旗镇乡"
OF_A_REGION = ("区党委", "区直", "区政协", "区人大", "区人民政府", "区主席")
"""They are those of an autonomous region even where a district is told of."""
_NO_LEVELS = ("市场监", "区块链", "乡村振", "市政工程", "市政公司", "市政集团", "市政建设", "市政设计", "区域", "旗舰")
"""Words that only begin like a level: 市政公司 is no 公司 of a 市."""
_QUOTES = dict.fromkeys(map(ord, "“”‘’『』「」《》\"'"))


def plain(name: str) -> str:
    """A name without quotes, book marks and white space: the form in which names are compared.

    >>> plain("“匠心”大赛")
    '匠心大赛'
    """
    return "".join(name.split()).translate(_QUOTES)


def core(name: str) -> str:
    """The words inside the first quotes of a name, '' where it has none.

    >>> core("长江“护航”行动")
    '护航'
    """
    for opening, closing in OUTER_QUOTES.items():
        start = name.find(opening)
        end = name.find(closing, start + 1)
        if 0 <= start < end:
            return name[start + 1 : end]
    return ""


def unquoted(name: str) -> str:
    """The name without quotes around the whole of it.

    >>> unquoted("“护航”"), unquoted("“护航”行动")
    ('护航', '“护航”行动')
    """
    if len(name) > 2 and OUTER_QUOTES.get(name[0]) == name[-1] and name[-1] not in name[1:-1]:
        return name[1:-1]
    return name


@dataclass(frozen=True, slots=True)
class Names:
    """The knowledge and the article's home places, for the rules of one article.

    ``home`` are the full names of the places that the article is about, the widest first.
    """

    knowledge: Knowledge
    home: Sequence[str] = ()

    def leading_place(self, name: str) -> str:
        """The stack of gazetteer names that a name begins with, '' where there is none."""
        by_name = self.knowledge.gazetteer.by_name
        at = 0
        while True:
            end = next((e for e in range(min(len(name), at + 12), at + 1, -1) if name[at:e] in by_name), 0)
            if not end:
                return name[:at]
            at = end

    def official(self, name: str) -> str:
        """The full name of a well-known body (全总 -> 中华全国总工会), the name itself otherwise."""
        known = self.knowledge.lexicon["organization_names"]
        return known.get(name) or name

    def knows(self, name: str) -> bool:
        """Is it the name of a well-known body?"""
        return name in self.knowledge.lexicon["organization_names"]

    def is_club(self, name: str) -> bool:
        """Is it a club's name that is a town's or a word first?"""
        return self.knowledge.lexicon["organization_brands"].get(name) == "club"

    def expanded(self, name: str) -> str:
        """省总工会 as 山西省总工会 in an article about Shanxi; the name itself where home says nothing."""
        level = name[0] if name else ""
        if name[:2] in ("团省", "团市", "团县", "团区"):
            level, rest = name[1], name[2:]
            for place in self.home:
                if place.endswith(level):
                    return f"共青团{place}{rest}"
            return name
        if name.startswith("自治区") and len(name) > 4:
            return next((place + name[3:] for place in self.home if place.endswith("自治区")), name)
        if level not in LEVELS or (len(name) < 3 and name[1:] != "委") or name.startswith(_NO_LEVELS):
            return name
        districts = level == "区" and not name.startswith(OF_A_REGION)
        home = sorted(self.home, key=lambda p: p.endswith("自治区")) if districts else self.home
        for place in home:
            if place.endswith(level) or (level == "省" and place.endswith("自治区")):
                return place + name[1:]
        return name

    def canonical(self, kind: str, forms: Sequence[str]) -> str:
        """The name to show: the longest form that the article writes, with a level's place filled in."""
        written = [n for n in forms if kind != "Person" or not n.isascii()] or forms  # 大卫·科, not David Ko
        longest = max(written, key=lambda n: (len(plain(n)), n))
        if kind == "Place" and len(longest) == 1:
            return self._spelled_out(longest)
        if kind == "Organization":
            return self.expanded(longest)
        return unquoted(longest)

    def _spelled_out(self, letter: str) -> str:
        """北京 for 京: the shortest name of more than one character."""
        places = self.knowledge.gazetteer.by_name.get(letter, ())
        names = [name for place in places[:1] for name in (place.name, *place.aliases) if len(name) > 1]
        return min(names, key=len, default=letter)
