"""A running program with a small team and an inbox for web chat."""

import re
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from client import Client
from desk_page import DeskPage
from chat_page import ChatPage
from installation import PASSWORD, Installation

ADA = "ada@example.com"
BEN = "ben@example.com"


class House:
    """A server, its agents Ada and Ben, and a web page of somebody else that carries the chat."""

    def __init__(self, installation: Installation, *options: str):
        self.installation = installation
        self.options = options
        self.ada = self._agent(ADA, "Ada")
        self.ben = self._agent(BEN, "Ben")
        self.server = installation.serve(*options)
        self._states: dict = {}
        with self.api() as api:
            self.inbox = api.post(
                "/api/v1/inboxes",
                {"name": "Shop", "greeting": "Welcome!", "form": NO_FORM},
            ).expect(201).json
        self.shop = Shop(self)

    def __enter__(self) -> "House":
        return self

    def __exit__(self, *_) -> None:
        self.shop.close()
        self.installation.close()

    def _agent(self, email: str, name: str) -> dict:
        created = self.installation.create_admin(email, account="Journeys", name=name)
        return created | {"email": email, "name": name}

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server.port}"

    def restart(self) -> None:
        """Starts a server again where the last one was."""
        self.server = self.installation.serve(*self.options, port=self.server.port)

    def api(self, agent: dict | None = None) -> Client:
        return self.server.client((agent or self.ada)["token"])

    def sign_in(self, context, agent: dict, address: str | None = None) -> None:
        """Gives the browser the agent's session, through the form the first time."""
        email = agent["email"]
        if email not in self._states:
            page = context.new_page()
            DeskPage(page, self.address).sign_in(email, PASSWORD)
            self._states[email] = context.cookies()
            page.close()
        context.add_cookies(self._states[email])

    def desk(self, context, agent: dict, path: str = "/desk/views/all") -> DeskPage:
        """A new tab of the desk, signed in."""
        self.sign_in(context, agent)
        desk = DeskPage(context.new_page(), self.address)
        desk.go(path)
        return desk

    def chat(self, context) -> ChatPage:
        """A new tab of the shop, where the chat is."""
        page = context.new_page()
        page.goto(self.shop.address)
        return ChatPage(page)


NO_FORM = {"when": "never", "name": "hidden", "email": "hidden"}

PAGE = """<!doctype html>
<html lang="{language}" dir="{direction}">
<meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Shop</title>
<main><h1>Shop</h1><p>We sell flowers.</p></main>
<script type="module" src="{address}/widget.js" data-inbox="{key}"></script>
</html>"""


class Shop:
    """A static page of another origin with the chat on it; `/fa` and `/el` in those languages."""

    def __init__(self, house: House):
        class Handler(BaseHTTPRequestHandler):
            def do_GET(self):
                language = re.sub(r"\W", "", self.path) or "en"
                body = PAGE.format(
                    language=language,
                    direction="rtl" if language == "fa" else "ltr",
                    address=house.address,
                    key=house.inbox["key"],
                ).encode()
                self.send_response(200)
                self.send_header("Content-Type", "text/html; charset=utf-8")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_):
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        # By name: for a browser another site than the program's address.
        self.address = f"http://localhost:{self._server.server_port}/"

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()
