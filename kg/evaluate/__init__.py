"""How good is the reading? The same scores for a user's own gold facts as for ours, and each mistake in its sentence.

The road: ``sheet`` reads gold and system files into one shape; ``key`` knows every form of a gold entity;
``entities``, ``relations`` and ``measures`` judge one document; ``score`` adds up; ``mistakes`` finds the sentence of
each miss and false hit; ``table`` prints. ``ner`` scores sets of marked names, ``run`` brings pages and files.
"""

from kg.evaluate.ner import evaluate_ner
from kg.evaluate.run import evaluate_gold

__all__ = ["evaluate_gold", "evaluate_ner"]
