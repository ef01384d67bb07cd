"""A reader of server-sent events, which can be cut at any place."""

import http.client
import json
from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True)
class StreamedEvent:
    id: str
    kind: str | None
    data: dict


class EventStream:
    """One connection to the stream."""

    def __init__(self, port: int, token: str, last_id: str | None = None, timeout: float = 30):
        self._connection = http.client.HTTPConnection("127.0.0.1", port, timeout=timeout)
        headers = {"Authorization": f"Bearer {token}", "Accept": "text/event-stream"}
        if last_id is not None:
            headers["Last-Event-ID"] = last_id
        self._connection.request("GET", "/api/v1/events/stream", headers=headers)
        self.response = self._connection.getresponse()

    def __enter__(self) -> "EventStream":
        return self

    def __exit__(self, *_) -> None:
        self.cut()

    def cut(self) -> None:
        self.response.close()
        self._connection.close()

    def lines(self) -> Iterator[str]:
        """As they come; ends with the stream."""
        while line := self.response.readline():
            yield line.decode().rstrip("\r\n")

    def __iter__(self) -> Iterator[StreamedEvent]:
        """Whole events only: one that was cut before its empty line never happened."""
        fields: dict[str, str] = {}
        for line in self.lines():
            if line and not line.startswith(":"):
                name, _, value = line.partition(":")
                fields[name] = value.removeprefix(" ")
            elif not line and "data" in fields:
                yield StreamedEvent(fields["id"], fields.get("event"), json.loads(fields["data"]))
                fields = {}
