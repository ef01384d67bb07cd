"""The desk in one tab, in the words of those who work at it."""

import re

from playwright.sync_api import Locator, Page, expect

# What the desk promises to show live, with room for a machine that is busy otherwise.
LIVE_MILLISECONDS = 5_000


class DeskPage:
    def __init__(self, page: Page, address: str):
        self.page = page
        self.address = address
        self.faults: list[str] = []
        # How many streams the tab has opened itself.
        self.streams = 0
        page.on("pageerror", lambda error: self.faults.append(str(error)))
        page.on("request", self._count)

    def _count(self, request) -> None:
        if "/desk/stream?" in request.url:
            self.streams += 1

    def go(self, path: str) -> None:
        self.page.goto(self.address + path)

    def sign_in(self, email: str, password: str) -> None:
        self.go("/sign-in")
        self.page.locator("input[name=email]").fill(email)
        self.page.locator("input[name=password]").fill(password)
        self.page.locator("input[name=password]").press("Enter")
        self.page.wait_for_url(re.compile("/desk/"))

    # The list

    def row(self, conversation: str) -> Locator:
        return self.page.locator(f"#row-{conversation}")

    @property
    def rows(self) -> Locator:
        return self.page.locator("#list > .row")

    def counter(self, view: str) -> Locator:
        return self.page.locator(f'#views [data-count="{view}"]')

    def open(self, conversation: str) -> None:
        self.row(conversation).locator("a").click()
        expect(self.page.locator(f'#conversation[data-id="{conversation}"]')).to_be_visible()

    # The conversation

    @property
    def conversation(self) -> str:
        """The id of the one that is open."""
        return self.page.locator("#conversation").get_attribute("data-id")

    @property
    def messages(self) -> Locator:
        return self.page.locator("#messages .message:not(.system) .body")

    def message(self, text: str) -> Locator:
        return self.page.locator("#messages .message").filter(has_text=text)

    def exactly(self, text: str) -> Locator:
        """The messages whose whole text it is."""
        return self.page.locator("#messages").get_by_text(text, exact=True)

    @property
    def text(self) -> Locator:
        return self.page.locator("#composer-text")

    @property
    def owner(self) -> Locator:
        return self.page.locator("#conversation-head .facts .owner")

    @property
    def presence(self) -> Locator:
        return self.page.locator("#presence")

    def write(self, kind: str, text: str) -> None:
        self.page.locator(f'#composer .kind:has(input[value="{kind}"])').click()
        self.text.fill(text)

    def send(self) -> None:
        self.page.locator("#composer .send").click()

    def reply(self, text: str) -> None:
        self.write("reply", text)
        self.send()
        self.shows(text)

    def note(self, text: str) -> None:
        self.write("note", text)
        self.send()
        self.shows(text)

    def press_action(self, action: str) -> None:
        """`take`, `resolve`: the buttons at the conversation's head."""
        self.page.locator(f'#conversation-head form[data-action="{action}"] button').click()

    def shows(self, text: str) -> None:
        """The message is there, once."""
        self.shows_within(text, LIVE_MILLISECONDS)

    def shows_within(self, text: str, milliseconds: float) -> None:
        expect(self.message(text)).to_have_count(1, timeout=milliseconds)

    @property
    def position(self) -> int:
        """Up to where in the log the tab has seen everything."""
        return int(self.page.evaluate("document.body.dataset.position"))
