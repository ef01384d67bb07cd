"""Many clients of server-sent events, which go on by themselves after every cut."""

import asyncio
import itertools
import json
import threading
from collections.abc import Callable, Coroutine
from dataclasses import dataclass, field


@dataclass
class Frame:
    """One whole event."""

    name: str
    id: str | None
    data: dict
    at: float


@dataclass
class Follower:
    """A client of one stream; after a cut it tries the next of its ports, from where it was."""

    path: str
    headers: dict[str, str]
    ports: list[int]
    position: str | None = None
    frames: list[Frame] = field(default_factory=list)
    connections: int = 0
    refusals: list[str] = field(default_factory=list)

    async def run(self) -> None:
        """Follows until cancelled."""
        for port in itertools.cycle(self.ports):
            try:
                await self._follow(port)
            except (OSError, EOFError):
                # Cut, or nobody there: that is what this is about.
                pass
            await asyncio.sleep(0.05)

    async def _follow(self, port: int) -> None:
        reader, writer = await asyncio.open_connection("127.0.0.1", port, limit=2**20)
        try:
            headers = {"Host": f"127.0.0.1:{port}", "Accept": "text/event-stream", **self.headers}
            if self.position is not None:
                headers["Last-Event-ID"] = self.position
            lines = [f"GET {self.path} HTTP/1.1", *(f"{k}: {v}" for k, v in headers.items())]
            writer.write("\r\n".join([*lines, "", ""]).encode())
            head = await reader.readuntil(b"\r\n\r\n")
            if not head.startswith(b"HTTP/1.1 200"):
                self.refusals.append(head.decode().splitlines()[0])
                return
            self.connections += 1
            await self._read(reader)
        finally:
            writer.close()

    async def _read(self, reader: asyncio.StreamReader) -> None:
        text = b""
        while size := int(await reader.readuntil(b"\r\n"), 16):
            text += await reader.readexactly(size)
            await reader.readexactly(2)
            *blocks, text = text.split(b"\n\n")
            for block in blocks:
                self._take(block.decode())

    def _take(self, block: str) -> None:
        """Only whole events come here: one that was cut off never happened."""
        lines = [line for line in block.splitlines() if line and not line.startswith(":")]
        fields = {name: value.removeprefix(" ") for name, _, value in
                  (line.partition(":") for line in lines)}
        if "data" not in fields:
            return
        id = fields.get("id")
        if id is not None:
            self.position = id
        now = asyncio.get_running_loop().time()
        self.frames.append(Frame(fields.get("event", ""), id, json.loads(fields["data"]), now))


class Background:
    """Coroutines that run beside a test, in a thread with a loop of its own."""

    def __init__(self):
        self.loop = asyncio.new_event_loop()
        self._tasks: list = []
        self._thread = threading.Thread(target=self.loop.run_forever, daemon=True)
        self._thread.start()

    def __enter__(self) -> "Background":
        return self

    def __exit__(self, *_) -> None:
        self.stop()
        self.loop.call_soon_threadsafe(self.loop.stop)
        self._thread.join(10)
        self.loop.close()

    def start(self, coroutine: Coroutine) -> None:
        self._tasks.append(asyncio.run_coroutine_threadsafe(coroutine, self.loop))

    def call(self, coroutine: Coroutine):
        return asyncio.run_coroutine_threadsafe(coroutine, self.loop).result(30)

    def time(self) -> float:
        """The loop's clock, by which frames are stamped."""
        return self.loop.time()

    def stop(self) -> None:
        """Ends what runs; a task that failed by itself fails the test."""
        for task in self._tasks:
            if task.done() and not task.cancelled():
                task.result()
            task.cancel()
        self._tasks.clear()

        async def settle():
            rest = asyncio.all_tasks() - {asyncio.current_task()}
            for task in rest:
                task.cancel()
            await asyncio.gather(*rest, return_exceptions=True)

        self.call(settle())


def wait_until(condition: Callable[[], bool], seconds: float, what: str) -> None:
    """Asks again and again, since what happens happens elsewhere."""
    end = threading.Event()
    for _ in range(int(seconds / 0.02)):
        if condition():
            return
        end.wait(0.02)
    raise AssertionError(f"not within {seconds} s: {what}")
