"""What was measured, as a table and as aims that are met or missed."""

from dataclasses import dataclass

from desk import ROWS, Outcome
from load import Measured

LIMITS = {
    "commit": "GRDB, one message a commit",
    "batch": "GRDB, 100 messages a commit",
    "route": "Hummingbird, a constant",
    "insert": "pgbench, one message a commit",
}

WRITES = ("create", "message")


@dataclass(frozen=True)
class Aim:
    name: str
    wanted: float
    measured: float
    met: bool


def aims(machine: dict[str, Measured], sqlite: Outcome) -> list[Aim]:
    """The aims on SQLite, each with how it went."""
    least = [
        (f"{ROWS[row]}: of single-row commits", 1 / 4, _share(row, machine, sqlite, "commit"))
        for row in WRITES
    ] + [
        (f"{ROWS[row]}: of the bare route", 1 / 6, _share(row, machine, sqlite, "route"))
        for row in ("list", "open")
    ]
    most = [
        ("search: p99 in ms", 50, sqlite.rows["search"].p99),
        ("memory when idle, in MB", 60, sqlite.idle),
        ("memory throughout, in MB", 150, sqlite.peak),
    ]
    return [Aim(name, wanted, found, found >= wanted) for name, wanted, found in least] + [
        Aim(name, wanted, found, found <= wanted) for name, wanted, found in most
    ]


def table(machine: dict[str, Measured], engines: dict[str, Outcome], met: list[Aim]) -> str:
    lines = [_line("The machine's limits", "a second", "of limit", "p50 ms", "p99 ms", "failed")]
    lines += [_row(name, machine[limit], None) for limit, name in LIMITS.items()]
    for engine, outcome in engines.items():
        lines += ["", f"Rapport on {engine}, 32 clients"]
        for row, name in ROWS.items():
            write_limit = "commit" if engine == "SQLite" else "insert"
            limit = write_limit if row in WRITES else "route"
            lines.append(_row(name, outcome.rows[row], _share(row, machine, outcome, limit)))
        lines.append(f"resident memory: {outcome.idle:.0f} MB idle, {outcome.peak:.0f} MB at most")
    lines += ["", "Aims on SQLite"]
    for aim in met:
        state = "met" if aim.met else "MISSED"
        lines.append(f"{aim.name:<52} {aim.measured:>9.2f} {aim.wanted:>9.2f}  {state}")
    return "\n".join(lines)


def _share(row: str, machine: dict[str, Measured], outcome: Outcome, limit: str) -> float:
    return outcome.rows[row].per_second / machine[limit].per_second


def _row(name: str, measured: Measured, share: float | None) -> str:
    return _line(
        f"  {name}",
        f"{measured.per_second:,.0f}",
        "" if share is None else f"{share:.2f}",
        f"{measured.p50:.2f}",
        f"{measured.p99:.2f}",
        str(measured.failures),
    )


def _line(name: str, *cells: str) -> str:
    return f"{name:<34}" + "".join(f"{cell:>10}" for cell in cells)
