"""Committees that run an event and bear its name: 第三届甲博览会组委会."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from kg.recognize.candidate import Candidate
from kg.recognize.scan import Scan

SURER = 0.1
"""A committee's name weighs so much more than that of its event alone."""


def committees(scan: Scan, found: Iterable[Candidate], kinds: Collection[str]) -> Iterator[Candidate]:
    """The bodies named after the events found, and those events as names inside theirs; ``kinds`` end their names."""
    for candidate in found:
        event = candidate.mention
        if event.type != "Event":
            continue
        tail = max((kind for kind in kinds if scan.text.startswith(kind, event.end)), key=len, default=None)
        if tail is None:
            continue
        end = event.end + len(tail)
        name = event.text + tail
        body = replace(
            event, end=end, type="Organization", text=name, by="organization:event+head", name=name, value="society"
        )
        yield Candidate(body, candidate.score + SURER)
        yield Candidate(replace(event, by=f"{event.by}:inner"), candidate.score)
