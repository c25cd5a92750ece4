"""The libraries of the ``input`` extra, imported when a page first needs them."""

from __future__ import annotations

import sys
from importlib import import_module
from typing import Any

from kg.errors import InputError


def library(name: str, where: str, what: str) -> Any:
    """The module ``name``; raises InputError, which names the page and what to type, when it is not installed."""
    try:
        return import_module(name)
    except ModuleNotFoundError as error:
        raise InputError(
            f"{where}：读{what}要装 input 附加包，缺少 {error.name}（the `input` extra is not installed）",
            hint=f'{sys.executable} -m pip install "baotu[input]"',
        ) from None
