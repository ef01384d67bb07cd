"""What has been acknowledged is on the disk, not merely on its way there."""

import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from client import CONVERSATIONS, Client, conversation
from installation import Installation
from strace import CALLS, Call, read_trace

AT_ONCE = 16


@pytest.fixture
def installation(install) -> Installation:
    return install("sqlite")


class TracedServer:
    """A server under strace, and what it asked of the system."""

    def __init__(self, installation: Installation):
        self.token = installation.create_admin()["token"]
        self.trace = installation.folder / "trace"
        # With -D the server is our own child, so that signals reach it.
        self.server = installation.serve(
            wrapper=("strace", "-D", "-f", "-yy", "-tt", "-s", "9000", "-e", f"trace={CALLS}",
                     "-o", str(self.trace))
        )

    def open_conversation(self, mark: str) -> tuple[str, int]:
        """Opens one over a connection of its own; gives its mark and the client's port."""
        with Client(self.server.port, self.token) as client:
            port = client.connect()
            client.post(CONVERSATIONS, conversation(mark)).expect(201)
            return mark, port

    def calls(self) -> list[Call]:
        """All calls of the server's life, which ends here."""
        self.server.stop()
        deadline = time.monotonic() + 10
        while not self._is_complete():
            assert time.monotonic() < deadline, "strace did not come to its end"
            time.sleep(0.05)
        return read_trace(self.trace)

    def _is_complete(self) -> bool:
        end = self.trace.read_bytes()[-200:].decode(errors="replace")
        return any(line.startswith(str(self.server.process.pid)) and "+++ exited" in line
                   for line in end.splitlines())


def on_wal(calls: list[Call], *, sync: bool) -> list[Call]:
    return [call for call in calls
            if call.file.endswith("/rapport.db-wal") and call.is_sync == sync]


def answer_on(port: int, calls: list[Call]) -> Call:
    """The call that began to send the 201 to the client at `port`."""
    [answer] = [call for call in calls
                if call.file.startswith("TCP") and call.file.endswith(f":{port}]")
                and "HTTP/1.1 201" in call.text]
    return answer


def writes_of(mark: str, calls: list[Call], before: Call) -> list[Call]:
    """The writes that took pages with `mark` to the log before its answer was sent."""
    writes = [call for call in on_wal(calls, sync=False)
              if mark in call.text and call.begin < before.begin]
    assert writes, f"{mark} was acknowledged before it was written"
    return writes


def require_sync(after: Call, before: Call, calls: list[Call]) -> None:
    assert any(after.end < call.begin and call.end < before.begin
               for call in on_wal(calls, sync=True)), "acknowledged before it was synced"


def test_one_after_the_other_is_synced_before_it_is_acknowledged(installation):
    """Promise: a 201 is sent when the last page that it wrote to the log has been synced.

    Seen to fail when fsync and fdatasync were taken from the program by a preloaded library.
    """
    server = TracedServer(installation)
    sent = [server.open_conversation(f"single{number}x") for number in range(8)]
    calls = server.calls()

    for mark, port in sent:
        answer = answer_on(port, calls)
        require_sync(writes_of(mark, calls, before=answer)[-1], answer, calls)


def test_sixteen_at_once_are_synced_before_they_are_acknowledged(installation):
    """Promise: a request that shares its commit with others is as durable as one alone.

    Seen to fail when fsync and fdatasync were taken from the program by a preloaded library.
    """
    server = TracedServer(installation)
    marks = [f"shared{number}x" for number in range(AT_ONCE * 3)]
    with ThreadPoolExecutor(AT_ONCE) as pool:
        sent = list(pool.map(server.open_conversation, marks))
    calls = server.calls()

    for mark, port in sent:
        answer = answer_on(port, calls)
        # Only its first write: a later commit may take the same page to the log once more.
        require_sync(writes_of(mark, calls, before=answer)[0], answer, calls)
