"""Bytes into pages: finds the files, decodes them once, and names what comes out."""

from kg.read.pages import read_paths

__all__ = ["read_paths"]
