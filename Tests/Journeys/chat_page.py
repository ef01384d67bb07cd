"""The web chat on somebody's page, in the words of a visitor."""

from playwright.sync_api import Locator, Page, expect

from desk_page import LIVE_MILLISECONDS


class ChatPage:
    def __init__(self, page: Page):
        self.page = page
        self.faults: list[str] = []
        page.on("pageerror", lambda error: self.faults.append(str(error)))

    @property
    def widget(self) -> Locator:
        return self.page.locator("rapport-chat")

    @property
    def text(self) -> Locator:
        return self.widget.locator("textarea")

    @property
    def messages(self) -> Locator:
        return self.widget.locator(".message")

    def message(self, text: str) -> Locator:
        return self.messages.filter(has_text=text)

    def exactly(self, text: str) -> Locator:
        """The messages whose whole text it is."""
        return self.widget.get_by_text(text, exact=True)

    def open(self) -> None:
        self.widget.locator(".launcher").click()
        expect(self.text).to_be_visible()

    def say(self, text: str) -> None:
        self.text.fill(text)
        self.text.press("Enter")

    def shows(self, text: str) -> None:
        """The message is there, once, and no longer on its way."""
        expect(self.message(text)).to_have_count(1, timeout=LIVE_MILLISECONDS)

    def settled(self) -> None:
        """Nothing is on its way any more."""
        expect(self.widget.locator(".meta").filter(has_text="…")).to_have_count(0)

    @property
    def seen(self) -> Locator:
        return self.widget.locator(".meta").filter(has_text="Seen")

    @property
    def typing(self) -> Locator:
        return self.widget.locator(".typing")

    @property
    def badge(self) -> Locator:
        return self.widget.locator(".badge")
