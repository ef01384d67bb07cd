"""What customers feel, on the screens: shown, put right, and coached."""

import pytest
from playwright.sync_api import expect

OUTRAGE = (
    "This is outrageous! You lost my parcel AGAIN, I had to explain everything three times and "
    "nobody even apologised."
)
CURT = "Your request has been received and will be processed."
GOOD = (
    "Dear Maria, I am so sorry that we lost your parcel again. A new one left today by express "
    "and is with you tomorrow before noon."
)


def opened(api) -> str:
    customer = {"email": "maria@example.com", "name": "Maria"}
    body = {"customer": customer, "text": OUTRAGE, "channel": "api"}
    return api.post("/api/v1/conversations", body).expect(201).json["id"]


def test_a_reading_is_shown_and_put_right(house, open_browser):
    """Promise: the desk shows how a customer feels and why; one click puts it right, at once."""
    desk = house.desk(open_browser(), house.ada)
    with house.api() as api:
        conversation = opened(api)
        assert api.get(f"/api/v1/conversations/{conversation}").json["mood"]["score"] < -0.4
    desk.page.get_by_role("link", name="Upset").click()
    row = desk.rows.filter(has_text="outrageous")
    expect(row.locator(".mood.negative")).to_have_count(1)
    row.locator("a").click()
    reading = desk.page.locator(".reading")
    reading.locator("summary").click()
    expect(desk.page.locator(".message mark").first).to_be_visible()
    reading.get_by_role("button", name="Not: Negative").click()
    expect(desk.page.locator(".reading.negative")).to_have_count(0)
    expect(row).to_have_count(0)
    assert desk.faults == []


@pytest.mark.parametrize(
    "language, shown", [("en", "Apologise"), ("fa", "پوزش"), ("el", "συγγνώμη")]
)
def test_the_coach_follows_what_is_written(house, open_browser, language, shown):
    """Promise: while an answer is written, the desk says what is missing; it can be switched off,
    and never keeps anybody from sending."""
    desk = house.desk(open_browser(locale=language), house.ada)
    with house.api() as api:
        conversation = opened(api)
    desk.page.goto(f"{house.address}/desk/conversations/{conversation}")
    apology = desk.page.locator("reply-coach li").filter(has_text=shown)
    desk.text.fill(CURT)
    expect(apology).to_have_count(1)
    expect(apology).not_to_have_class("done")
    desk.text.fill(GOOD)
    expect(apology).to_have_class("done")
    desk.page.locator("[data-coach=off]").click()
    expect(desk.page.locator("reply-coach li")).to_have_count(0)
    desk.send()
    desk.shows("I am so sorry that we lost your parcel again.")
    desk.page.locator("[data-coach=on]").click()
    desk.text.fill(CURT)
    expect(apology).to_have_count(1)
    assert desk.faults == []
