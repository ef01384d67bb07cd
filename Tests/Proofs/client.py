"""A small HTTP client, close enough to the wire to send what no library would."""

import http.client
import json
import ssl
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlencode


@dataclass(frozen=True)
class Answer:
    status: int
    headers: http.client.HTTPMessage
    body: bytes

    @property
    def json(self):
        return json.loads(self.body)

    def expect(self, *statuses: int) -> "Answer":
        assert self.status in statuses, f"{self.status}, not {statuses}: {self.body[:500]!r}"
        return self


class Client:
    """One connection that is kept open; not to be shared between threads."""

    def __init__(self, port: int, token: str | None = None, tls: ssl.SSLContext | None = None):
        if tls:
            self._connection = http.client.HTTPSConnection(
                "127.0.0.1", port, timeout=30, context=tls
            )
        else:
            self._connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
        self._token = token

    def __enter__(self) -> "Client":
        return self

    def __exit__(self, *_) -> None:
        self.close()

    def close(self) -> None:
        self._connection.close()

    def connect(self) -> int:
        """Connects now, not with the first request; gives the own port."""
        self._connection.connect()
        return self._connection.sock.getsockname()[1]

    def send(self, method: str, path: str, body=None, *, key=None, headers=None) -> None:
        """Sends a request: bytes as they are, an iterator of bytes in chunks, the rest as JSON."""
        all_headers = {"Authorization": f"Bearer {self._token}"} if self._token else {}
        if body is not None:
            all_headers["Content-Type"] = "application/json"
            if not isinstance(body, (bytes, Iterator)):
                body = json.dumps(body).encode()
        if key is not None:
            all_headers["Idempotency-Key"] = key
        all_headers.update(headers or {})
        sent = {name: value for name, value in all_headers.items() if value is not None}
        try:
            self._connection.request(method, path, body, sent, encode_chunked=True)
        except (BrokenPipeError, ConnectionResetError):
            # The server may refuse a body before it has read all of it; its answer is still there.
            if self._connection.sock is None:
                raise

    def receive(self) -> Answer:
        try:
            response = self._connection.getresponse()
            return Answer(response.status, response.headers, response.read())
        except Exception:
            self.close()
            raise

    def request(self, method: str, path: str, body=None, *, key=None, headers=None) -> Answer:
        self.send(method, path, body, key=key, headers=headers)
        return self.receive()

    def get(self, path: str, **query) -> Answer:
        return self.request("GET", f"{path}?{urlencode(query)}" if query else path)

    def post(self, path: str, body=None, *, key=None, headers=None) -> Answer:
        return self.request("POST", path, body, key=key, headers=headers)

    def all(self, path: str, **query) -> list[dict]:
        """Every item of a list, page after page."""
        items, cursor = [], None
        while True:
            page = self.get(path, **query, limit=200, **({"cursor": cursor} if cursor else {}))
            page.expect(200)
            items += page.json["items"]
            cursor = page.json["next"]
            if cursor is None:
                return items

    def open_conversation(self, mark: str, *, key=None) -> dict:
        return self.post(CONVERSATIONS, conversation(mark), key=key).expect(201).json

    def conversations(self) -> list[dict]:
        """Those of every status."""
        statuses = ("open", "waiting", "snoozed", "resolved", "spam")
        return [item for status in statuses for item in self.all(CONVERSATIONS, status=status)]

    def events(self, after: str = "0") -> list[dict]:
        events = []
        while page := self.get("/api/v1/events", after=after, limit=200).expect(200).json["items"]:
            assert int(page[0]["position"]) > int(after), "the list goes back"
            events += page
            after = page[-1]["position"]
        return events


CONVERSATIONS = "/api/v1/conversations"


def conversation(mark: str) -> dict:
    """The body of a new conversation that can be told from all others."""
    return {
        "customer": {"email": f"{mark}@example.com", "name": "Maria Papadopoulou"},
        "subject": f"Subject {mark}",
        "text": f"Text {mark}",
        "channel": "api",
    }
