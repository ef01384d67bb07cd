"""The program under test: a data folder, a database, and the commands on them."""

import json
import os
import signal
import socket
import subprocess
import time
from pathlib import Path

from client import Client

ROOT = Path(__file__).resolve().parents[2]
BINARY = os.environ.get("RAPPORT_BINARY", str(ROOT / ".build/debug/rapport"))
PASSWORD = "correct horse battery staple"

# What the tests are told must not reach the program.
ENVIRONMENT = {name: value for name, value in os.environ.items() if not name.startswith("RAPPORT_")}


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Installation:
    """One data folder and, for PostgreSQL, one database."""

    def __init__(self, folder: Path, database: str | None):
        self.folder = folder
        self.data = folder / "data"
        self.database = database
        self.servers: list[Server] = []

    def command(self, *arguments: str) -> list[str]:
        storage = ["--data", str(self.data)]
        if self.database:
            storage += ["--database", self.database]
        return [BINARY, *arguments, *storage]

    def run(self, *arguments: str, stdin: str = "", **environment) -> subprocess.CompletedProcess:
        """Runs a command to its end, whatever that is."""
        return subprocess.run(
            self.command(*arguments),
            input=stdin,
            capture_output=True,
            text=True,
            timeout=60,
            env=ENVIRONMENT | environment,
        )

    def create_admin(
        self, email="admin@example.com", account="Proofs", name="Ada"
    ) -> dict:
        """The account, the agent and the token of a new administrator."""
        done = self.run(
            *("admin", "create", "--email", email, "--name", name, "--password-stdin"),
            *("--account", account),
            stdin=PASSWORD,
        )
        assert done.returncode == 0, done.stderr
        [line] = done.stdout.splitlines()
        return json.loads(line)

    def doctor(self) -> None:
        """Proves the invariants; fails the test where one does not hold."""
        done = self.run("doctor")
        assert done.returncode == 0, done.stdout + done.stderr

    def await_numbering(self) -> None:
        """Waits until every committed event has its position.

        PostgreSQL numbers them after the commit, so a reader can be answered a moment too early.
        """
        deadline = time.monotonic() + 10
        while self.database and self.sql("SELECT 1 FROM event WHERE position IS NULL LIMIT 1"):
            assert time.monotonic() < deadline, "events wait for their positions"
            time.sleep(0.02)

    def sql(self, statement: str) -> str:
        """Runs SQL behind the program's back."""
        if self.database:
            tool = ["psql", "-qAtX", "-v", "ON_ERROR_STOP=1", self.database, "-c", statement]
            return subprocess.run(tool, check=True, capture_output=True, text=True).stdout
        import sqlite3

        with sqlite3.connect(self.data / "rapport.db", timeout=10) as connection:
            rows = connection.execute(statement).fetchall()
        connection.close()
        return "\n".join("|".join(map(str, row)) for row in rows)

    def serve(
        self, *options: str, wrapper: tuple[str, ...] = (), port: int | None = None, **environment
    ) -> "Server":
        """Starts the server, on a free port unless one is named, and waits until it is ready."""
        server = Server(self, options, wrapper, environment, port)
        self.servers.append(server)
        if "--tls-certificate" not in options:
            server.wait_until_ready()
        return server

    def close(self) -> None:
        for server in self.servers:
            server.kill()


class Server:
    """A running `serve`."""

    def __init__(self, installation: Installation, options, wrapper, environment, port=None):
        self.port = port or free_port()
        self.log = installation.folder / f"server-{len(installation.servers)}.log"
        command = installation.command("serve", "--port", str(self.port), *options)
        with self.log.open("wb") as log:
            self.process = subprocess.Popen(
                [*wrapper, *command],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                env=ENVIRONMENT | environment,
            )

    def client(self, token: str | None = None) -> Client:
        return Client(self.port, token)

    def wait_until_ready(self, seconds: float = 30) -> None:
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            assert self.process.poll() is None, f"ended early:\n{self.log_text()}"
            try:
                with self.client() as client:
                    if client.get("/ready").status == 200:
                        return
            except OSError:
                pass
            time.sleep(0.02)
        raise AssertionError(f"not ready after {seconds} s:\n{self.log_text()}")

    def log_text(self) -> str:
        return self.log.read_text(errors="replace")[-4000:]

    def terminate(self) -> None:
        self.process.send_signal(signal.SIGTERM)

    def wait(self, seconds: float = 10) -> None:
        """Waits for the end, which must come in time and be a clean one."""
        try:
            code = self.process.wait(seconds)
        except subprocess.TimeoutExpired:
            raise AssertionError(f"still running after {seconds} s:\n{self.log_text()}") from None
        assert code == 0, f"ended with {code}:\n{self.log_text()}"

    def stop(self) -> None:
        self.terminate()
        self.wait()

    def kill(self) -> None:
        """Ends it at once, if it still runs."""
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
