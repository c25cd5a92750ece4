"""What a page of the layout tests must become."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Want:
    """An expected article; ``first`` and ``last`` are words that it must hold, and no other article."""

    title: str
    first: str
    last: str
    lines: tuple[str, ...] | None = None
    labels: tuple[str, ...] = ()
    subheads: tuple[str, ...] = ()
    reporters: str = ""
    photographers: str = ""
    agency: str | None = None
    on: str | None = None
