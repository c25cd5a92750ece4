"""What several tests of bodies share: the finder, settled against places, and bodies marked in their text."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.knowledge import Knowledge
from kg.model import Mention
from kg.recognize.organization import organization_finder
from kg.recognize.organization_town import of_their_town
from kg.recognize.overlaps import settle
from kg.recognize.place import place_finder
from kg.recognize.scan import build_scanner

Bodies = Callable[[str], list[Mention]]


@pytest.fixture(scope="module")
def bodies(knowledge: Knowledge) -> Bodies:
    """The organisations of a text, settled against its places."""
    scanner = build_scanner(knowledge)
    organizations, places = organization_finder(knowledge.lexicon), place_finder(knowledge)

    def mentions(text: str) -> list[Mention]:
        scan = scanner(text)
        found, sites = organizations(scan), places(scan)
        settled = settle([*found, *sites, *of_their_town(scan, found, sites)])
        return [m for m in settled if m.type == "Organization"]

    return mentions


def marked(text: str, mentions: list[Mention]) -> str:
    for mention in reversed(mentions):
        text = f"{text[: mention.start]}[{mention.text}]{text[mention.end :]}"
    return text
