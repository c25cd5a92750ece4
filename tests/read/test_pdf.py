"""PDF files that the tests write themselves, and one that a browser prints."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from kg.errors import InputError, KgError
from kg.model import Page
from kg.pipeline import Reader
from kg.read import read_paths
from read.pdf_writer import ENCRYPTED, NAMELESS, column, write_pdf

pytest.importorskip("pypdfium2", reason="the input extra is not installed")

NEWS = "甲市总工会联合市司法局推出“护薪行动”，为外来务工者提供法律服务。"
FIRST = [(50.0, 60.0, 24.0, "甲市推出护薪行动"), *column(50, 100, 10, NEWS * 3, width=12)]
SECOND = [(50.0, 60.0, 10.0, "第二版，乙县也来了。")]
SCAN = b"0 0 100 100 re f"


def read(tmp_path: Path, data: bytes, name: str = "2025-11-17-甲报.pdf") -> tuple[list[Page], list[str]]:
    file = tmp_path / name
    file.write_bytes(data)
    errors: list[KgError] = []
    pages = list(read_paths([file], on_error=errors.append))
    assert all(isinstance(error, InputError) and error.hint for error in errors)
    return pages, [str(error) for error in errors]


def test_a_file_of_one_page(tmp_path: Path) -> None:
    pages, errors = read(tmp_path, write_pdf(FIRST))
    assert not errors
    assert [(page.uri, page.name, page.published) for page in pages] == [
        ("2025-11-17-甲报.pdf", "2025-11-17-甲报", "2025-11-17")
    ]
    assert pages[0].text == f"甲市推出护薪行动\n\n{NEWS * 3}"
    assert not pages[0].single


def test_each_page_of_a_file_is_a_page_and_empty_ones_are_passed_over(tmp_path: Path) -> None:
    pages, errors = read(tmp_path, write_pdf(FIRST, b"", SECOND))
    assert not errors
    assert [page.uri.partition("#")[2] for page in pages] == ["page=1", "page=3"]
    assert [page.name for page in pages] == ["2025-11-17-甲报-p1", "2025-11-17-甲报-p3"]
    assert pages[1].text == "第二版，乙县也来了。"


@pytest.mark.parametrize(("pages", "says"), [([SCAN], "OCR"), ([b""], "nothing in it")])
def test_a_file_without_text(tmp_path: Path, pages: list[bytes], says: str) -> None:
    found, errors = read(tmp_path, write_pdf(*pages))
    assert not found
    assert len(errors) == 1
    assert says in errors[0]


def test_a_page_without_text_is_named_and_the_others_go_on(tmp_path: Path) -> None:
    found, errors = read(tmp_path, write_pdf(FIRST, SCAN, SECOND))
    assert len(found) == 2
    assert len(errors) == 1
    assert "甲报.pdf#page=2" in errors[0]


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (write_pdf(FIRST, trailer=ENCRYPTED), "encrypted"),
        (write_pdf(FIRST, font=NAMELESS), "which characters"),
        (write_pdf(FIRST)[:400], "damaged"),
        (b"%PDF", "damaged"),
    ],
)
def test_what_does_not_open_is_told(tmp_path: Path, data: bytes, says: str) -> None:
    found, errors = read(tmp_path, data)
    assert not found
    assert len(errors) == 1
    assert says in errors[0]


def test_characters_are_those_of_the_text_and_not_of_the_font(tmp_path: Path) -> None:
    pages, _ = read(tmp_path, write_pdf([(50, 60, 10, "⼯会⽉刊，⻓城、⻋间、𠮷市。")]))
    assert pages[0].text == "工会月刊，长城、车间、𠮷市。"


@pytest.mark.parametrize(
    ("rotate", "matrix", "second"),
    [(90, "0 1 -1 0", "315 300"), (180, "-1 0 0 -1", "300 315"), (270, "0 -1 1 0", "285 300")],
)
def test_a_page_that_is_turned(tmp_path: Path, rotate: int, matrix: str, second: str) -> None:
    lines = (("300 300", "甲市总工会。"), (second, "乙市总工会。"))
    content = "".join(f"BT /F 10 Tf {matrix} {at} Tm <{text.encode('utf-16-be').hex()}> Tj ET " for at, text in lines)
    pages, _ = read(tmp_path, write_pdf(content.encode(), rotate=rotate))
    assert pages[0].text == "甲市总工会。\n乙市总工会。"


def test_without_the_extra_it_says_what_to_type(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    pages, errors = read(tmp_path, write_pdf(FIRST))
    assert not pages
    assert 'pip install "baotu[input]"' in errors[0]
    assert "甲报.pdf" in errors[0]


def test_facts_are_read_and_stand_at_their_offsets(tmp_path: Path, read_page: Reader) -> None:
    said = "11月3日，江苏省总工会与省司法厅联手推出“护薪”行动，为职工提供法律服务。"
    pages, _ = read(tmp_path, write_pdf([FIRST[0], *column(50, 100, 10, said, width=12)]))
    document = read_page(pages[0])
    assert document.facts[0].article.title == "甲市推出护薪行动"
    text = document.page.text
    names = {text[start:end] for e in document.facts[0].entities for start, end in e.mentions}
    assert {"江苏省总工会", "省司法厅", "“护薪”行动"} <= names
    assert "launches" in {relation.predicate for relation in document.facts[0].relations}


CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")


@pytest.mark.skipif(CHROMIUM is None, reason="no chromium on this machine to print a page with")
def test_a_page_that_a_browser_prints(tmp_path: Path) -> None:
    body = [f"第{number}段：{NEWS * 4}民用西门、见面、长风、马车。" for number in "一二三四五六"]
    html = f"""<!DOCTYPE html><meta charset="utf-8"><style>@page {{size: A3; margin: 12mm}} body {{margin: 0}}
        article {{font: 10pt/1.5 serif; columns: 4; column-gap: 6mm}} p {{margin: 0; text-indent: 2em}}</style>
        <h1>甲市总工会推出新的行动</h1><article>{"".join(f"<p>{text}" for text in body)}</article>"""
    (tmp_path / "a.html").write_text(html, encoding="utf-8")
    to = f"--print-to-pdf={tmp_path / 'a.pdf'}"
    command = [str(CHROMIUM), "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer", to]
    subprocess.run([*command, str(tmp_path / "a.html")], check=True, capture_output=True, timeout=120)  # noqa: S603 our own file
    pages, errors = read(tmp_path, (tmp_path / "a.pdf").read_bytes(), "b.pdf")
    assert not errors
    assert pages[0].text == "甲市总工会推出新的行动\n\n" + "\n".join(body)
