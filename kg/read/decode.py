"""Bytes of unknown encoding into text."""

from __future__ import annotations

import codecs
import re
import shlex

from kg.errors import InputError

# UTF-32 first: its little-endian mark begins with that of UTF-16.
MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Pages say gb2312 or big5 and use characters that only the larger sets have.
SUPERSETS = {"gb2312": "gb18030", "gbk": "gb18030", "x-gbk": "gb18030", "big5": "big5hkscs", "x-x-big5": "big5hkscs"}
CONTROL = re.compile(r"[\x00-\x08\x0e-\x19\x1c-\x1f\x7f]")
COMMON = re.compile("[的一是在了，。、]")
# GB18030 gives a meaning to nearly every byte, so a text of this length without one common character is no Chinese.
PROOF_LENGTH = 100


def decode(data: bytes, where: str, *, declared: str = "") -> str:
    """The text of ``data``: a byte order mark decides, else strict UTF-8, else GB18030; the mark is no part of it.

    ``declared`` is an encoding that the data itself names; it is tried after UTF-8, which a page that was saved anew
    often is in spite of what it says. Raises InputError, which names ``where``, for empty, binary and undecodable data,
    and for what is Big5 by its look: GB18030 reads it too, as nonsense.
    """
    text = _decoded(data, where, SUPERSETS.get(declared.lower(), declared))
    if not text.strip():
        raise InputError(f"{where} 是空的（nothing in it）", hint="放入文字后重试（put text into it and try again）")
    if "\0" in text or len(CONTROL.findall(text)) * 100 > len(text):
        raise InputError(
            f"{where} 是二进制文件，不是文字（a binary file, not text）",
            hint="先导出为 UTF-8 纯文本（export it as plain UTF-8 text first）",
        )
    return text


def _decoded(data: bytes, where: str, declared: str) -> str:
    marked = next((encoding for mark, encoding in MARKS if data.startswith(mark)), None)
    for encoding in (marked,) if marked else ("utf-8", declared or "gb18030", "gb18030"):
        try:
            text = data.decode(encoding)
        except (UnicodeDecodeError, LookupError):  # a declared encoding may be none at all
            continue
        if encoding != "gb18030":
            return text
        common, foreign = len(COMMON.findall(text)), len(re.findall(r"[^\x00-\x7f]", text))
        if len(COMMON.findall(data.decode("big5hkscs", "replace"))) > max(1, 2 * common):
            raise InputError(
                f"{where} 看来是 Big5 编码，没有读（looks like Big5; not read）",
                hint=f"先转成 UTF-8（convert it first）: iconv -f BIG5 -t UTF-8 {shlex.quote(where)} > new.txt",
            )
        if foreign < PROOF_LENGTH or common:
            return text
    raise InputError(
        f"{where} 的编码认不出（neither UTF-8 nor GB18030）",
        hint="另存为 UTF-8 后重试（save it as UTF-8 and try again），如（such as）: "
        f"iconv -f 原来的编码 -t UTF-8 {shlex.quote(where)} > new.txt",
    )
