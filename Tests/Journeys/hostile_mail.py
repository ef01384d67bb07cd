"""Hostile HTML, mailed: the samples, what the program makes of them, and a page that watches."""

import json
import re
import subprocess
from base64 import encodebytes
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from playwright.sync_api import Error

from installation import BINARY, ENVIRONMENT

FILE = Path(__file__).with_name("hostile_html.txt")
ORIGIN = "http://mail.test"
ESCAPE = re.compile(r"\\(?:x([0-9A-Fa-f]{2})|u\{([0-9A-Fa-f]+)\}|(.))")
LETTERS = {"n": "\n", "r": "\r", "t": "\t", "0": "\0"}

# What the desk serves the frame with.
SANDBOX = "allow-same-origin allow-popups allow-popups-to-escape-sandbox"
POLICY = (
    "default-src 'none'; script-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; "
    f"form-action 'none'; base-uri 'none'; frame-ancestors 'self'; sandbox {SANDBOX}"
)


def kinds() -> dict[str, list[str]]:
    """The samples under the headings of the file."""
    found: dict[str, list[str]] = {}
    lines = FILE.read_text(encoding="utf-8").split("\n")
    start = next(number for number, line in enumerate(lines) if line == "# Event handlers")
    for line in filter(None, lines[start:]):
        if line.startswith("# "):
            samples = found.setdefault(line[2:], [])
        else:
            samples.append(ESCAPE.sub(_unescaped, line))
    return found


def _unescaped(match: re.Match) -> str:
    code = match[1] or match[2]
    return chr(int(code, 16)) if code else LETTERS.get(match[3], match[3])


def sanitised(samples: list[str]) -> list[str]:
    """What the program would show of mails with these as their HTML."""
    with ThreadPoolExecutor(2) as pool:
        return list(pool.map(_parse, samples))


def _parse(sample: str) -> str:
    mail = (
        b"From: a@example.org\r\nTo: b@example.org\r\nSubject: x\r\nMIME-Version: 1.0\r\n"
        b"Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n"
    ) + encodebytes(sample.encode())
    done = subprocess.run(
        [BINARY, "mail", "parse"], input=mail, capture_output=True, timeout=30, env=ENVIRONMENT
    )
    assert done.returncode == 0, (sample, done.stderr)
    return json.loads(done.stdout)["html"] or ""


class Watched:
    """A tab that shows HTML from memory and notes whatever that does."""

    def __init__(self, context):
        self.page = context.new_page()
        self.seen: list[str] = []
        self._documents: dict[str, tuple[str, dict]] = {}
        self._main = ""
        context.route("**/*", self._answer)
        context.on("page", lambda page: self.seen.append("popup"))
        self.page.on("dialog", self._dismiss)
        self.page.on("framenavigated", self._navigated)

    def show(self, html: str, framed: bool) -> list[str]:
        """Everything that happened, one line each; nothing if the HTML is harmless."""
        self.seen = []
        self._main = f"{ORIGIN}/shown"
        document = f'<!doctype html><meta charset="utf-8"><title>x</title><body>{html}</body>'
        self._documents = {self._main: (document, {})}
        if framed:
            frame = f'<!doctype html><iframe src="/frame" sandbox="{SANDBOX}"></iframe>'
            policy = {"Content-Security-Policy": POLICY}
            self._documents = {
                self._main: (frame, {}), f"{ORIGIN}/frame": (document, policy),
            }
        self.page.goto(self._main)
        try:
            self._touch()
        except Error as error:
            # The page went away under its own power.
            self.seen.append(str(error))
        return self.seen

    def _touch(self) -> None:
        """Does what readers do without thinking, and looks for marks."""
        self.page.mouse.move(20, 20)
        self.page.keyboard.press("Tab")
        self.seen += self.page.evaluate(
            """async () => {
                 const paint = () => new Promise(requestAnimationFrame)
                 await paint()
                 await paint()
                 const inner = document.querySelector('iframe')?.contentDocument
                 const documents = [document, inner].filter(Boolean)
                 const handlers = documents
                   .flatMap((each) => [...each.querySelectorAll('*')])
                   .flatMap((each) => each.getAttributeNames())
                   .filter((name) => name.startsWith('on'))
                 const marks = documents.some((each) => each.defaultView?.__x)
                 return [...(marks ? ['executed'] : []), ...handlers]
               }"""
        )

    def _answer(self, route) -> None:
        url = route.request.url
        if url not in self._documents:
            self.seen.append(f"request {url}")
            return route.abort()
        body, headers = self._documents[url]
        route.fulfill(body=body, content_type="text/html; charset=utf-8", headers=headers)

    def _dismiss(self, dialog) -> None:
        self.seen.append("dialog")
        dialog.dismiss()

    def _navigated(self, frame) -> None:
        if frame.url not in self._documents:
            self.seen.append(f"navigated {frame.url}")
