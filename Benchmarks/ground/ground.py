"""Measures the machine's limits and Rapport beside them; called by `run`."""

import argparse
import json
import sys
import tempfile
from dataclasses import asdict
from pathlib import Path

import limits
from desk import Desk, Outcome
from load import Measured
from report import Aim, aims, table

ROOT = Path(__file__).resolve().parents[2]
PROGRAMS = ROOT / ".build/release"


def measured_limits(folder: Path, database: str, seconds: float) -> dict[str, Measured]:
    print("the machine's limits", file=sys.stderr)
    program = PROGRAMS / "bench-limits"
    return {
        "commit": limits.commits(program, folder, 1, seconds),
        "batch": limits.commits(program, folder, 100, seconds),
        "route": limits.route(program, folder, seconds),
        "insert": limits.inserts(database, seconds),
    }


def measured_engines(folder: Path, database: str, seconds: float) -> dict[str, Outcome]:
    outcomes = {}
    for engine, address in {"SQLite": None, "PostgreSQL": database}.items():
        print(f"Rapport on {engine}", file=sys.stderr)
        desk = Desk(PROGRAMS / "rapport", folder / engine, address)
        outcomes[engine] = desk.measure(seconds)
    return outcomes


def write(file: Path, machine: dict[str, Measured], engines: dict[str, Outcome], met: list[Aim]):
    content = {
        "limits": {name: asdict(measured) for name, measured in machine.items()},
        "engines": {engine: asdict(outcome) for engine, outcome in engines.items()},
        "aims": [asdict(aim) for aim in met],
    }
    file.write_text(json.dumps(content, indent=2) + "\n")
    print(f"written to {file}", file=sys.stderr)


def main() -> None:
    parser = argparse.ArgumentParser(prog="bin/bench ground")
    parser.add_argument("--seconds", type=float, default=5, help="how long each row is measured")
    parser.add_argument("--json", type=Path, default=ROOT / ".build/ground.json",
                        help="where the numbers go")
    parser.add_argument("--postgres", required=True, help=argparse.SUPPRESS)
    options = parser.parse_args()

    # Not in /tmp, which on many machines is memory: commits there would cost nothing.
    with tempfile.TemporaryDirectory(prefix="ground.", dir=ROOT / ".build") as folder:
        machine = measured_limits(Path(folder), options.postgres, options.seconds)
        engines = measured_engines(Path(folder), options.postgres, options.seconds)
    met = aims(machine, engines["SQLite"])
    print(table(machine, engines, met))
    write(options.json, machine, engines, met)


if __name__ == "__main__":
    main()
