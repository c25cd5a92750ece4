"""The cluster says what one machine says, byte for byte. Needs Java and pyspark: ``make test-spark``."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from kg.errors import InputError, KgError
from kg.export.contract import document_json
from kg.knowledge import Knowledge
from kg.model import Document, Page
from kg.pipeline import Reader
from kg.read import read_paths
from kg.spark import json_lines, read_facts, records, tables
from kg.spark.__main__ import main
from kg.spark.facts import Shared, _facts, _reader
from kg.spark.records import Naming, _renamed, _starts, _touched

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

JAVA = shutil.which("java") or os.environ.get("JAVA_HOME")
NEWS = "11月3日，江苏省总工会与省司法厅联手推出“护薪”行动，为职工提供法律服务。截至目前，已服务职工近千人次。"
SETTINGS = {
    "spark.ui.enabled": "false",
    "spark.driver.host": "127.0.0.1",
    "spark.driver.bindAddress": "127.0.0.1",
    "spark.sql.shuffle.partitions": "1",
    # pieces of some lines: their numbers have to be right across pieces
    "spark.sql.files.maxPartitionBytes": "2500",
    "spark.sql.files.openCostInBytes": "0",
}


@pytest.fixture(scope="module")
def session() -> Iterator[SparkSession]:
    pytest.importorskip("pyspark", reason="SKIPPED: the spark extra is not installed; make test-spark installs it")
    if JAVA is None:
        pytest.skip("SKIPPED: no Java on this machine; Spark needs Java 17 or newer")
    from pyspark.sql import SparkSession

    os.environ["PYSPARK_PYTHON"] = sys.executable
    builder = SparkSession.builder.master("local[2]")
    for key, value in SETTINGS.items():
        builder = builder.config(key, value)
    session = builder.getOrCreate()
    yield session
    session.stop()


def record(**fields: object) -> bytes:
    return json.dumps({"text": NEWS, **fields}, ensure_ascii=False).encode() + b"\n"


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Files of every kind of record: good ones, names that are taken, other encodings, lines that are no record."""
    root = tmp_path_factory.mktemp("archive")
    files = {
        "2024/2024-05-06 甲报.jsonl": b"".join(
            record(id=f"x/{n}", title=f"第{n}篇", text=NEWS * (n % 3 + 1)) for n in range(14)
        ),
        "2025/a.jsonl": b"\xef\xbb\xbf"
        + record()
        + b"\n  \n"
        + record(id=7, date="2025-03")
        + b"{\n"
        + record(id="x:1") * 2,
        "2025/b/a.jsonl": record() * 3
        + record(id="a-0001")
        + record(text="—— ……")
        + record(date="昨天")
        + record(id="X_2"),
        "2025/c.jsonl": record(id="gb").decode().encode("gb18030") + record(id="crlf").replace(b"\n", b"\r\n"),
        "d.jsonl": record(id="trad", text="縣總工會聯手推出「護薪行動」，記者發現。"),
    }
    for name, data in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(data)
    return root


def one_machine(archive: Path, read: Reader) -> tuple[list[str], int]:
    """What ``kg extract`` prints, and how many records it could not read."""
    errors: list[KgError] = []
    said = []
    for page in read_paths([archive], date="2020-01", on_error=errors.append):
        try:
            said.append(json.dumps(document_json(read(page)), ensure_ascii=False))
        except InputError as error:
            errors.append(error)
    return said, len(errors)


def split(frame: DataFrame) -> tuple[list[str], list[str]]:
    rows = frame.collect()
    return [row["facts"] for row in rows if row["facts"]], [row["error"] for row in rows if row["error"]]


def test_files_give_the_same_bytes_as_one_machine(
    session: SparkSession, archive: Path, read: Reader, knowledge: Knowledge
) -> None:
    pytest.importorskip("opencc", reason="the input extra is not installed")
    found = json_lines(session, [str(archive)], date="2020-01")
    assert any(block > 0 for _, block in found.naming.starts), "no file was cut into pieces"
    said, errors = split(read_facts(found, knowledge=knowledge))
    expected, failed = one_machine(archive, read)
    assert len(expected) == 27
    assert sorted(said) == sorted(expected)
    assert len(errors) == failed == 2
    assert any("a.jsonl:5" in error for error in errors)


def test_a_frame_gives_the_same_bytes_and_tells_its_errors(
    session: SparkSession, tmp_path: Path, read: Reader, knowledge: Knowledge
) -> None:
    good = [
        (f"p{n}", NEWS.replace("江苏", province), "标题", "2025-11-03") for n, province in enumerate(("浙江", "山西"))
    ]
    bad = [
        ("twice", NEWS, None, None),
        ("TWICE", NEWS, None, None),
        (None, NEWS, None, None),
        ("none", None, None, None),
    ]
    frame = session.createDataFrame([*good, *bad], "id string, text string, title string, date string")
    said, errors = split(read_facts(records(frame.repartition(3)), knowledge=knowledge))
    lines = [dict(zip(("id", "text", "title", "date"), row, strict=True)) for row in good]
    (tmp_path / "a.jsonl").write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    assert sorted(said) == sorted(one_machine(tmp_path, read)[0])
    assert sum("several rows" in error for error in errors) == 2
    assert len(errors) == 4


def test_a_frame_without_texts_is_refused(session: SparkSession) -> None:
    with pytest.raises(InputError, match="text"):
        records(session.createDataFrame([("a", "b")], "id string, body string"))


def test_tables_hold_the_same_facts(session: SparkSession, knowledge: Knowledge) -> None:
    frame = session.createDataFrame([("p1", NEWS)], "id string, text string")
    facts = read_facts(records(frame), knowledge=knowledge).persist()
    data = json.loads(facts.collect()[0]["facts"])
    for name, table in tables(facts).items():
        rows: list[Any] = [row.asDict(recursive=True) for row in table.collect()]
        assert len(rows) == len(data[name]) > 0
        for row, fact in zip(rows, data[name], strict=True):
            assert (row.pop("document"), row.pop("date")) == ("p1", None)
            assert row == {**fact, "article": fact.get("article", 0)} if name == "articles" else row == fact


def test_the_command(
    tmp_path: Path, archive: Path, session: SparkSession, read: Reader, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    assert main([str(archive), str(out), "--tables", "--date", "2020-01"]) == 3
    assert "读不了 could not be read 2" in capsys.readouterr().err
    parts = sorted((out / "facts").glob("part-*"))
    said = [line for part in parts for line in part.read_text(encoding="utf-8").splitlines()]
    assert sorted(said) == sorted(one_machine(archive, read)[0])
    errors = "".join(part.read_text(encoding="utf-8") for part in (out / "errors").glob("part-*"))
    assert errors.count('"error"') == 2
    rows = session.read.parquet(str(out / "relations"))
    assert rows.count() == sum(len(json.loads(line)["relations"]) for line in said)


@pytest.mark.parametrize(
    ("archive", "out", "code", "says"),
    [("none", "out", 1, "none"), (".", "pages", 1, "pages"), ("empty", "out", 3, "no record")],
)
def test_paths_that_cannot_be_used(
    archive: str,
    out: str,
    code: int,
    says: str,
    tmp_path: Path,
    session: SparkSession,
    capsys: pytest.CaptureFixture[str],
) -> None:
    (tmp_path / "pages" / "facts").mkdir(parents=True)
    (tmp_path / "empty").mkdir()
    (tmp_path / "a.jsonl").write_bytes(record())
    assert main([str(tmp_path / archive), str(tmp_path / out)]) == code
    assert says in capsys.readouterr().err


def test_python_m_kg_spark_says_what_it_takes() -> None:
    command = [sys.executable, "-m", "kg.spark", "--help"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603 our own command
    assert "--tables" in done.stdout


def test_a_worker_prepares_its_knowledge_once(knowledge: Knowledge) -> None:
    class Sent:
        """A broadcast as a worker unpacks it: another object for every task."""

        value = knowledge

    first, second = (Shared(knowledge.digest, Sent()) for _ in range(2))  # type: ignore[arg-type]
    assert _reader(first) is _reader(second)


def test_a_fault_in_one_record_is_told_and_ends_nothing() -> None:
    def read(page: Page) -> Document:
        raise ValueError("甲")

    row = _facts(read, Naming(date=None), ("file:/x/a%20b.jsonl", 3), "a b.jsonl:3", record())
    assert (row["uri"], row["document"], row["facts"]) == ("a b.jsonl#0003", "a b-0003", None)
    assert "ValueError: 甲" in row["error"]


def test_lines_are_numbered_across_pieces() -> None:
    pieces = [("b", 0, 100, 2), ("a", 50, 7, 3), ("a", 0, 40, 5)]
    starts = _starts(pieces)
    assert [40 - starts["a", 0], 7 - starts["a", 50], 100 - starts["b", 0]] == [1, 6, 1]


@pytest.mark.parametrize(
    ("key", "touched"), [("a", True), ("a-2", True), ("a-2-3", True), ("b", False), ("b-2", False), ("aa", False)]
)
def test_which_names_a_repeated_one_could_run_into(key: str, touched: bool) -> None:
    assert _touched(key, frozenset({"a"})) is touched


def test_names_that_are_taken() -> None:
    rows = [
        {"file": file, "number": number, "name": name}
        for file, number, name in (("x/b", 1, "a"), ("x", 2, "A"), ("x/b", 2, "a-2"), ("x", 1, "a"))
    ]
    assert _renamed(rows) == {("x", 2): "A-2", ("x/b", 1): "a-3", ("x/b", 2): "a-2-2"}


def test_without_the_extra_it_says_what_to_type(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "pyspark.sql", None)
    monkeypatch.setitem(sys.modules, "pyspark.errors", None)
    assert main(["a", "b"]) == 1
    assert 'pip install "baotu[spark]"' in capsys.readouterr().err
