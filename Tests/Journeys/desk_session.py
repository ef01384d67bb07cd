"""An agent at the desk without a browser: what a form or a script sends."""

import http.client
import re
from urllib.parse import urlencode

from installation import PASSWORD


class DeskSession:
    """Signed in once; good at every node of the same database."""

    def __init__(self, port: int, email: str):
        fields = {"email": email, "password": PASSWORD}
        answer = self._ask(port, "POST", "/sign-in", fields)
        assert answer.status == 303, answer.status
        self.cookie = answer.headers["Set-Cookie"].split(";")[0]
        self.csrf = None
        page = self.get(port, "/desk/views/all")
        self.csrf = re.search(r'<meta name="csrf" content="([^"]+)"', page).group(1)

    def get(self, port: int, path: str) -> str:
        answer = self._ask(port, "GET", path)
        assert answer.status == 200, f"{answer.status} for {path}"
        return answer.text

    def post(self, port: int, path: str, **fields: str) -> None:
        answer = self._ask(port, "POST", path, fields)
        assert answer.status in (200, 201, 204), f"{answer.status} for {path}: {answer.text[:300]}"

    def position(self, port: int) -> str:
        """Up to where the desk's pages know the log."""
        return re.search(r'data-position="(\d+)"', self.get(port, "/desk/views/all")).group(1)

    def _ask(self, port: int, method: str, path: str, fields: dict | None = None):
        headers = {"Accept": "text/html"}
        if hasattr(self, "cookie"):
            headers |= {"Cookie": self.cookie}
        if fields is not None and hasattr(self, "cookie"):
            headers |= {"Accept": "application/json", "X-CSRF": self.csrf}
        body = None
        if fields is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
            body = urlencode(fields)
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
        try:
            connection.request(method, path, body, headers)
            response = connection.getresponse()
            response.text = response.read().decode()
            return response
        finally:
            connection.close()
