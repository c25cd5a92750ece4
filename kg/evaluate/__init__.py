"""How good is the reading? Scores by a user's own gold facts, and each mistake in its sentence.

The road: ``sheet`` reads gold and system files into one shape, ``doubts`` tells slips in the gold; ``key`` knows every
form of a gold entity; ``entities``, ``relations`` and ``measures`` judge one document into ``verdict``; ``score`` adds
up; ``mistakes`` finds in the page's ``lines`` the sentence of each miss and false hit; ``run`` walks this road, ``ner``
another for sets of marked names, and ``table`` prints what comes of both.
"""

from kg.evaluate.ner import evaluate_ner
from kg.evaluate.run import evaluate_gold

__all__ = ["evaluate_gold", "evaluate_ner"]
