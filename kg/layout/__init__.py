"""A page into its articles.

The road: ``lines`` makes units of the page (paragraphs, short lines, bylines, notes), rejoining what the layout
had cut; ``cut`` finds where one article ends and the next begins; ``headline`` tells title, kicker and column
label apart; ``article`` puts the units in reading order and keeps the page offset of every character.
"""

from kg.layout.article import layout
from kg.layout.words import Words, words_of

__all__ = ["Words", "layout", "words_of"]
