"""``ontology/`` read into one frozen ``Knowledge``, passed by hand to every room."""

from kg.knowledge.base import Knowledge, builtin, load

__all__ = ["Knowledge", "builtin", "load"]
