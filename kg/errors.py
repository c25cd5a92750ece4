"""Errors that a user can act on: what is wrong, where, and what to do instead."""

from __future__ import annotations


class KgError(Exception):
    """Base of all errors that kg raises on purpose.

    The message says what was found and where; ``hint`` says what to type or change instead.
    """

    exit_code = 1

    def __init__(self, message: str, *, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message}\n  → {self.hint}" if self.hint else self.message


class CallError(KgError):
    """A call that is wrong: a name or a value that an option or an argument does not take."""

    exit_code = 2


class InputError(KgError):
    """A page that cannot be read: missing, empty, undecodable, or without an article."""

    exit_code = 3


class SkippedError(InputError):
    """Files of a folder that are no pages: told, but nothing has failed."""

    exit_code = 0


class KnowledgeError(KgError):
    """A mistake in ``ontology/``: rules, lexicons or places."""

    exit_code = 4


class QueryError(KgError):
    """A question that cannot be asked: unknown name, syntax error, refused or over its limits."""

    exit_code = 5


class GraphError(KgError):
    """A built graph that is missing or cannot be opened."""

    exit_code = 6
