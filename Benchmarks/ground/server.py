"""A server that is measured: started on loopback, watched, and stopped in the end."""

import http.client
import json
import os
import socket
import subprocess
import time
from pathlib import Path
from urllib.parse import urlencode

# What the caller has set for itself must not reach the program.
ENVIRONMENT = {name: value for name, value in os.environ.items() if not name.startswith("RAPPORT_")}


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Server:
    """A process that answers HTTP, from when it is ready until the block ends."""

    def __init__(self, command: list[str], port: int, ready: str, log: Path):
        self.port = port
        self._ready = ready
        self._log = log
        with log.open("ab") as file:
            self._process = subprocess.Popen(
                command, stdin=subprocess.DEVNULL, stdout=file, stderr=file, env=ENVIRONMENT
            )

    def __enter__(self) -> "Server":
        try:
            self._wait()
        except BaseException:
            self._stop()
            raise
        return self

    def __exit__(self, *_) -> None:
        self._stop()

    def memory(self, name: str) -> float:
        """Resident memory in MB: `VmRSS` is now, `VmHWM` the most that it ever was."""
        for line in Path(f"/proc/{self._process.pid}/status").open():
            if line.startswith(f"{name}:"):
                return int(line.split()[1]) / 1_024
        raise RuntimeError(f"{name} is not known of a process that has ended")

    def get(self, path: str, token: str | None = None, **query) -> dict:
        """The JSON that a request gives."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        headers = {"Authorization": f"Bearer {token}"} if token else {}
        connection.request("GET", f"{path}?{urlencode(query)}", headers=headers)
        response = connection.getresponse()
        body = response.read()
        connection.close()
        if response.status != 200:
            raise RuntimeError(f"{path}: {response.status} {body[:500]!r}")
        return json.loads(body)

    def _wait(self, seconds: float = 30) -> None:
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline and self._process.poll() is None:
            connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=5)
            try:
                connection.request("GET", self._ready)
                if connection.getresponse().status == 200:
                    return
            except OSError:
                pass
            finally:
                connection.close()
            time.sleep(0.05)
        raise RuntimeError(f"not ready: {self._log.read_text(errors='replace')[-2_000:]}")

    def _stop(self) -> None:
        self._process.terminate()
        try:
            self._process.wait(20)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
