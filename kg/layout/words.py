"""The layout lexicons, made into the patterns that the room reads with."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kg.knowledge.lexicon import Lexicon

CJK = "㐀-鿿"
PLAIN = re.compile(r"[\w|—：·]*")
DATE = r"(?:(?:\d{4}年)?(?:\d{1,2}月)?\d{1,2}|(?:[一二三四五六七八九十]{1,2}月)?[一二三四五六七八九十]{1,3})日"


@dataclass(frozen=True, slots=True)
class Words:
    """What bylines, notes and labels are made of. All patterns read text with folded widths and marks."""

    roles: Mapping[str, str]
    surnames: Mapping[str, str]
    given: Mapping[str, str]
    own_media: Mapping[str, str]
    no_media: Mapping[str, str]
    agencies: Mapping[str, str]
    cities: Mapping[str, str]
    no_name: re.Pattern[str]
    role: re.Pattern[str]
    """What a byline or credit holds at least; most lines do not and need no further look."""
    token: re.Pattern[str]
    """One token of a byline: groups medium, role, mark, name."""
    dateline: re.Pattern[str]
    """The head of a body up to 讯, 电, 消息: group medium, or group unknown for a medium of no known ending."""
    continuation: re.Pattern[str]
    """A whole note 下转第2版: groups word and target."""
    continuations: Mapping[str, str]
    begun: re.Pattern[str]
    """The note 上接第1版 at the head of a paragraph."""
    source: re.Pattern[str]
    """A whole line 来源：甲报: group medium."""
    caption: re.Pattern[str]
    label_opening: re.Pattern[str]
    label_endings: tuple[str, ...]
    kicker_endings: tuple[str, ...]
    continues: tuple[str, ...]
    opening: re.Pattern[str]
    pairs: Mapping[str, str]
    medium: re.Pattern[str]
    """A whole name of a medium, by its ending."""


CHANNELS = "科技|财经|体育|娱乐|汽车|房产|教育|旅游|游戏|数码|家居|健康|时尚|军事|国际"
"""What a site's channels are called: 甲网科技讯."""


def words_of(lexicon: Lexicon) -> Words:
    """The vocabulary of the room; cheap enough to be made anew for each page, since ``re`` keeps its patterns."""
    roles = lexicon["layout_byline_roles"]
    own = _any(lexicon["layout_own_media"])
    endings = _any(lexicon["layout_media_endings"])
    agencies = _any(lexicon["layout_agencies"])
    cities = _any(lexicon["layout_cities"])
    # 甲乙本报通讯员丙 holds no paper 甲乙本报
    named = (
        rf"(?:(?:{agencies})(?:[-—·](?:{agencies}))?(?:客户端)?"
        rf"|[{CJK}A-Za-z0-9]{{1,8}}?(?<!本)(?:{endings})(?![{CJK}]*(?:{endings})[讯电消])"
        rf")(?:(?<=网)(?:{CHANNELS})(?=[讯消]|\d))?"
    )
    # Only these may touch the name before them (甲乙通讯员丙丁); 科技工作者 names no one.
    touching = _any(role for role in roles if len(role) > 1 and role.endswith(("记者", "通讯员", "实习生", "报道")))
    apart = rf"(?:(?<![{CJK}])|(?<=本报))(?:{_any(role for role in roles if len(role) > 1)})"
    long_role = (
        rf"文\s*[/、&]\s*图|图\s*[/、&]\s*文|(?:驻[{CJK}]{{1,3}}|(?<=报)[{CJK}]{{2,4}}版)?(?:{touching})|{apart}"
    )
    # 文, 图 and 摄 are roles only where they stand alone or end a name's stretch.
    role = rf"{long_role}|(?<![{CJK}])[文图](?![{CJK}])|摄(?![{CJK}])"
    number = r"[A-Za-z]?[0-9〇一二三四五六七八九十]{1,3}"
    earlier = _any(word for word, way in lexicon["layout_continuations"].items() if way == "from")
    return Words(
        roles=roles,
        surnames=lexicon["surnames"],
        given=lexicon["given_name_characters"],
        own_media=lexicon["layout_own_media"],
        no_media=lexicon["layout_no_media"],
        agencies=lexicon["layout_agencies"],
        no_name=re.compile(rf"(?:{_any(lexicon['layout_no_names'])})"),
        role=re.compile(rf"{role}|[发供](?![{CJK}])|提供|供[图稿]"),
        token=re.compile(
            rf"(?P<medium>(?:{own}|{named})(?=(?:[{CJK}]{{2,4}}版)?[特首见驻]?[{CJK}]{{0,3}}(?:记者|通讯员)|[供发](?![{CJK}])|供[稿图]|\s?[{CJK}]{{2,3}}\s?摄))"
            rf"|(?P<role>{role})|(?P<mark>[^{CJK}·]+)|(?P<name>(?:(?!{role})[{CJK}·])+)"
        ),
        dateline=re.compile(
            rf"(?:据|综合)?(?:《?(?:{own}|{named})》?、){{0,2}}(?:[《【]?(?P<medium>{own}|{named})[》】]?(?:（[!-~]{{4,40}}）)?(?:/[{CJK}A-Za-z0-9]{{2,8}}客户端)?"
            rf"(?:(?<=网】)|(?=\s+(?:见习|首席)?记者\s+[{CJK}]{{2,4}}[\s、])|(?<=】)(?=\s*（[^（）]*(?:记者|通讯员))|(?:(?![发公宣颁]布)[^\W\d发悉来露获称出证报]){{0,8}}?(?:{DATE})?(?:(?:体育|财经|国际|经济|时政|文化|科技|电视)?专电|快讯|[讯电]|消息|信息)"
            rf"(?=[\s（：]|(?<=讯)，|\d|{own}|(?:[{CJK}]{{2,3}}[、\s]*)?(?:记者|通讯员)|$)|（[^（）]{{1,12}}）(?:消息|讯|报道)?(?=：))"
            rf"|(?P<own>{own})讯"
            rf"|(?:{cities}){DATE}专?电(?=\s*（(?:记者|通讯员)?\s*[{CJK}]{{2,4}}(?:[、，\s]+[{CJK}]{{2,4}})*）)"
            rf"|(?P<unknown>[{CJK}A-Za-z0-9]{{2,8}}?)(?:讯|消息|(?:{DATE})专?电)(?=（[^（）]*(?:记者|通讯员)|（[^（）]{{1,8}}）：))"
        ),
        continuation=re.compile(
            rf"[（【\[]?\s*(?P<word>{_any(lexicon['layout_continuations'])})(?:本报|今日)?\s*(?P<target>第?\s*{number}\s*版)"
            rf"[^（）。]{{0,30}}[）】\]]?"
        ),
        continuations=lexicon["layout_continuations"],
        cities=lexicon["layout_cities"],
        begun=re.compile(rf"[（【]\s*(?:{earlier})[^（）【】]{{1,30}}[）】]|(?:{earlier})第?\s*{number}\s*版(?=\s)"),
        source=re.compile(
            rf"[（]?(?:{_any(lexicon['layout_source_words'])})\s*[：]\s*《?(?P<medium>[{CJK}A-Za-z0-9·]{{2,16}})》?"
            rf"(?:\s.{{0,30}})?[）]?"
        ),
        caption=re.compile(rf"(?:{_any(lexicon['layout_captions'])}|图[①②③④⑤⑥⑦⑧⑨一二三四五六1-9][：为\s])"),
        label_opening=re.compile(_any(lexicon["layout_label_openings"])),
        label_endings=tuple(lexicon["layout_label_endings"]),
        kicker_endings=tuple(lexicon["layout_kicker_endings"]),
        continues=("，", "、", "（", "“", "‘", "《", *lexicon["layout_continues"]),
        opening=re.compile(_any(lexicon["layout_openings"])),
        pairs=lexicon["layout_pairs"],
        medium=re.compile(rf"《?(?:{_any(lexicon['layout_agencies'])}|[{CJK}A-Za-z0-9]{{1,10}}(?:{endings}))》?"),
    )


def _any(terms: Iterable[str]) -> str:
    """An alternation in which the longest term wins."""
    joined = "|".join(sorted(terms, key=len, reverse=True))
    # re.escape is slow and hardly ever needed.
    return joined if PLAIN.fullmatch(joined) else "|".join(map(re.escape, joined.split("|")))
