"""A line on loopback that is cut at random."""

import asyncio
import random

from followers import Background


class CuttingProxy:
    """Passes bytes on to a port, and cuts each connection after a random time while it is weak."""

    def __init__(self, background: Background, target: int, seconds: tuple[float, float]):
        self.target = target
        self.seconds = seconds
        self.is_weak = True
        self.cuts = 0
        self.swallowed = 0
        self._swallow: bytes | None = None
        self._random = random.Random(7)
        self._server = background.call(asyncio.start_server(self._pass, "127.0.0.1", 0))
        self.port = self._server.sockets[0].getsockname()[1]

    def swallow(self, request: str | None) -> None:
        """Lets such requests through, and cuts before their answers until told otherwise."""
        self._swallow = request.encode() if request else None

    async def _pass(self, reader, writer) -> None:
        try:
            upstream = await asyncio.open_connection("127.0.0.1", self.target)
        except OSError:
            writer.transport.abort()
            return
        asked = Asked()
        streams = [
            self._copy(reader, upstream[1], asked.add),
            self._copy(upstream[0], writer, lambda data: self._let_through(data, asked)),
        ]
        tasks = [asyncio.ensure_future(stream) for stream in streams]
        try:
            limit = self._random.uniform(*self.seconds)
            done, _ = await asyncio.wait(
                tasks, timeout=limit if self.is_weak else None,
                return_when=asyncio.FIRST_COMPLETED,
            )
            self.cuts += not done
        except asyncio.CancelledError:
            # The end of the test; asyncio would report a connection that was cancelled.
            pass
        finally:
            for task in tasks:
                task.cancel()
            # Abruptly, in the midst of whatever is on its way.
            writer.transport.abort()
            upstream[1].transport.abort()

    def _let_through(self, data: bytes, asked: "Asked") -> bytes:
        """What the client gets of an answer."""
        if self._swallow is None or self._swallow not in asked.last:
            return data
        self.swallowed += 1
        return b""

    @staticmethod
    async def _copy(reader, writer, look) -> None:
        """Passes on what `look` lets through; ends where that is not all."""
        try:
            while data := await reader.read(65_536):
                passed = look(data)
                writer.write(passed)
                await writer.drain()
                if len(passed) < len(data):
                    return
        except OSError:
            # The other side has gone; the connection ends as a whole.
            pass


class Asked:
    """What came last from the client of a connection."""

    def __init__(self):
        self.last = b""

    def add(self, data: bytes) -> bytes:
        self.last = data
        return data
