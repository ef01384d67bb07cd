"""Writes under load, and what must hold of each of them after a crash."""

import random
import threading
import time
from dataclasses import dataclass, field
from http.client import HTTPException

from client import CONVERSATIONS, Answer, Client, conversation


@dataclass(frozen=True)
class Write:
    """A request that makes one thing with a unique mark."""

    mark: str
    path: str
    body: dict

    @property
    def key(self) -> str:
        return f"key-{self.mark}"


@dataclass
class Ledger:
    """What was asked for and what was acknowledged. To be changed by one thread at a time."""

    conversations: dict[str, str] = field(default_factory=dict)
    # The marks of each conversation's messages after its first, by the conversation's id.
    messages: dict[str, list[str]] = field(default_factory=dict)
    lock: threading.Lock = field(default_factory=threading.Lock)
    _last: int = 0

    @property
    def count(self) -> int:
        return len(self.conversations) + sum(len(marks) for marks in self.messages.values())

    def new_write(self) -> Write:
        """Something new: a conversation, or a reply or note in one that is acknowledged."""
        with self.lock:
            self._last += 1
            mark = f"m{self._last}x"
            known = list(self.messages)[-200:]
        if not known or random.random() < 0.4:
            return Write(mark, CONVERSATIONS, conversation(mark))
        kind = random.choice(("reply", "note"))
        path = f"{CONVERSATIONS}/{random.choice(known)}/messages"
        return Write(mark, path, {"kind": kind, "text": f"Text {mark}"})

    def acknowledge(self, write: Write, answer: Answer) -> None:
        with self.lock:
            if write.path == CONVERSATIONS:
                identifier = answer.json["id"]
                self.conversations[write.mark] = identifier
                self.messages[identifier] = []
            else:
                self.messages[write.path.split("/")[-2]].append(write.mark)

    def verify(self, client: Client, only: set[str] | None = None) -> None:
        """Everything acknowledged is there exactly once, and nothing else.

        `only` names the conversations whose messages are read; all of them where absent.
        """
        listed = client.conversations()
        found = sorted((item["subject"], item["id"]) for item in listed)
        expected = sorted((f"Subject {mark}", id) for mark, id in self.conversations.items())
        assert found == expected
        counts = {item["id"]: item["messageCount"] for item in listed}
        assert counts == {id: 1 + len(marks) for id, marks in self.messages.items()}
        first_marks = {id: mark for mark, id in self.conversations.items()}
        for id in self.messages if only is None else only:
            texts = [item["text"] for item in client.all(f"{CONVERSATIONS}/{id}/messages")]
            marks = [first_marks[id], *self.messages[id]]
            assert sorted(texts) == sorted(f"Text {mark}" for mark in marks)


class Load:
    """Threads that write as fast as they are answered, until told or until the server is gone."""

    def __init__(self, port: int, token: str, ledger: Ledger, threads: int):
        self.unanswered: list[Write] = []
        self.faults: list[str] = []
        self.acknowledged = 0
        self._port, self._token, self._ledger = port, token, ledger
        self._stopping = threading.Event()
        self._threads = [threading.Thread(target=self._run) for _ in range(threads)]
        for thread in self._threads:
            thread.start()

    def wait_for(self, count: int, seconds: float = 60) -> None:
        deadline = time.monotonic() + seconds
        while self.acknowledged < count:
            assert not self.faults, self.faults[:3]
            assert time.monotonic() < deadline, f"only {self.acknowledged} writes in {seconds} s"
            time.sleep(0.005)

    def stop(self) -> None:
        """Waits until every thread has had its last answer, or none."""
        self._stopping.set()
        for thread in self._threads:
            thread.join()
        assert not self.faults, self.faults[:3]

    def _run(self) -> None:
        with Client(self._port, self._token) as client:
            while not self._stopping.is_set():
                write = self._ledger.new_write()
                try:
                    answer = client.post(write.path, write.body, key=write.key)
                except (OSError, HTTPException):
                    self.unanswered.append(write)
                    return
                self._take(write, answer)

    def _take(self, write: Write, answer: Answer) -> None:
        if answer.status == 201:
            self._ledger.acknowledge(write, answer)
            with self._ledger.lock:
                self.acknowledged += 1
        elif answer.status >= 500:
            # The database may be down meanwhile; whether it was written is not known.
            self.unanswered.append(write)
            time.sleep(0.05)
        else:
            self.faults.append(f"{answer.status} {answer.body[:300]!r}")


class Burst:
    """Requests that are all sent and not one answer read: they are in flight."""

    def __init__(self, port: int, token: str, ledger: Ledger, count: int):
        self._ledger = ledger
        self._clients = [Client(port, token) for _ in range(count)]
        self._writes = [ledger.new_write() for _ in self._clients]
        for client in self._clients:
            client.connect()

    def send(self) -> None:
        for client, write in zip(self._clients, self._writes):
            client.send("POST", write.path, write.body, key=write.key)

    def collect(self) -> list[Write]:
        """Reads what came through all the same; gives what was not answered."""
        unanswered = []
        for client, write in zip(self._clients, self._writes):
            try:
                answer = client.receive()
            except (OSError, HTTPException):
                unanswered.append(write)
                continue
            finally:
                client.close()
            if answer.status >= 500:
                unanswered.append(write)
            else:
                self._ledger.acknowledge(write, answer.expect(201))
        return unanswered


def repeat(writes: list[Write], client: Client, ledger: Ledger, seconds: float = 30) -> None:
    """Sends each once more, with its own key, until it is acknowledged."""
    deadline = time.monotonic() + seconds
    for write in writes:
        while (answer := client.post(write.path, write.body, key=write.key)).status != 201:
            assert answer.status == 409 or answer.status >= 500, (answer.status, answer.body)
            assert time.monotonic() < deadline, (answer.status, answer.body)
            time.sleep(0.05)
        ledger.acknowledge(write, answer)
