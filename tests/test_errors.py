"""What errors say: Chinese first, English beside it."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import kg

_CODE = ("frame.",)


def test_every_hint_that_is_a_text_has_chinese() -> None:
    hints = [
        (file.name, keyword.value.value)
        for file in sorted(Path(kg.__file__).parent.rglob("*.py"))
        for keyword in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(keyword, ast.keyword) and keyword.arg == "hint" and isinstance(keyword.value, ast.Constant)
    ]
    assert len(hints) > 30
    texts = [(name, hint) for name, hint in hints if hint and not hint.startswith(_CODE)]
    assert [found for found in texts if not re.search("[\\u4e00-\\u9fff]", found[1])] == []
