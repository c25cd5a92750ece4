"""A directory is kg's to write only where nobody else's files would be replaced, and for one writer at a time."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import GraphError
from kg.export.claim import claimed


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("pages/2025-01-01-01.txt", "甲市总工会推出护薪行动。"),
        ("pages/a.json", "{}"),  # no report beside it: not a build's
        ("store/x", "x"),
        ("report.json", '{"mine": 1}'),
        ("report.json", "no json"),
        ("graph.ttl", "<a> <b> <c> ."),
    ],
)
def test_files_of_others_are_not_replaced(tmp_path: Path, name: str, text: str) -> None:
    file = tmp_path / name
    file.parent.mkdir(exist_ok=True)
    file.write_text(text, encoding="utf-8")
    with pytest.raises(GraphError, match="不是 kg 写的"), claimed(tmp_path):
        pass
    assert file.read_text(encoding="utf-8") == text


def test_a_full_folder_of_others_is_not_written_into(tmp_path: Path) -> None:
    (tmp_path / ".hidden").touch()
    with claimed(tmp_path):
        pass
    for name in ("a.md", "b.md", "c.md", "d.md"):
        (tmp_path / name).touch()
    with pytest.raises(GraphError, match=r"a\.md、b\.md、c\.md …") as error, claimed(tmp_path):
        pass
    assert error.value.hint.endswith(f"-o {tmp_path / 'my-graph'}")
    (tmp_path / "report.json").write_text('{"counts": {}}', encoding="utf-8")
    with claimed(tmp_path):
        pass


def test_other_files_beside_a_graph_do_no_harm(tmp_path: Path) -> None:
    (tmp_path / "notes.md").write_text("x", encoding="utf-8")
    (tmp_path / "report.json").write_text('{"counts": {}}', encoding="utf-8")
    with claimed(tmp_path), claimed(tmp_path / "new"):
        assert not (tmp_path / "new").exists()


def test_one_writer_at_a_time(tmp_path: Path) -> None:
    with claimed(tmp_path), pytest.raises(GraphError, match="另一个 kg"), claimed(tmp_path):
        pass
    with claimed(tmp_path):
        pass
