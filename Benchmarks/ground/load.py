"""Load over HTTP from 32 connections, made by wrk."""

import itertools
import json
import subprocess
from dataclasses import dataclass
from pathlib import Path

CLIENTS = 32
SCRIPT = Path(__file__).with_name("load.lua")

_runs = itertools.count(1)


@dataclass(frozen=True)
class Measured:
    """What a row of the table says; times in milliseconds."""

    per_second: float
    p50: float
    p99: float
    failures: int = 0


def load(port: int, row: str, seconds: float, token: str = "", ids: Path | None = None) -> Measured:
    """Sends the row's requests as fast as they are answered."""
    # One thread leaves more of a small machine to what is measured.
    command = ["wrk", "-t1", f"-c{CLIENTS}", f"-d{max(1, round(seconds))}s", "--timeout", "10s"]
    arguments = ["--", row, str(next(_runs)), token, *([str(ids)] if ids else [])]
    done = subprocess.run(
        [*command, "-s", str(SCRIPT), f"http://127.0.0.1:{port}", *arguments],
        check=True,
        stdout=subprocess.PIPE,
        text=True,
    )
    result = json.loads(done.stdout.splitlines()[-1])
    return Measured(
        per_second=(result["requests"] - result["failures"]) / result["seconds"],
        p50=result["p50"],
        p99=result["p99"],
        failures=result["failures"],
    )
