"""``python -m kg.spark ARCHIVE… OUT``: an archive of JSON Lines read on a cluster."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import InputError, KgError
from kg.knowledge import load
from kg.spark import json_lines, read_facts, tables

if TYPE_CHECKING:
    from pyspark.sql import SparkSession


def run(arguments: argparse.Namespace) -> int:
    """Reads the archive and writes ``OUT/facts`` (JSON Lines), ``OUT/errors`` and the tables; returns the exit code."""
    try:
        from pyspark.errors import AnalysisException
    except ModuleNotFoundError as error:
        raise KgError(
            f"没有安装 {error.name}（is not installed）", hint=f'{sys.executable} -m pip install "baotu[spark]"'
        ) from None

    try:
        with _spark(arguments) as session:
            read, failed = _written(session, arguments)
    except AnalysisException as error:
        said = (error.getMessage() or str(error)).split("\n", 1)[0]
        hint = "检查输入路径；输出目录要是新的（check the paths; OUT must not be there yet）"
        raise KgError(f"Spark 不能读写这些路径（paths that Spark cannot use）: {said}", hint=hint) from None
    if not read + failed:
        raise InputError("没有一条记录（no record in the archive）", hint='.jsonl，每行（a line）: {"text": "……"}')
    out = arguments.out
    print(f"读了 read {read}，读不了 could not be read {failed}：{out}/facts，{out}/errors", file=sys.stderr)
    return InputError.exit_code if failed else 0


def _written(session: SparkSession, arguments: argparse.Namespace) -> tuple[int, int]:
    """Writes all there is to write and counts what was read and what was not."""
    knowledge = load(*map(Path, arguments.ontology))
    rows = read_facts(json_lines(session, arguments.archive, date=arguments.date), knowledge=knowledge)
    rows = rows.persist()  # read once, written several times
    out = arguments.out.rstrip("/")
    good, bad = rows.where("facts is not null"), rows.where("facts is null").drop("facts")
    good.select("facts").write.text(f"{out}/facts")
    bad.write.json(f"{out}/errors")
    for name, table in tables(good).items() if arguments.tables else ():
        table.write.parquet(f"{out}/{name}")
    return good.count(), bad.count()


@contextmanager
def _spark(arguments: argparse.Namespace) -> Iterator[SparkSession]:
    """A session with the settings of the command, stopped at the end unless it was there before."""
    from pyspark.errors import PySparkRuntimeError
    from pyspark.sql import SparkSession

    # reading takes long for its size: small pieces keep all cores busy to the end
    builder = SparkSession.builder.appName("kg").config("spark.sql.files.maxPartitionBytes", "4m")
    for setting in arguments.conf:
        key, _, value = setting.partition("=")
        builder = builder.config(key, value)
    before = SparkSession.getActiveSession()
    try:
        session = (builder.master(arguments.master) if arguments.master else builder).getOrCreate()
    except PySparkRuntimeError as error:
        raise KgError(
            f"Spark 没有启动（Spark did not start）: {error}", hint="安装 Java 17 或更新（install Java 17 or newer）"
        ) from None
    try:
        yield session
    finally:
        if before is None:
            session.stop()


def main(words: Sequence[str] | None = None) -> int:
    """The command: returns an exit code of ``kg``."""
    parser = argparse.ArgumentParser(
        prog="python -m kg.spark", description="在集群上读 .jsonl 档案。Reads an archive of JSON Lines on a cluster."
    )
    parser.add_argument("archive", nargs="+", help="文件或目录。Files or directories, anywhere Spark can read.")
    parser.add_argument("out", help="新的输出目录。A directory that is not there yet.")
    parser.add_argument("--tables", action="store_true", help="另写扁平表（Parquet）。Flat tables as Parquet besides.")
    parser.add_argument("--date", help="没有写明日期的记录的日期。Date of records that tell none: 2025-11-17.")
    parser.add_argument("--ontology", action="append", default=[], help="自己的规则与词表目录。Rules of your own.")
    parser.add_argument("--master", help="集群地址。Where Spark runs: local[4], spark://host:7077, yarn.")
    parser.add_argument("--conf", action="append", default=[], help="Spark 设置。A setting of Spark: KEY=VALUE.")
    try:
        return run(parser.parse_args(words))
    except KgError as error:
        print(f"kg: {error}", file=sys.stderr)
        return error.exit_code


if __name__ == "__main__":
    sys.exit(main())
