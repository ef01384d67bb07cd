"""Rapport on one engine: filled with conversations, then measured row by row."""

import json
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from load import Measured, load
from server import ENVIRONMENT, Server, free_port

CONVERSATIONS = 100_000

# The rows in the order in which they are measured: what writes comes last.
ROWS = {
    "list": "list 50 of 100,000",
    "open": "open a conversation",
    "messages": "read its messages",
    "search": "search 100,000, two words",
    "create": "create conversation",
    "message": "add message",
}


@dataclass(frozen=True)
class Outcome:
    rows: dict[str, Measured]
    # Resident, in MB: once started, and the most while filled and measured.
    idle: float
    peak: float


class Desk:
    """An installation with a data folder of its own and, for PostgreSQL, a database."""

    def __init__(self, program: Path, folder: Path, database: str | None = None):
        self._program = program
        self._folder = folder
        self._database = database
        folder.mkdir()
        self._token = json.loads(
            subprocess.run(
                self._command("admin", "create", "--email", "ada@example.com", "--name", "Ada",
                              "--password-stdin"),
                input="correct horse battery staple",
                check=True,
                stdout=subprocess.PIPE,
                text=True,
                env=ENVIRONMENT,
            ).stdout
        )["token"]

    def measure(self, seconds: float) -> Outcome:
        with self._serve() as server:
            self._fill(server)
            ids = self._ids(server)
            peak = server.memory("VmHWM")
        # Started anew, so that idle is what a server needs that has just been started.
        with self._serve() as server:
            time.sleep(2)
            idle = server.memory("VmRSS")
            rows = {row: self._row(server, row, seconds, ids) for row in ROWS}
            return Outcome(rows, idle, max(peak, server.memory("VmHWM")))

    def _row(self, server: Server, row: str, seconds: float, ids: Path) -> Measured:
        print(f"  {ROWS[row]}", file=sys.stderr)
        load(server.port, row, 1, self._token, ids)
        return load(server.port, row, seconds, self._token, ids)

    def _command(self, *arguments: str) -> list[str]:
        storage = ["--data", str(self._folder / "data")]
        if self._database:
            storage += ["--database", self._database]
        return [str(self._program), *arguments, *storage]

    def _serve(self) -> Server:
        port = free_port()
        command = self._command("serve", "--port", str(port))
        return Server(command, port, "/ready", self._folder / "server.log")

    def _fill(self, server: Server) -> None:
        """Creates conversations through the API until there are enough."""
        filled = 0
        speed = 1_000.0
        while filled < CONVERSATIONS:
            print(f"  filled with {filled:,} conversations", file=sys.stderr)
            seconds = min(10, max(1, (CONVERSATIONS - filled) / speed))
            load(server.port, "create", seconds, self._token)
            newest = server.get("/api/v1/conversations", self._token, limit=1, sort="created")
            speed = (newest["items"][0]["number"] - filled) / seconds
            filled = newest["items"][0]["number"]

    def _ids(self, server: Server) -> Path:
        """A file with the identifiers of all conversations."""
        file = self._folder / "ids"
        cursor = {}
        with file.open("w") as lines:
            while True:
                page = server.get("/api/v1/conversations", self._token, limit=200, sort="created",
                                  **cursor)
                lines.writelines(f"{item['id']}\n" for item in page["items"])
                if page["next"] is None:
                    return file
                cursor = {"cursor": page["next"]}
