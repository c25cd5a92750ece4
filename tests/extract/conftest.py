"""The engine under its shipped rules and lexicons, loaded once."""

from __future__ import annotations

import pytest

from kg.extract.engine import prepare
from kg.extract.steps import Engine
from kg.knowledge.base import builtin
from kg.knowledge.frames import Frames, load_frames
from kg.knowledge.lexicon import Lexicon, load_lexicon


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    return load_lexicon([builtin() / "lexicons"])


@pytest.fixture(scope="session")
def frames() -> Frames:
    return load_frames([builtin() / "frames"])


@pytest.fixture(scope="session")
def engine(frames: Frames, lexicon: Lexicon) -> Engine:
    return prepare(frames, lexicon)
