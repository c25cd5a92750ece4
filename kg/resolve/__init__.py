"""Mentions into entities: which names of one article stand for the same thing, and why."""

from kg.resolve.article import passed_over, resolve_article

__all__ = ["passed_over", "resolve_article"]
