import hashlib
import json
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import InputError, KgError
from kg.model import Page
from kg.read import read_paths
from kg.read.dates import leading_date
from kg.read.decode import decode
from kg.read.names import safe_name, unique_name

TEXT = "甲市总工会推出“护薪行动”。\n\n乙县也来了。"


def read(*paths: Path, date: str | None = None) -> tuple[list[Page], list[str]]:
    errors: list[KgError] = []
    pages = list(read_paths(paths, date=date, on_error=errors.append))
    assert all(isinstance(error, InputError) and error.hint for error in errors)
    return pages, [str(error) for error in errors]


def test_a_file(tmp_path: Path) -> None:
    file = tmp_path / "2025-11-17-甲报.txt"
    file.write_text(TEXT, encoding="utf-8")
    pages, errors = read(file, date="2020-01")
    assert not errors
    sha256 = hashlib.sha256(file.read_bytes()).hexdigest()
    assert pages == [Page("2025-11-17-甲报.txt", "2025-11-17-甲报", sha256, TEXT, "2025-11-17")]


def test_a_directory_is_read_in_order(tmp_path: Path) -> None:
    for name in ("b/2.txt", "b/1.text", "a.txt", ".hidden.txt", ".git/x.txt", "README.md", "c.jpg", "a-b.txt", "B.TXT"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(TEXT, encoding="utf-8")
    pages, errors = read(tmp_path, date="2025-11")
    assert not errors
    assert [page.uri for page in pages] == ["B.TXT", "a-b.txt", "a.txt", "b/1.text", "b/2.txt"]
    assert [page.name for page in pages] == ["B", "a-b", "a", "1", "2"]
    assert {page.published for page in pages} == {"2025-11"}
    assert all(str(tmp_path) not in page.uri for page in pages)


def test_names_are_unique_and_files_read_once(tmp_path: Path) -> None:
    for name in ("x/a.txt", "y/a.txt", "y/A.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(TEXT, encoding="utf-8")
    pages, errors = read(tmp_path, tmp_path / "x", tmp_path / "x" / "a.txt")
    assert not errors
    assert [page.name for page in pages] == ["a", "A-2", "a-3"]
    pages, errors = read(tmp_path / "x", tmp_path / "y")
    assert [page.uri for page in pages] == ["a.txt", "A.txt"]
    assert len(errors) == 1
    assert "a.txt" in errors[0]


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (TEXT.encode(), TEXT),
        (b"\xef\xbb\xbf" + TEXT.encode(), TEXT),
        (TEXT.encode("gb18030"), TEXT),
        ("甲厂".encode("gb18030"), "甲厂"),
        ("甲市总工会，推出“护薪”行动".encode("gb18030"), "甲市总工会，推出“护薪”行动"),
        (("王某 李某 张某\n" * 60 + "名单一").encode("gb18030"), "王某 李某 张某\n" * 60 + "名单一"),
        (TEXT.encode("utf-16"), TEXT),
        (TEXT.encode("utf-32"), TEXT),
        (TEXT.replace("\n", "\r\n").encode(), TEXT),
        (TEXT.replace("\n", "\r").encode(), TEXT),
    ],
)
def test_encodings_and_line_ends(data: bytes, text: str, tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(data)
    pages, errors = read(file)
    assert not errors
    assert pages[0].text == text


def test_offsets_are_those_of_text_mode(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes("甲\r\n乙\n丙\r丁\r\n".encode())
    assert read(file)[0][0].text == file.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("empty.txt", b"", "nothing in it"),
        ("blank.txt", b" \n\n\t", "nothing in it"),
        ("mark.txt", b"\xef\xbb\xbf", "nothing in it"),
        ("binary.txt", b"\x00\x01\x02\x03" * 50, "binary"),
        ("image.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "UTF-8"),
        ("latin.txt", "é".encode("latin-1") * 301, "UTF-8"),
        ("big5.txt", ("甲市總工會推出護薪行動今日啟動" * 30).encode("big5"), "UTF-8"),
        ("big5-short.txt", "甲市總工會推出護薪行動，為職工提供法律服務。".encode("big5"), "iconv -f BIG5 -t UTF-8"),
        ("big5-bad.txt", "甲市總工會今日推出行動，職工在會上了解。".encode("big5") + b"\xff", "iconv -f"),
        (
            "big5-chance.txt",
            "甲市總工會推出護薪行動，為職工的權益提供服務。".encode("big5") * 9 + "的".encode("gb18030"),
            "iconv -f BIG5",
        ),
        ("sjis.txt", ("市総工会は本日の会議で新しい取り組みを始めた。" * 20).encode("shift_jis"), "iconv -f"),
        ("page.pdf", b"%PDF", "PDF"),
        ("page.HTML", b"<p>", "no text"),
        ("page.docx", b"PK", "not a page"),
        ("records.jsonl", b"\n\n", "no record"),
    ],
)
def test_what_cannot_be_read_is_told_and_the_rest_goes_on(name: str, data: bytes, says: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(data)
    (tmp_path / "zz.txt").write_text(TEXT, encoding="utf-8")
    pages, errors = read(tmp_path / name, tmp_path / "none.txt", tmp_path / "zz.txt")
    assert [page.name for page in pages] == ["zz"]
    assert len(errors) == 2
    assert name in errors[0]
    assert says in errors[0]
    assert "none.txt" in errors[1]


GRAPH = ("out/graph.html", "out/graph.trig", "out/report.json", "out/pages/a.json")


def test_files_of_other_kinds_are_skipped_with_a_word(tmp_path: Path) -> None:
    for name in ("a.txt", "b.docx", "d/c.DOCX", "e.xlsx", "LICENSE", ".hidden.docx", ".git/x.docx", *GRAPH):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(TEXT, encoding="utf-8")
    skipped: list[KgError] = []
    errors: list[KgError] = []
    pages = list(read_paths([tmp_path, tmp_path / "a.txt"], on_error=errors.append, on_skip=skipped.append))
    assert ([page.name for page in pages], errors) == (["a"], [])
    (told,) = skipped
    assert "跳过 2 个 .docx、1 个没有后缀的（without suffix）、1 个 .xlsx（skipped 4: not pages）" in str(told)
    assert told.exit_code == 0


def test_a_directory_without_pages(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("x")
    pages, errors = read(tmp_path)
    assert not pages
    assert "no page" in errors[0]


def test_records(tmp_path: Path) -> None:
    file = tmp_path / "2024-05-news.jsonl"
    lines = [
        {"id": "a/1", "text": "标题\n正文。", "title": "标题", "date": "20250102"},
        {"text": "正文。", "title": "标题"},
        {"id": 7, "text": "正文。", "date": "2025-03"},
        {"id": "a/1", "text": "正文。"},
    ]
    file.write_text("\n".join(json.dumps(line) for line in lines) + "\n\n", encoding="utf-8")
    pages, errors = read(file)
    assert not errors
    assert [page.name for page in pages] == ["a_1", "2024-05-news-0002", "7", "a_1-2"]
    assert [page.uri.partition("#")[2] for page in pages] == ["a/1", "0002", "7", "a/1-2"]
    assert [page.title for page in pages] == [None, "标题", None, None]
    assert [page.published for page in pages] == ["2025-01-02", "2024-05", "2025-03", "2024-05"]
    assert all(page.single for page in pages)
    assert (
        pages[0].sha256
        == hashlib.sha256('{"date":"20250102","id":"a/1","text":"标题\\n正文。","title":"标题"}'.encode()).hexdigest()
    )


@pytest.mark.parametrize(
    "line",
    [
        "{",
        "[]",
        '"正文"',
        '{"id": "a"}',
        '{"text": " "}',
        '{"text": 3}',
        '{"text": "甲", "date": "昨天"}',
        '{"text": "\\ud800"}',
        '{"text": "甲", "title": ["乙"]}',
        "[" * 100_000,
    ],
)
def test_a_bad_line_is_named(line: str, tmp_path: Path) -> None:
    file = tmp_path / "r.jsonl"
    file.write_text('{"text": "甲。"}\n' + line + '\n{"text": "乙。"}\n', encoding="utf-8")
    pages, errors = read(file)
    assert [page.text for page in pages] == ["甲。", "乙。"]
    assert len(errors) == 1
    assert "r.jsonl:2" in errors[0]


def test_a_date_that_is_none() -> None:
    with pytest.raises(InputError, match="--date"):
        read(date="2025-13")


@pytest.mark.parametrize(
    ("name", "date"),
    [
        ("2025-11-17", "2025-11-17"),
        ("2025-11-17-01", "2025-11-17"),
        ("2025-11", "2025-11"),
        ("20251117_2版", "2025-11-17"),
        ("202511171", None),
        ("2025-02-30", None),
        ("第1版-2025-11-17", None),
        ("2025", None),
    ],
)
def test_dates_that_lead_a_name(name: str, date: str | None) -> None:
    assert leading_date(name) == date


@given(st.text())
def test_names_are_safe(name: str) -> None:
    safe = safe_name(name)
    assert not set(safe) & set("/\\\0\n:")
    assert not safe.startswith(".")
    assert len(safe) <= 80
    assert safe == safe_name(safe)


@given(st.lists(st.sampled_from(["a", "A", "a-2", "b"]), max_size=12))
def test_names_are_unique(names: list[str]) -> None:
    taken: set[str] = set()
    unique = [unique_name(name, taken) for name in names]
    assert len({name.casefold() for name in unique}) == len(names)


@given(st.binary(max_size=200))
def test_any_bytes(data: bytes) -> None:
    with suppress(InputError):
        assert decode(data, "a").strip()
