"""Every page for everybody: an accessibility checker, and no scrolling sideways on a phone."""

import os
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe

from chat_page import ChatPage
from desk_page import DeskPage

SERIOUS = ("serious", "critical")
WIDTHS = {"phone": {"width": 320, "height": 640}, "wide": {"width": 1360, "height": 850}}
# Where pictures are put for people to look at, if anywhere.
PICTURES = os.environ.get("RAPPORT_PICTURES")

SETTINGS = ["profile", "account", "agents", "teams", "labels", "inboxes", "saved-replies",
            "tokens", "blocked"]
WORDS = {
    "en": ("Maria Papadopoulou", "Broken vase", "The vase came **broken**.\n\n> Careful!\n\n- one"),
    "fa": ("مریم احمدی", "گلدان شکسته", "گلدان **شکسته** رسید. کد: `AB-12`"),
    "el": ("Μαρία Παπαδοπούλου", "Σπασμένο βάζο", "Το βάζο ήρθε **σπασμένο**."),
}


class Furnished:
    """A house with something on every page, in the agent's language."""

    def __init__(self, house, language: str):
        name, subject, text = WORDS[language]
        with house.api() as api:
            me = {"language": language, "calendar": "persian" if language == "fa" else "gregorian"}
            api.request("PATCH", "/api/v1/me", me).expect(200)
            customer = {"email": f"{language}@example.com", "name": name}
            body = {"customer": customer, "subject": subject, "text": text, "channel": "api"}
            self.conversation = api.post("/api/v1/conversations", body).expect(201).json["id"]
            path = f"/api/v1/conversations/{self.conversation}"
            for kind in ("note", "reply"):
                api.post(f"{path}/messages", {"kind": kind, "text": text}).expect(201)
            change = {"labels": ["garden", "vase", "third"], "priority": "urgent"}
            api.request("PATCH", path, change).expect(200)
            api.post("/api/v1/conversations", body | {"subject": subject * 8}).expect(201)

    def paths(self, house) -> list[str]:
        return [
            *(f"/desk/views/{view}" for view in ("mine", "all", "resolved")),
            f"/desk/conversations/{self.conversation}?view=all",
            "/desk/search?q=vase",
            "/desk/new",
            *(f"/settings/{page}" for page in SETTINGS),
            f"/settings/inboxes/{house.inbox['id']}",
            "/design",
            f"/chat/{house.inbox['key']}",
        ]


@pytest.mark.timeout(200)
@pytest.mark.parametrize("language", ["en", "fa", "el"])
@pytest.mark.parametrize("width", WIDTHS)
def test_every_page(shared_house, open_browser, language, width):
    """Promise: no serious finding, light and dark; nothing to scroll sideways on a phone.

    Seen to fail when headings were set wider than the phone, and when links lost their contrast.
    """
    house = shared_house
    furnished = Furnished(house, language)
    context = open_browser(locale=language, viewport=WIDTHS[width], color_scheme="light")
    signing_in = DeskPage(context.new_page(), house.address)
    signing_in.go("/sign-in")
    faults = look(signing_in.page, f"sign-in-{language}-{width}")
    desk = house.desk(context, house.ada)
    for path in furnished.paths(house):
        answer = desk.page.goto(house.address + path)
        assert answer.status == 200, f"{answer.status} for {path}"
        name = path.strip("/").split("?")[0].replace("/", "-").replace(furnished.conversation, "")
        name = name.replace(house.inbox["key"], "").replace(house.inbox["id"], "one")
        faults += look(desk.page, f"{name}-{language}-{width}")
    assert not desk.faults
    assert not faults, f"{len(faults)} findings\n" + "\n".join(faults)


@pytest.mark.parametrize("language", ["en", "fa", "el"])
@pytest.mark.parametrize("width", WIDTHS)
def test_the_chat(shared_house, open_browser, language, width):
    """Promise: so it is with the chat on somebody's page, open and with something said.

    Seen to fail when the chat's buttons had no names.
    """
    context = open_browser(viewport=WIDTHS[width], color_scheme="light")
    page = context.new_page()
    page.goto(shared_house.shop.address + language)
    chat = ChatPage(page)
    faults = look(page, f"shop-{language}-{width}")
    chat.open()
    chat.say(WORDS[language][2])
    chat.messages.nth(1).wait_for()
    chat.settled()
    faults += look(page, f"chat-{language}-{width}")
    assert not chat.faults
    assert not faults, "\n".join(faults)


def look(page, name: str) -> list[str]:
    """What is wrong with the page as it stands, light and dark."""
    faults = []
    width = page.viewport_size["width"]
    wanted = page.evaluate("document.scrollingElement.scrollWidth")
    if wanted > width:
        faults.append(f"{name}: {wanted} px wide on a screen of {width}")
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        if PICTURES:
            page.screenshot(path=Path(PICTURES) / f"{name}-{scheme}.png")
        faults += [f"{name}, {scheme}: {fault}" for fault in check(page, scheme)]
    page.emulate_media(color_scheme="light")
    return faults


def check(page, scheme: str) -> list[str]:
    """The checker's findings; dark mode changes colours alone."""
    options = {"resultTypes": ["violations"]}
    if scheme == "dark":
        options["runOnly"] = ["color-contrast", "link-in-text-block"]
    found = Axe().run(page, options=options).response["violations"]
    return [
        f"{rule['impact']} {rule['id']} at {node['target']} "
        f"{node['html'][:120]} {node['failureSummary'][:200]!r}"
        for rule in found if rule["impact"] in SERIOUS for node in rule["nodes"][:3]
    ]
