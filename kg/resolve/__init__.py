"""Mentions into entities: which names of one article stand for the same thing, and why."""

from kg.resolve.article import resolve_article

__all__ = ["resolve_article"]
