"""``kg serve``: a built graph as a site on this machine: read-only, without a network."""

from kg.serve.app import create_app
from kg.serve.run import serve

__all__ = ["create_app", "serve"]
