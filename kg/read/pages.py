"""Paths into pages, in a fixed order."""

from __future__ import annotations

import hashlib
import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from kg.errors import InputError, KgError, SkippedError
from kg.model import Page
from kg.read.dates import iso_date, leading_date
from kg.read.decode import decode
from kg.read.html import read_html
from kg.read.names import safe_name, unique_name
from kg.read.pdf import read_pdf
from kg.read.records import Record, read_records
from kg.read.script import simplified

TEXT = (".txt", ".text")
RECORDS = (".jsonl",)
HTML = (".html", ".htm")
PDF = (".pdf",)
KINDS = (*TEXT, *RECORDS, *HTML, *PDF)
ALL = ", ".join(KINDS)
_GRAPH = {"graph.trig", "report.json"}  # a folder with both is a built graph, whose files are no pages
_TOLD = 6  # so many kinds of files that are no pages are told of


def read_paths(
    paths: Iterable[Path | str],
    *,
    date: str | None = None,
    on_error: Callable[[KgError], None],
    on_skip: Callable[[KgError], None] = lambda skipped: None,
) -> Iterator[Page]:
    """The pages of files and directories: the paths in the order given, a directory's files sorted by their names.

    Hidden files of a directory and graphs built in it are passed over, and so are other kinds of files, which ``on_skip`` is told of in one
    SkippedError a directory; a file reached twice is read once.
    ``date`` is the date of publication of pages that tell none themselves. Line ends become ``\\n`` before any
    offset is counted, as Python's own text mode does; a byte order mark does not count either.
    What cannot be read becomes an InputError that is handed to ``on_error``, and the other pages go on.
    Raises InputError itself only when ``date`` is no date.
    """
    date = iso_date(date, "--date")
    seen: set[Path] = set()
    uris: set[str] = set()
    names: set[str] = set()
    for given in map(Path, paths):
        for file, uri in _files(given, on_error, on_skip):
            try:
                resolved = file.resolve()
                if resolved in seen:
                    continue
                seen.add(resolved)
                if uri in uris:
                    raise InputError(
                        f"{file}：另一个页面也叫 {uri}（another page has the same name）",
                        hint="改名，或给出它们共同的上级目录（rename one, or give the directory above both）",
                    )
                uris.add(uri)
                for page in _pages(file, uri, date, names, on_error):
                    try:
                        page = simplified(page)
                    except InputError as error:
                        on_error(error)
                    else:
                        yield page
            except InputError as error:
                on_error(error)
            except OSError as error:
                on_error(
                    InputError(
                        f"{file} 读不了（cannot be read）: {error.strerror}",
                        hint="检查路径与权限（check the path and its permissions）",
                    )
                )


def _files(
    given: Path, on_error: Callable[[KgError], None], on_skip: Callable[[KgError], None]
) -> Iterator[tuple[Path, str]]:
    """Each file to read and its uri."""
    if given.is_dir():
        there = sorted(_walk(given), key=lambda file: file.relative_to(given).parts)
        found = [file for file in there if file.suffix.lower() in KINDS]
        if others := Counter(file.suffix.lower() for file in there if file.suffix.lower() not in KINDS):
            on_skip(_skipped(given, others))
        if not found:
            on_error(InputError(f"{given} 里没有页面（no page in the directory）", hint=f"可读（it can hold）: {ALL}"))
        for file in found:
            yield file, file.relative_to(given).as_posix()
    elif not given.exists():
        on_error(InputError(f"找不到 {given}（no such file or directory）", hint="检查路径（check the path）"))
    else:
        yield given, given.name


def _skipped(folder: Path, kinds: Counter[str]) -> SkippedError:
    """What was passed over, by kind: 跳过 2 个 .docx、1 个 .xlsx."""
    told = "、".join(
        f"{count} 个{f' {kind}' if kind else '没有后缀的（without suffix）'}"
        for kind, count in sorted(kinds.items(), key=lambda item: (-item[1], item[0]))[:_TOLD]
    )
    more = "…" if len(kinds) > _TOLD else ""
    return SkippedError(f"{folder}：跳过 {told}{more}（skipped {kinds.total()}: not pages）；可读（pages are）: {ALL}")


def _walk(folder: Path) -> Iterator[Path]:
    for root, folders, files in os.walk(folder):
        if _GRAPH.issubset(files):
            folders.clear()
            continue
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in files:
            if not name.startswith("."):
                yield Path(root, name)


def _pages(
    file: Path, uri: str, date: str | None, names: set[str], on_error: Callable[[KgError], None]
) -> Iterator[Page]:
    suffix = file.suffix.lower()
    date = leading_date(file.name) or date
    stem = safe_name(file.stem) or "page"
    if suffix in RECORDS:
        yield from _records(file, uri, date, stem, names, on_error)
        return
    if suffix not in KINDS:
        raise InputError(f"{file}：不认得 {suffix or '没有后缀的文件'}（not a page）", hint=f"可读（pages are）: {ALL}")
    data = file.read_bytes()
    digest = hashlib.sha256(data).hexdigest()
    if suffix in TEXT:
        text = decode(data, str(file)).replace("\r\n", "\n").replace("\r", "\n")
        yield Page(uri, unique_name(stem, names), digest, text, date)
    elif suffix in PDF:
        for page, text in read_pdf(data, str(file), on_error=on_error):
            at, name = (f"{uri}#page={page}", f"{stem}-p{page}") if page else (uri, stem)
            yield Page(at, unique_name(name, names), digest, text, date)
    else:
        articles = read_html(data, str(file))
        for number, article in enumerate(articles, 1):
            at, name = (f"{uri}#{number}", f"{stem}-{number}") if len(articles) > 1 else (uri, stem)
            name = unique_name(name, names)
            yield single_page(at, name, digest, article.text, article.date or date, article.title)


def single_page(uri: str, name: str, sha256: str, text: str, published: str | None, title: str | None) -> Page:
    """A page that is one article already; a title that its first line says is no title besides."""
    first = text.lstrip().split("\n", 1)[0].strip()
    return Page(uri, name, sha256, text, published, title if title and title != first else None, single=True)


def record_page(record: Record, uri: str, name: str, date: str | None) -> Page:
    """The page of a record; ``date`` is for a record that tells none."""
    return single_page(uri, name, record.sha256, record.text, record.date or date, record.title)


def record_name(record: Record, stem: str) -> str:
    """The name of a record's page before it is made unique: its id, else its line in the file ``stem``."""
    return safe_name(record.id) or f"{stem}-{record.number:04d}"


def _records(
    file: Path, uri: str, date: str | None, stem: str, names: set[str], on_error: Callable[[KgError], None]
) -> Iterator[Page]:
    ids: set[str] = set()
    for record in read_records(file, str(file), on_error=on_error):
        at = f"{uri}#{unique_name(record.id or f'{record.number:04d}', ids)}"
        yield record_page(record, at, unique_name(record_name(record, stem), names), date)
    if not ids:
        on_error(InputError(f"{file} 里没有可读的记录（no record in the file）", hint='每行（a line）: {"text": "……"}'))
