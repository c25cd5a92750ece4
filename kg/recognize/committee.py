"""Committees that run an event and bear its name: 第三届甲博览会组委会."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from kg.recognize.candidate import Candidate
from kg.recognize.scan import Scan

COMMITTEES = ("组委会", "组织委员会", "筹委会", "筹备委员会", "执委会", "执行委员会")
SURER = 0.1
"""A committee's name weighs so much more than that of its event alone."""


def committees(scan: Scan, found: Iterable[Candidate]) -> Iterator[Candidate]:
    """The bodies named after the events found, and those events as names inside theirs."""
    for candidate in found:
        event = candidate.mention
        tail = next((c for c in COMMITTEES if scan.text.startswith(c, event.end)), None)
        if tail is None or event.type != "Event":
            continue
        end = event.end + len(tail)
        name = event.text + tail
        body = replace(
            event, end=end, type="Organization", text=name, by="organization:event+head", name=name, value="society"
        )
        yield Candidate(body, candidate.score + SURER)
        yield Candidate(replace(event, by=f"{event.by}:inner"), candidate.score)
