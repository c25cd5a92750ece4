"""What several tests share: the built-in knowledge, read once; one browser, since Playwright runs once at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any, TypeVar

import pytest
from hypothesis import HealthCheck, settings

from kg.extract.engine import prepare
from kg.extract.steps import Engine
from kg.knowledge import Knowledge, base, load
from kg.knowledge.frames import Frames
from kg.knowledge.lexicon import Lexicon
from kg.model import Document, Page
from kg.pipeline import Reader, build_reader
from kg.recognize.recognizer import Recognizer, build_recognizer

ARTICLES = Path(__file__).resolve().parents[1] / "articles"
CHROMIUM = Path("/usr/bin/chromium")
FLAGS = (
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"),
    *("--disable-component-update", "--disable-sync"),
)

# how long an example takes says how busy the machine is
settings.register_profile(
    "kg", deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture]
)
settings.load_profile("kg")


T = TypeVar("T")


@pytest.fixture(scope="session", autouse=True)
def _set_up_once() -> Iterator[None]:
    """The built-in files are read once, and a recogniser or an engine over the same knowledge is made once.

    Else most of the time would go into setting up what a command of an earlier test had set up already.
    """
    made: dict[tuple[object, ...], tuple[object, ...]] = {}

    def once(key: tuple[object, ...], make: Callable[[], T], *kept: object) -> T:
        if key not in made:
            made[key] = (make(), *kept)  # what an id in the key belongs to has to live on
        return made[key][0]  # type: ignore[return-value]

    def recognizer(knowledge: Knowledge) -> Recognizer:
        key = ("recognizer", id(knowledge.lexicon), id(knowledge.gazetteer))
        return once(key, lambda: build_recognizer(knowledge), knowledge)

    def engine(frames: Frames, lexicon: Lexicon) -> Engine:
        return once(("engine", id(frames), id(lexicon)), lambda: prepare(frames, lexicon), frames, lexicon)

    def shared(name: str, part: str) -> Callable[..., Any]:
        real = getattr(base, name)

        def read(folders: Iterable[Traversable], *more: Any) -> Any:
            folders = list(folders)
            own = any((place := folder / part).is_dir() or place.is_file() for folder in folders[1:])
            return real(folders, *more) if own else once((name, str(folders[0]), *more), lambda: real(folders, *more))

        return read

    with pytest.MonkeyPatch.context() as patch:
        for name, part in (("load_lexicon", "."), ("load_frames", "."), ("load_gazetteer", "places.tsv")):
            patch.setattr(base, name, shared(name, part))
        patch.setattr("kg.knowledge.gazetteer.load_gazetteer", base.load_gazetteer)
        ontology = shared("load_ontology", "kg.ttl")
        for module in ("build", "library", "knowledge.ontology", "serve.site"):
            patch.setattr(f"kg.{module}.load_ontology", ontology)
        for module in ("pipeline", "explain", "evaluate.ner"):
            patch.setattr(f"kg.{module}.build_recognizer", recognizer)
        for module in ("pipeline", "explain", "extract.examples"):
            patch.setattr(f"kg.{module}.prepare", engine)
        yield


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    return load()


@pytest.fixture(scope="session")
def read(knowledge: Knowledge) -> Reader:
    return build_reader(knowledge)


@pytest.fixture(scope="session")
def sample(read: Reader) -> list[Document]:
    """The facts of articles/."""
    pages = []
    for file in sorted(ARTICLES.glob("*.txt")):
        text = file.read_text(encoding="utf-8")
        pages.append(Page(uri=file.name, name=file.stem, sha256="", text=text, published=file.stem[:10]))
    return [read(page) for page in pages]


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    if not CHROMIUM.exists():
        pytest.skip(f"{CHROMIUM} is missing: the pages were not looked at in a browser")
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=list(FLAGS))
        yield browser
        browser.close()
