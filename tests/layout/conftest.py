from pathlib import Path

import pytest

from kg.knowledge.lexicon import Lexicon, load_lexicon
from kg.layout.words import Words, words_of

LEXICONS = Path(__file__).parents[2] / "ontology" / "lexicons"


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    return load_lexicon([LEXICONS])


@pytest.fixture(scope="session")
def words(lexicon: Lexicon) -> Words:
    return words_of(lexicon)
