"""The pages of a PDF file into text, by the place of every character."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from contextlib import closing
from typing import Any
from unicodedata import category, east_asian_width, normalize

from kg.errors import InputError, KgError
from kg.read.boxes import Glyph, read_boxes
from kg.read.extras import library

RADICALS = str.maketrans(
    "⺠⺟⻁⻄⻅⻆⻉⻋⻑⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻬⻮⻰⻳",
    "民母虎西见角贝车長长门青韦页风飞食马骨鬼鱼鸟卤麦黄齐齿龙龟",
)
"""Radicals that fonts share with the characters of the same shape, where normalisation does not know them."""
UNKNOWN = "\ufffd"
MOST_UNKNOWN = 0.2
"""A page with a larger share of characters that stand for none cannot be read."""
TALL, LATIN_TALL = 1.15, 1.2
"""The height of a line over the em in common fonts: taller boxes are those of a font's ascent and descent."""


def read_pdf(data: bytes, where: str, *, on_error: Callable[[KgError], None]) -> Iterator[tuple[str, str]]:
    """The pages that hold text, in order: the number of each ('' in a file of one page) and its text.

    Radicals stand for the characters of their shape, one for one. A page whose text cannot be read becomes an
    InputError for ``on_error`` and the others go on; empty pages are passed over. Raises InputError for a file that
    is damaged, encrypted or empty, and when the extra is not installed.
    """
    pdfium = library("pypdfium2", where, " PDF ")
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        raise _closed(where, str(error)) from None
    blank = True
    with closing(document):
        count = len(document)
        for number in range(count):
            fragment = str(number + 1) if count > 1 else ""
            here = f"{where}#page={fragment}" if fragment else where
            try:
                text, full = _page(document, number, here, pdfium)
            except InputError as error:
                on_error(error)
                blank = False
                continue
            blank = blank and not full
            if text:
                yield fragment, text
    if blank:
        raise InputError(f"{where} 是空的（nothing in it）", hint="换一个文件（give another file）")


def _closed(where: str, reason: str) -> InputError:
    """The error for a file that does not open."""
    if "password" in reason.lower() or "security" in reason.lower():
        return InputError(
            f"{where} 加了密（the PDF is encrypted）",
            hint="用密码打开后另存为不加密的 PDF（open it with its password and save it without one）",
        )
    return InputError(
        f"{where} 不是完好的 PDF（not a PDF, or a damaged one）: {reason}",
        hint="重新下载或导出（fetch or export it again）",
    )


def _page(document: Any, number: int, where: str, pdfium: Any) -> tuple[str, bool]:
    """The text of a page, and whether anything at all is on it."""
    try:
        with closing(document[number]) as page, closing(page.get_textpage()) as textpage:
            glyphs = list(_glyphs(textpage, page.get_rotation(), pdfium.raw))
            full = bool(glyphs) or next(iter(page.get_objects(max_depth=1)), None) is not None
    except pdfium.PdfiumError as error:
        raise InputError(
            f"{where} 打不开（the page does not open）: {error}", hint="重新导出（export it again）"
        ) from None
    written = sum(not glyph.char.isspace() for glyph in glyphs)
    if full and not written:
        raise InputError(
            f"{where} 没有文字层，是扫描图或转曲的字（no text in the PDF: a scan, or type turned into outlines）",
            hint="先做文字识别（OCR），再给出带文字层的 PDF 或 .txt（run OCR on it, then give a PDF with text, or a .txt file）",
        )
    if sum(glyph.char == UNKNOWN for glyph in glyphs) > MOST_UNKNOWN * written:
        raise InputError(
            f"{where} 的字体没有对应的文字编码（its fonts do not say which characters they show）",
            hint="从排版软件重新导出，或做文字识别（OCR）（export it again with text, or run OCR on it）",
        )
    return read_boxes(glyphs), full


def _glyphs(textpage: Any, rotation: int, raw: Any) -> Iterator[Glyph]:
    """The characters of a page with their boxes as a reader sees them; what PDFium makes up is left out."""
    high: tuple[int, float] | None = None  # the first half of a character beyond the basic plane, and its left side
    for index in range(textpage.count_chars()):
        if raw.FPDFText_IsGenerated(textpage, index) == 1:
            continue
        code = raw.FPDFText_GetUnicode(textpage, index)
        left, bottom, right, top = textpage.get_charbox(index, loose=True)
        if 0xD800 <= code < 0xDC00:
            high = code, left
            continue
        if 0xDC00 <= code < 0xE000 and high:
            code, left = 0x10000 + ((high[0] - 0xD800) << 10) + (code - 0xDC00), high[1]
        high = None
        char = UNKNOWN if raw.FPDFText_HasUnicodeMapError(textpage, index) == 1 else _char(code)
        if char and all(map(math.isfinite, (left, bottom, right, top))):
            yield _glyph(char, *_turned(left, -top, right, -bottom, rotation))


def _turned(left: float, top: float, right: float, bottom: float, rotation: int) -> tuple[float, float, float, float]:
    """A box, y counted downwards, on a page that is shown turned clockwise."""
    if rotation == 90:
        return -bottom, left, -top, right
    if rotation == 180:
        return -right, -bottom, -left, -top
    if rotation == 270:
        return top, -right, bottom, -left
    return left, top, right, bottom


def _glyph(char: str, left: float, top: float, right: float, bottom: float) -> Glyph:
    """The character with a box as high as its em, around the middle of its line."""
    width, height = right - left, bottom - top
    em = height / LATIN_TALL
    if east_asian_width(char) in "WF":
        em = height if height <= TALL * width else max(width, height / 1.45)
    middle = (top + bottom) / 2
    return Glyph(char, left, middle - em / 2, right, middle + em / 2, max(em, 0.01))


def _char(code: int) -> str:
    """The character of a code: one, or '' for what is invisible; U+FFFD for what means none."""
    if code == 0 or 0xD800 <= code < 0xF900 or code >= 0xF0000 or code in (0xFFFD, 0xFFFE, 0xFFFF):
        return UNKNOWN
    char = chr(code)
    if char.isspace():
        return " "
    if category(char) in ("Cc", "Cf"):
        return ""
    if 0x2E80 <= code < 0x2FE0 or 0xF900 <= code < 0xFB00 or 0x2F800 <= code < 0x2FA20:
        plain = normalize("NFKC", char).translate(RADICALS)
        return plain if len(plain) == 1 else char
    return char
