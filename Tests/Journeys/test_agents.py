"""Several agents, several tabs."""

import re

from playwright.sync_api import expect

from desk_page import LIVE_MILLISECONDS

TABS = 8


def press_at_once(*desks) -> None:
    """Makes each tab claim at the same moment by its own clock, which is the same machine's."""
    start = desks[0].page.evaluate("Date.now() + 600")
    for desk in desks:
        desk.page.evaluate(
            """start => setTimeout(
                 () => document.querySelector('form[data-action=take] button').click(),
                 start - Date.now())""",
            start,
        )


def test_two_agents_claim_at_once(shared_house, open_browser):
    """Promise: exactly one gets it, the other is told so, and both screens say whose it is.

    Seen to fail when the forms no longer said that they claim, so that the last one got it.
    """
    house = shared_house
    with house.api() as api:
        team = api.post("/api/v1/teams", {"name": "Claims"}).expect(201).json["id"]
        conversation = api.open_conversation("claimed")["id"]
        assignment = f"/api/v1/conversations/{conversation}/assignment"
        api.request("PUT", assignment, {"team": team}).expect(200, 204)
    path = f"/desk/conversations/{conversation}?view=all"
    ada = house.desk(open_browser(), house.ada, path)
    ben = house.desk(open_browser(), house.ben, path)
    press_at_once(ada, ben)

    expect(ada.owner).to_contain_text(re.compile("Ada|Ben"))
    with house.api() as api:
        owner = api.get(f"/api/v1/conversations/{conversation}").expect(200).json["owner"]
        events = [event["kind"] for event in api.events()]
    assert owner["name"] in ("Ada", "Ben")
    for desk in (ada, ben):
        expect(desk.owner).to_contain_text(owner["name"], timeout=LIVE_MILLISECONDS)
        expect(desk.row(conversation)).to_contain_text(owner["name"], timeout=LIVE_MILLISECONDS)
    winner, loser = (ada, ben) if owner["name"] == "Ada" else (ben, ada)
    expect(loser.page.locator(".toast")).to_have_count(1)
    expect(winner.page.locator(".toast")).to_have_count(0)
    assert events.count("conversation.assigned") == 2, "to the team, and to one agent"


def test_eight_tabs_share_one_stream(house, open_browser):
    """Promise: a browser's tabs follow by one connection; the rest go on when its tab closes.

    Seen to fail when every tab listened for itself: the seventh could not even load.
    """
    browser = open_browser()
    with house.api() as api:
        conversation = api.open_conversation("tabs")["id"]
        path = f"/desk/conversations/{conversation}?view=all"
        desks = [house.desk(browser, house.ada, path) for _ in range(TABS)]

        def tell(text: str) -> None:
            messages = f"/api/v1/conversations/{conversation}/messages"
            api.post(messages, {"kind": "incoming", "text": text}).expect(201)
            for desk in desks:
                desk.shows(text)

        tell("To all tabs")
        assert [desk.streams for desk in desks] == [1] + [0] * (TABS - 1)
        desks.pop(0).page.close()
        tell("To those that are left")
        assert sum(desk.streams for desk in desks) == 1
