"""Which of the formats on offer a client wants, by the Accept header or by name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence


def accepted(header: str) -> list[tuple[str, float]]:
    """The media ranges of an Accept header with their weights; what cannot be read counts as absent.

    >>> accepted("text/turtle;q=0.5, application/json")
    [('text/turtle', 0.5), ('application/json', 1.0)]
    """
    found = []
    for part in header.split(","):
        media, *parameters = (item.strip() for item in part.split(";"))
        weight = 1.0
        for parameter in parameters:
            name, _, value = parameter.partition("=")
            if name.strip().lower() == "q":
                try:
                    weight = min(1.0, max(0.0, float(value)))
                except ValueError:
                    weight = 0.0
        if "/" in media:
            found.append((media.lower(), weight))
    return found


def best(header: str, offered: Sequence[str]) -> str | None:
    """The offered media type that the header likes most, the first of equals; None when it likes none of them.

    >>> best("text/html,application/xml;q=0.9,*/*;q=0.8", ["text/turtle", "text/html"])
    'text/html'
    """
    if not header.strip():
        return offered[0] if offered else None
    ranges = accepted(header)
    weights = {media: _weight(media, ranges) for media in offered}
    top = max(weights.values(), default=0.0)
    return next((media for media in offered if weights[media] == top), None) if top > 0 else None


def _weight(media: str, ranges: Sequence[tuple[str, float]]) -> float:
    """The weight of the most specific range that covers the type."""
    family = media.split("/")[0] + "/*"
    for wanted in (media, family, "*/*"):
        found = [weight for name, weight in ranges if name == wanted]
        if found:
            return max(found)
    return 0.0


def named(formats: Mapping[str, str], name: str) -> str | None:
    """The media type of a short name (``ttl``), None for an unknown one."""
    return formats.get(name.strip().lower())
