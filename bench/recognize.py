"""How fast is the recognition, beside jieba.posseg on the same text in the same run? See README.md."""

from __future__ import annotations

import argparse
import cProfile
import gc
import logging
import pstats
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from itertools import cycle, islice
from pathlib import Path
from statistics import median

import jieba
import jieba.posseg

from kg.knowledge import load
from kg.layout import layout, words_of
from kg.model import Page
from kg.pipeline import build_reader
from kg.read import read_paths
from kg.recognize.recognizer import build_recognizer

LEAST = 200_000
"""Smaller texts are read again and again up to so many characters, else the clock's grain would show."""


def main() -> None:
    """Reads the arguments, runs, prints."""
    arguments = _arguments()
    pages = _enough(_pages(arguments.path, arguments.limit))
    knowledge = load()
    recognize, read = build_recognizer(knowledge), build_reader(knowledge)
    words = words_of(knowledge.lexicon)
    articles = [article for page in pages for article in layout(page, words)]
    texts = [article.text for article in articles]
    if arguments.profile:
        _profile(lambda: [recognize(article) for article in articles], arguments.profile)
        return
    jieba.setLogLevel(logging.WARNING)
    jieba.posseg.lcut(texts[0])  # loads its dictionary
    jobs: dict[str, Callable[[], object]] = {
        "kg recognition": lambda: [recognize(article) for article in articles],
        "jieba.posseg": lambda: [jieba.posseg.lcut(text) for text in texts],
        "kg whole pipeline": lambda: [read(page) for page in pages],
    }
    rounds = [{name: _clock(job) for name, job in jobs.items()} for _ in range(arguments.rounds)]
    _print(rounds, characters=sum(map(len, texts)), articles=len(articles))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    here = Path(__file__).resolve().parents[1] / "articles"
    parser.add_argument("path", nargs="?", type=Path, default=here, help="a folder of pages or a .jsonl file")
    parser.add_argument("--limit", type=int, help="so many pages or records at most")
    parser.add_argument("--rounds", type=int, default=3, help="every job so often, in turn")
    parser.add_argument("--profile", type=int, nargs="?", const=10, help="list the costliest functions instead")
    return parser.parse_args()


def _pages(path: Path, limit: int | None) -> list[Page]:
    pages = list(islice(read_paths([path], on_error=lambda error: print(error, file=sys.stderr)), limit))
    return pages or sys.exit(f"{path}: no page to read")


def _enough(pages: Sequence[Page]) -> list[Page]:
    """The pages, again and again until they hold LEAST characters."""
    taken: list[Page] = []
    size = 0
    for number, page in enumerate(cycle(pages)):
        if number >= len(pages) and size >= LEAST:
            break
        taken.append(page)
        size += len(page.text)
    return taken


def _clock(job: Callable[[], object]) -> float:
    gc.collect()  # no job pays for what another left behind
    begun = time.process_time()
    job()
    return time.process_time() - begun


def _print(rounds: Sequence[Mapping[str, float]], *, characters: int, articles: int) -> None:
    """The jobs take turns, so that a busy moment of the machine slows all of them; the median round counts."""
    print(f"{characters:,} characters in {articles:,} articles, one process, CPU time, median of {len(rounds)} rounds")
    print(f"{'':20}{'seconds':>9}{'char/s':>12}{'x jieba.posseg':>16}{'  from   to':>12}")
    for name in rounds[0]:
        spent = median(taken[name] for taken in rounds)
        ratios = sorted(taken["jieba.posseg"] / taken[name] for taken in rounds)
        print(
            f"{name:20}{spent:9.2f}{characters / spent:12,.0f}{median(ratios):16.2f}{ratios[0]:7.2f}{ratios[-1]:5.2f}"
        )


def _profile(job: Callable[[], object], count: int) -> None:
    profiler = cProfile.Profile()
    profiler.runcall(job)
    pstats.Stats(profiler).strip_dirs().sort_stats("tottime").print_stats(count)


if __name__ == "__main__":
    main()
