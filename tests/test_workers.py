"""Pages read by several processes: the same facts, in the same order, and a word when a process dies."""

from __future__ import annotations

import multiprocessing
from collections.abc import Iterator
from dataclasses import replace

import pytest

from kg.errors import InputError, KgError
from kg.knowledge import Knowledge
from kg.model import Document, Page
from kg.pipeline import Reader
from kg.workers import read_pages

TEXTS = [
    "工会办赛\n\n本报讯 11月3日，江苏省总工会举办职工技能大赛。\n",
    " \n",
    "工会签约\n\n本报讯 11月4日，浙江省总工会与省司法厅签署协议。\n",
]
PAGES = [Page(f"{n}.txt", str(n), "", text, "2025-11-05") for n, text in enumerate(TEXTS)]


def test_several_processes_read_as_one(knowledge: Knowledge, read: Reader) -> None:
    found = list(read_pages(PAGES, knowledge, workers=2))
    assert [page for page, _ in found] == PAGES
    assert [answer for _, answer in found if not isinstance(answer, InputError)] == [read(PAGES[0]), read(PAGES[2])]
    assert [str(answer) for _, answer in found if isinstance(answer, InputError)] == [
        str(answer) for _, answer in read_pages(PAGES[1:2], knowledge)
    ]


def test_a_process_that_dies_is_told(knowledge: Knowledge) -> None:
    def pages() -> Iterator[Page]:
        yield PAGES[0]
        for child in multiprocessing.active_children():
            child.kill()
        yield PAGES[2]

    with pytest.raises(KgError, match="中止") as told:
        list(read_pages(pages(), knowledge, workers=2))
    assert "--workers 1" in told.value.hint


def test_a_mistake_of_ours_costs_one_page(knowledge: Knowledge, read: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    def careless(page: Page) -> Document:
        return read(page) if page.name else read(replace(page, text=page.text[len(page.text)]))

    pages = [replace(PAGES[0], name=""), PAGES[2]]
    monkeypatch.setattr("kg.workers.build_reader", lambda _: careless)
    (_, broken), (_, found) = read_pages(pages, knowledge)
    assert isinstance(broken, InputError)
    assert str(broken).startswith("0.txt: ")
    assert "IndexError" in str(broken)
    assert "test_workers.py:" in str(broken)
    assert found == read(PAGES[2])
