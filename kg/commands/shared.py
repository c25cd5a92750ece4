"""What the commands share: their common options, and how errors, notes and progress are told."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
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


def _date(given: str | None) -> str | None:
    """The date as it is given. Raises a usage error for what is none."""
    from kg.read.dates import iso_date

    try:
        iso_date(given, "--date")
    except InputError as error:
        raise typer.BadParameter(f"{given} 不是日期（no date）；{error.hint}") from None
    return given


Date = Annotated[
    str | None,
    typer.Option(
        "--date", help="没有写明日期的版面的出版日期。Date of pages that tell none: 2025-11-17.", callback=_date
    ),
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
Workers = Annotated[
    int,
    typer.Option(
        "-j",
        "--workers",
        min=1,
        help="同时读版面的进程数，版面上千才划算。Processes that read; worth it from a thousand pages on.",
    ),
]
PROJECT = Path("pyproject.toml")


def _own_folders(given: list[Path] | None) -> list[Path] | None:
    """The folders of the command line, or without them those of ``[tool.kg] ontology`` in the current directory."""
    if given:
        return given
    with errors():
        return configured(PROJECT) or None
    return None


def configured(project: Path) -> list[Path]:
    """The folders that ``[tool.kg] ontology`` of a pyproject.toml names, relative to it; none without such a file.

    Raises KnowledgeError for a file that is no TOML and for a value that is no list of folders.
    """
    import tomllib

    from kg.errors import KnowledgeError

    example = 'ontology = ["my-rules"]'
    try:
        data = tomllib.loads(project.read_text(encoding="utf-8-sig"))
    except (FileNotFoundError, NotADirectoryError):
        return []
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise KnowledgeError(
            f"{project} 不是合法的 TOML（is no TOML）: {error}", hint=f"[tool.kg] ⏎ {example}"
        ) from None
    tool = data.get("tool", {})
    own = tool.get("kg", {}) if isinstance(tool, dict) else {}
    if not isinstance(own, dict):
        raise KnowledgeError(f"{project} 的 tool.kg 不是表（tool.kg is no table）", hint=f"[tool.kg] ⏎ {example}")
    unknown = sorted(set(own) - {"ontology"})
    if unknown:
        what = f"{project} 的 [tool.kg] 没有 {'、'.join(unknown)} 这一项（unknown key）"
        raise KnowledgeError(what, hint=f"可以写（allowed）: {example}")
    named = own.get("ontology", [])
    folders = [named] if isinstance(named, str) else named
    if not isinstance(folders, list) or not all(isinstance(folder, str) and folder for folder in folders):
        what = f"{project} 的 [tool.kg] ontology 是 {named!r}（no list of folders）"
        raise KnowledgeError(what, hint=f"写成（write）: {example}")
    return [project.parent / folder for folder in folders]


Folder = Annotated[
    list[Path] | None,
    typer.Option(
        "--ontology",
        help="自己的规则与词表目录，可多次；不写则用 pyproject.toml 的 tool.kg.ontology，建好的图用它自带的。"
        "A folder of your own rules and lexicons; else tool.kg.ontology of pyproject.toml, else what the graph carries.",
        callback=_own_folders,
        show_default=False,
    ),
]


def knowledge_of(folders: Sequence[Path] | None) -> Knowledge:
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
    """The pages of files and directories; one that cannot be read is reported, joins ``failed``, and is left out.

    Files of other kinds are told, a line a directory, and are no failure.
    """
    from kg.read import read_paths

    def on_skip(skipped: KgError) -> None:
        note(f"kg: {skipped}")
        failed.append(skipped)  # for report.json

    return read_paths(paths, date=date, on_error=collector(failed), on_skip=on_skip)


def collector(failed: list[KgError]) -> Callable[[KgError], None]:
    """What to do with an error of a single page: tell it, and remember that there was one."""

    def on_error(error: KgError) -> None:
        report(error)
        failed.append(error)

    return on_error


@contextmanager
def errors() -> Iterator[list[KgError]]:
    """Turns errors into messages and exit codes; the list takes errors of single pages, reported already.

    Files that were only skipped change no exit code.
    """
    failed: list[KgError] = []
    try:
        yield failed
    except KgError as error:
        report(error)
        raise typer.Exit(error.exit_code) from None
    except BrokenPipeError:
        sys.stderr.close()  # the reader went away (kg query … | head)
    except OSError as error:
        what = f"{error.filename or ''}：读不了或写不了（cannot be read or written）: {error.strerror}"
        report(KgError(what, hint="检查路径与权限（check the path and its permissions）"))
        raise typer.Exit(KgError.exit_code) from None
    if any(error.exit_code for error in failed):
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


def on_terminal() -> bool:
    """Does a person read what goes to stdout, and no file or pipe?"""
    return sys.stdout.isatty()


def report(error: KgError) -> None:
    """Tells an error, in red on a terminal."""
    typer.secho(f"kg: {error}", err=True, fg="red")


def note(text: str) -> None:
    """Tells something beside the data, on stderr."""
    typer.echo(text, err=True)
