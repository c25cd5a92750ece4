"""Policies: laws, regulations, plans and agreements, in book marks, by nickname, or by their own short name."""

from __future__ import annotations

from collections.abc import Iterator

from kg.recognize.candidate import Candidate
from kg.recognize.named_reach import Reach
from kg.recognize.named_view import Head, View, propose

BOOK_SCORES = {"rule": 2.2, "plan": 2.0, "notice": 2.0, "accord": 1.2, "policy": 1.5, "name": 2.2}
SHORT_SCORE = 0.6
"""《意见》, 《办法》: most often a short form of one named before."""
QUOTED_SCORES = {"policy": 1.6, "plan": 1.0, "rule": 0.8, "accord": 0.6}
NAME_SCORE = 1.2
LONGEST_BOOK = 60


def find_books(view: View) -> Iterator[Candidate]:
    """《…》 whose last words are those of a law, plan, notice or agreement (a bracket may follow them)."""
    text, kinds = view.scan.text, view.lexicon["policy_kinds"]
    for quote in view.quotes:
        if quote.mark != "《" or quote.end - quote.start > LONGEST_BOOK:
            continue
        end = quote.end - 1
        if text[end - 1] in "）)":
            end = max(text.rfind(mark, quote.start, end) for mark in "（(")
        starts = view.scan.ending["policy_kinds"].get(end, ())
        starts = [start for start in starts if start > quote.start]
        if not starts:
            continue
        kind = kinds[text[starts[0] : end]]
        score = SHORT_SCORE if starts[0] == quote.start + 1 and kind != "name" else BOOK_SCORES[kind]
        yield propose(view, quote.start, quote.end, "Policy", "policy:book", score)


def score_policy(view: View, head: Head, reach: Reach) -> float:
    """How sure it is that head and reach name one policy outside of book marks."""
    if head.kind == "name":
        return NAME_SCORE
    if "quote" in reach.marks and reach.core >= reach.start:
        return QUOTED_SCORES.get(head.kind, 0.0)
    return 0.0
