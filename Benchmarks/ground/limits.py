"""The machine's limits: the same work through bare libraries and PostgreSQL's own benchmark."""

import json
import subprocess
import tempfile
from pathlib import Path

from load import Measured, load
from server import Server, free_port

TABLE = """
CREATE TABLE limit_message (
  account_id BIGINT NOT NULL,
  conversation_id BIGINT NOT NULL,
  id BIGINT NOT NULL,
  kind TEXT NOT NULL,
  channel TEXT NOT NULL,
  author_kind TEXT NOT NULL,
  author_id BIGINT,
  text TEXT NOT NULL,
  delivery TEXT,
  created_at BIGINT NOT NULL,
  PRIMARY KEY (account_id, conversation_id, id)
)
"""

# Two numbers of 2^62 values do not meet.
INSERT = r"""
\set conversation random(1, 4611686018427387904)
\set id random(1, 4611686018427387904)
INSERT INTO limit_message VALUES (1, :conversation, :id, 'incoming', 'api', 'customer', :id,
  repeat('parcel ', 29), NULL, 1700000000000);
"""


def commits(program: Path, folder: Path, batch: int, seconds: float) -> Measured:
    """Messages committed through bare GRDB, so many at a time."""
    file = folder / f"commits-{batch}.db"
    arguments = ["--file", str(file), "--batch", str(batch), "--seconds", str(seconds)]
    done = subprocess.run(
        [str(program), "commits", *arguments], check=True, stdout=subprocess.PIPE, text=True
    )
    result = json.loads(done.stdout)
    return Measured(result["perSecond"], result["p50"], result["p99"])


def route(program: Path, folder: Path, seconds: float) -> Measured:
    """Requests for a constant, answered by bare Hummingbird."""
    port = free_port()
    with Server([str(program), "route", "--port", str(port)], port, "/", folder / "route.log"):
        load(port, "route", 1)
        return load(port, "route", seconds)


def inserts(database: str, seconds: float) -> Measured:
    """Messages inserted by pgbench from eight connections, a commit each."""
    subprocess.run(["psql", "-qX", database, "-c", TABLE], check=True)
    with tempfile.TemporaryDirectory() as folder:
        script = Path(folder) / "insert.sql"
        script.write_text(INSERT)
        options = ["-n", "-M", "prepared", "-c", "8", "-j", "1", "-T", str(max(1, round(seconds)))]
        subprocess.run(
            ["pgbench", *options, "-f", str(script), "-l", "--log-prefix", f"{folder}/log", database],
            check=True,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        logs = [line.split() for log in Path(folder).glob("log.*") for line in log.open()]
    # The third field of a line is how long the transaction took, in microseconds.
    times = sorted(int(fields[2]) / 1_000 for fields in logs)
    return Measured(len(times) / seconds, times[len(times) // 2], times[len(times) * 99 // 100])
