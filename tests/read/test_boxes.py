"""Reading order on a page of invented boxes."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kg.read.boxes import Glyph, read_boxes

NEWS = "甲市总工会联合市司法局推出护薪行动为外来务工者提供法律服务"


def row(text: str, left: float, middle: float, em: float = 10, step: float = 1) -> list[Glyph]:
    """A line of characters, ``step`` em from one to the next."""
    return [
        Glyph(char, left + i * step * em, middle - em / 2, left + i * step * em + em, middle + em / 2, em)
        for i, char in enumerate(text)
    ]


def column(left: float, top: float, *lines: str, indent: bool = False) -> list[Glyph]:
    return [
        glyph
        for number, line in enumerate(lines)
        for glyph in row(line, left + (20 if indent and not number else 0), top + 15 * number)
    ]


def test_columns_are_read_from_left_to_right_and_a_paragraph_goes_on_in_the_next() -> None:
    page = [
        *row("大标题在两栏之上", 20, 20, em=24),
        *column(0, 60, NEWS[:8], NEWS[8:18], indent=True),
        *column(120, 60, NEWS[18:28], "完。"),
    ]
    assert read_boxes(page) == f"大标题在两栏之上\n\n{NEWS[:28]}完。"


def test_the_order_of_the_file_does_not_matter() -> None:
    lines = [
        row("左栏第一行也写满的字", 0, 60),
        row("左栏第二行也写满的字", 0, 75),
        row("右栏第一行也写满的字", 120, 60),
    ]
    expected = "左栏第一行也写满的字左栏第二行也写满的字右栏第一行也写满的字"
    assert read_boxes([*lines[2], *lines[1], *lines[0]]) == expected
    assert read_boxes([*lines[0], *lines[2], *lines[1]]) == expected


def test_an_indent_and_a_short_line_part_paragraphs() -> None:
    page = [
        *column(0, 0, NEWS[:8], NEWS[8:18], NEWS[18:22] + "。", indent=True),
        *column(0, 45, NEWS[:8], "另一段。", indent=True),
    ]
    assert read_boxes(page) == f"{NEWS[:22]}。\n{NEWS[:8]}另一段。"


def test_each_article_of_a_row_is_read_to_its_end() -> None:
    page = [
        *row("左文标题", 0, 0, em=16),
        *row("右文标题", 150, 0, em=16),
        *column(0, 40, NEWS[:10], "左文完。"),
        *column(150, 40, NEWS[10:20], "右文完。"),
    ]
    assert read_boxes(page) == f"左文标题\n\n{NEWS[:10]}左文完。\n\n右文标题\n\n{NEWS[10:20]}右文完。"


def test_the_lines_of_a_headline_stay_apart() -> None:
    page = [*row("肩题一行在上", 0, 0, em=14), *row("主题第一行", 0, 30, em=24), *row("主题第二行", 0, 60, em=24)]
    page += column(0, 110, NEWS[:20], NEWS[20:28] + "。")
    assert read_boxes(page) == f"肩题一行在上\n主题第一行\n主题第二行\n\n{NEWS[:28]}。"


def test_vertical_text_is_read_downwards_and_its_columns_from_the_right() -> None:
    stacks = [
        [glyph for i, char in enumerate(text) for glyph in row(char, left, 20 * i, em=20)]
        for text, left in (("竖排标题", 300), ("第二行字", 260))
    ]
    assert read_boxes([*stacks[1], *stacks[0]]) == "竖排标题\n第二行字"


def test_spaces_are_kept_where_they_are_seen() -> None:
    assert read_boxes([*row("本报记者", 0, 0), *row("甲乙", 44, 0)]) == "本报记者 甲乙"
    assert read_boxes(row("标题字距很宽", 0, 0, step=1.4)) == "标题字距很宽"
    digits = [Glyph(c, 22.5 + 5 * i, -5, 27.5 + 5 * i, 5, 10) for i, c in enumerate("17")]
    assert read_boxes([*row("11月"[:0] + "十月", 0, 0), *digits, *row("日开", 35, 0)]) == "十月17日开"


def test_lines_of_a_list_stay_apart() -> None:
    page = [*column(0, 0, NEWS[:20]), *column(0, 15, "甲市一等奖", "乙市二等奖", "丙市三等奖")]
    assert read_boxes(page) == f"{NEWS[:20]}甲市一等奖\n乙市二等奖\n丙市三等奖"


def test_an_empty_page() -> None:
    assert read_boxes([]) == ""
    assert read_boxes(row("  ", 0, 0)) == ""


PLACED = st.builds(
    lambda char, left, middle, em: row(char, left, middle, em)[0],
    st.sampled_from("甲乙丙a1，。 "),
    st.floats(-1e4, 1e4),
    st.floats(-1e4, 1e4),
    st.floats(0.01, 100),
)


@given(st.lists(PLACED, max_size=40))
def test_every_character_is_read_once(glyphs: list[Glyph]) -> None:
    read = sorted("".join(read_boxes(glyphs).split()))
    assert read == sorted(glyph.char for glyph in glyphs if glyph.char != " ")
