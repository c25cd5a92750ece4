"""PDF files for the tests, written by hand: Chinese text at given places, in a font that every reader knows."""

from __future__ import annotations

from collections.abc import Sequence

Text = tuple[float, float, float, str]
"""Left, distance of the baseline from the top of the page, size, characters."""

HEIGHT, WIDTH = 800, 600
FONT = b"<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UTF16-H/DescendantFonts[4 0 R]>>"
GLYPHS = (
    b"<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/DW 1000/FontDescriptor 5 0 R"
    b"/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 4>>>>"
)
METRICS = (
    b"<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/Ascent 880/Descent -120/CapHeight 880/StemV 93"
    b"/ItalicAngle 0/FontBBox[-25 -254 1000 880]>>"
)
NAMELESS = FONT.replace(b"UniGB-UTF16-H", b"Identity-H"), GLYPHS.replace(b"GB1", b"Identity")
"""A font whose glyphs have numbers and no characters."""
ENCRYPTED = b"/Encrypt<</Filter/Standard/V 1/R 2/P -4/O(" + b"o" * 32 + b")/U(" + b"u" * 32 + b")>>/ID[(a)(a)]"


def text_of(texts: Sequence[Text]) -> bytes:
    """The content of a page of texts."""
    return b"\n".join(
        f"BT /F {size} Tf 1 0 0 1 {left} {HEIGHT - down} Tm <{chars.encode('utf-16-be').hex()}> Tj ET".encode()
        for left, down, size, chars in texts
    )


def write_pdf(
    *pages: Sequence[Text] | bytes, trailer: bytes = b"", font: tuple[bytes, bytes] = (FONT, GLYPHS), rotate: int = 0
) -> bytes:
    """A file of the pages: texts, or the content itself."""
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", b"", font[0], font[1], METRICS]
    kids = []
    for page in pages:
        content = page if isinstance(page, bytes) else text_of(page)
        objects.append(b"<</Length %d>>stream\n%s\nendstream" % (len(content), content))
        kids.append(b"%d 0 R" % (len(objects) + 1))
        objects.append(
            b"<</Type/Page/Parent 2 0 R/Rotate %d/MediaBox[0 0 %d %d]/Contents %d 0 R/Resources<</Font<</F 3 0 R>>>>>>"
            % (rotate, WIDTH, HEIGHT, len(objects))
        )
    objects[1] = b"<</Type/Pages/Count %d/Kids[%s]>>" % (len(kids), b" ".join(kids))
    data, places = b"%PDF-1.5\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    return data + b"xref\n0 %d\n0000000000 65535 f \n%strailer<</Root 1 0 R/Size %d%s>>\nstartxref\n%d\n%%%%EOF" % (
        size,
        table,
        size,
        trailer,
        len(data),
    )


def column(left: float, down: float, size: float, text: str, *, width: int, leading: float = 1.5) -> list[Text]:
    """A paragraph set in lines of ``width`` characters, its first line indented by two."""
    lines = [text[: width - 2]] + [text[at : at + width] for at in range(width - 2, len(text), width)]
    return [
        (left + (0 if index else 2 * size), down + index * leading * size, size, line)
        for index, line in enumerate(lines)
    ]
