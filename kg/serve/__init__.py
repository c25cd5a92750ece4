"""``kg serve``: a built graph as a site on this machine: read-only, without a network."""

from kg.serve.run import serve

__all__ = ["serve"]
