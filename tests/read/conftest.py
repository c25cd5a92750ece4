"""The reader under a name that does not hide the tests' own ``read``."""

from __future__ import annotations

import pytest

from kg.pipeline import Reader


@pytest.fixture
def read_page(read: Reader) -> Reader:
    return read
