"""What the commands share: their common options, and how errors, notes and progress are told."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.errors import InputError, KgError

if TYPE_CHECKING:
    from kg.knowledge import Knowledge
    from kg.model import Page

EXAMPLES_FAIL = 7
SHAPES_FAIL = 8

Paths = Annotated[
    list[Path],
    typer.Argument(
        help="版面文件或目录：.txt、.jsonl、.pdf、.html。Pages: files or directories. PDF and HTML need the extra `input`.",
        show_default=False,
    ),
]
Date = Annotated[
    str | None, typer.Option("--date", help="没有写明日期的版面的出版日期。Date of pages that tell none: 2025-11-17.")
]
Graph = Annotated[Path, typer.Option("-g", "--graph", help="kg build 的输出目录。The directory of a built graph.")]
Merges = Annotated[
    Path, typer.Option("--merges", help="合并决定的文件。Decisions on merges, applied when the file exists.")
]
MERGES = Path("kg-merges.tsv")
Floor = Annotated[
    str | None,
    typer.Option(
        "--floor",
        help="把握低于它的事实不入图：high、medium、low 或 0 到 1 的数。Leave out facts less sure than this.",
        show_default=False,
    ),
]
Folder = Annotated[
    list[Path] | None,
    typer.Option("--ontology", help="自己的规则与词表目录，可多次。A folder of your own rules and lexicons."),
]


def knowledge_of(folders: list[Path] | None) -> Knowledge:
    """The built-in knowledge and the user's folders."""
    from kg.knowledge import load

    return load(*(folders or ()))


def floor_of(text: str | None) -> float | None:
    """The floor as a number, None where none is given. Raises a usage error for anything but a level or 0 to 1."""
    from kg.knowledge.confidence import LEVELS
    from kg.knowledge.confidence import floor_of as number

    try:
        return None if text is None else number(text)
    except ValueError:
        allowed = "、".join(f"{level}（{least}）" for level, least in LEVELS.items())
        raise typer.BadParameter(f"--floor {text}：写（write） {allowed}，或 0 到 1 的数（or 0 to 1）") from None


def pages_of(paths: list[Path], date: str | None, failed: list[KgError]) -> Iterator[Page]:
    """The pages of files and directories; one that cannot be read is reported, joins ``failed``, and is left out."""
    from kg.read import read_paths

    return read_paths(paths, date=date, on_error=collector(failed))


def collector(failed: list[KgError]) -> Callable[[KgError], None]:
    """What to do with an error of a single page: tell it, and remember that there was one."""

    def on_error(error: KgError) -> None:
        report(error)
        failed.append(error)

    return on_error


@contextmanager
def errors() -> Iterator[list[KgError]]:
    """Turns errors into messages and exit codes; the list takes errors of single pages, reported already."""
    failed: list[KgError] = []
    try:
        yield failed
    except KgError as error:
        report(error)
        raise typer.Exit(error.exit_code) from None
    except BrokenPipeError:
        sys.stderr.close()  # the reader went away (kg query … | head)
    if failed:
        raise typer.Exit(InputError.exit_code)


@contextmanager
def progress() -> Iterator[Callable[[Page | str], None]]:
    """Counts pages, or what else has a name, on a terminal; elsewhere it is silent."""
    if not sys.stderr.isatty():
        yield lambda item: None
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn

    columns = (SpinnerColumn(), TextColumn("{task.completed} 版 pages"), TextColumn("{task.description}"))
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=None)
        yield lambda item: bar.update(task, advance=1, description=item if isinstance(item, str) else item.uri)


def report(error: KgError) -> None:
    """Tells an error, in red on a terminal."""
    typer.secho(f"kg: {error}", err=True, fg="red")


def note(text: str) -> None:
    """Tells something beside the data, on stderr."""
    typer.echo(text, err=True)
