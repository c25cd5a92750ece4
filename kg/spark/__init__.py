"""The same archive on a cluster: what ``kg extract`` says of each record, read in parallel by Spark.

    python -m kg.spark archive/ out --tables                   # all cores of this machine
    python -m kg.spark hdfs://…/archive hdfs://…/out --master spark://…:7077 --conf spark.executor.memory=4g
    spark-submit … /path/to/site-packages/kg/spark/__main__.py archive/ out

From Python, ``read_facts(json_lines(session, paths))``, or ``read_facts(records(frame))`` for a DataFrame of texts.
Every node needs kg installed. Rules and lexicons travel from the driver, so that all read by the same ones; a worker
process prepares them once. What cannot be read says why in its row, and the others go on.
"""

from kg.spark.facts import read_facts
from kg.spark.records import json_lines, records
from kg.spark.tables import tables

__all__ = ["json_lines", "read_facts", "records", "tables"]
