"""PostgreSQL for the proofs: databases of their own, and a cluster that may be crashed."""

import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

from installation import free_port

PROGRAMS = Path("/usr/lib/postgresql/15/bin")


@contextmanager
def new_database(cluster: str) -> Iterator[str]:
    """An empty database in the cluster of the given address, dropped in the end."""
    name = f"proof_{uuid.uuid4().hex[:12]}"
    _query(cluster, f"CREATE DATABASE {name}")
    try:
        yield urlsplit(cluster)._replace(path=f"/{name}").geturl()
    finally:
        _query(cluster, f"DROP DATABASE {name} WITH (FORCE)")


def _query(address: str, statement: str) -> None:
    command = ["psql", "-qX", "-v", "ON_ERROR_STOP=1", address, "-c", statement]
    subprocess.run(command, check=True, capture_output=True, timeout=60)


class Cluster:
    """A durable cluster on loopback, in a folder of its own below /tmp."""

    def __init__(self):
        self.folder = Path(tempfile.mkdtemp(prefix="rapport-proof.", dir="/tmp"))
        self.port = free_port()
        self.url = f"postgres://postgres@127.0.0.1:{self.port}/postgres"
        if os.geteuid() == 0:
            owner = pwd.getpwnam("postgres")
            os.chown(self.folder, owner.pw_uid, owner.pw_gid)
        data = str(self.folder / "data")
        self._run("initdb", "-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8",
                  "--locale", "C")

    def start(self) -> None:
        options = f"-h 127.0.0.1 -p {self.port} -k {self.folder} -c fsync=on -c max_connections=60"
        self._run("pg_ctl", "start", "-w", "-D", str(self.folder / "data"),
                  "-l", str(self.folder / "log"), "-o", options)

    def crash(self) -> None:
        """Stops at once, without a checkpoint: what it kept in memory only is gone."""
        os.kill(int((self.folder / "data/postmaster.pid").read_text().split()[0]), signal.SIGQUIT)
        # Waits for the end, or finds that it has come already.
        self._run("pg_ctl", "stop", "-m", "immediate", "-D", str(self.folder / "data"), check=False)

    def remove(self) -> None:
        if (self.folder / "data/postmaster.pid").exists():
            self.crash()
        shutil.rmtree(self.folder)

    def _run(self, program: str, *arguments: str, check: bool = True) -> None:
        # PostgreSQL refuses to run as root.
        as_owner = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
        command = [*as_owner, str(PROGRAMS / program), *arguments]
        # The server outlives pg_ctl and would hold a pipe open.
        with (self.folder / "commands.log").open("ab") as log:
            subprocess.run(command, check=check, cwd="/", timeout=60, stdin=subprocess.DEVNULL,
                           stdout=log, stderr=log)
