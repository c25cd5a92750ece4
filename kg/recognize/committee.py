"""Committees that run an event and bear its name: 第三届甲博览会组委会."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from kg.recognize.candidate import Candidate, as_body
from kg.recognize.scan import Scan

OFFICES = ("领导小组办公室", "工作领导小组", "领导小组", "管理办公室", "项目办公室", "办公室", "指挥部")
SURER = 0.1
"""A committee's name weighs so much more than that of its event alone."""
BARE = 1.6
_HEADED = re.compile("(?:(?<=[、，。；：\n])|^)(?:组委会|筹委会)")
"""Before a post: 市体育局局长、|组委会|副主任乙."""


def committees(scan: Scan, found: Iterable[Candidate], kinds: Collection[str]) -> Iterator[Candidate]:
    """The bodies named after the events found, and those events as names inside theirs; ``kinds`` end their names."""
    named: set[str] = set()
    for candidate in found:
        event = candidate.mention
        if event.type == "Programme":
            yield from _office(scan, candidate)
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
        named.add(name)
        yield Candidate(body, candidate.score + SURER)
        yield Candidate(replace(event, by=f"{event.by}:inner"), candidate.score)
    whole = {name for name in named if not any(name != other and other.endswith(name) for other in named)}
    for match in _HEADED.finditer(scan.text) if len(whole) == 1 else ():
        if match.end() in scan.starting["posts"] and min(whole).endswith(match[0]):
            yield as_body(scan.text, *match.span(), "bare", BARE, name=min(whole))


def _office(scan: Scan, programme: Candidate) -> Iterator[Candidate]:
    """The office that runs a programme in a place: 甲省|希望工程|办公室."""
    mention = programme.mention
    tail = next((kind for kind in OFFICES if scan.text.startswith(kind, mention.end)), "")
    if not tail:
        return
    start, end = scan.ending["place"].get(mention.start, (mention.start,))[0], mention.end + len(tail)
    name = scan.text[start:end]
    body = replace(mention, start=start, end=end, type="Organization", text=name, by="organization:programme+head")
    yield Candidate(replace(body, name=name, value="society"), programme.score + SURER)
    yield Candidate(replace(mention, by=f"{mention.by}:inner"), programme.score)
