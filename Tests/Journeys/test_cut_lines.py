"""Lines that are cut: nothing is missed, nothing comes twice."""

import random
import threading

import pytest

from cutting_proxy import CuttingProxy
from desk_session import DeskSession
from followers import Background, Follower, wait_until

CLIENTS = 50
SECONDS = 60
EVENTS_PER_SECOND = 5
# How long a connection lasts.
LIFETIME_SECONDS = (0.5, 6)


@pytest.mark.timeout(240)
def test_fifty_clients_see_every_event_exactly_once(house):
    """Promise: clients that are cut off at random see each event of the log once, in order; desks
    are told of each message, or to load afresh.

    Seen to fail when clients came back without saying where they had been.
    """
    session = DeskSession(house.server.port, house.ada["email"])
    with house.api() as api, Background() as background:
        conversations = [api.open_conversation(f"cut{number}")["id"] for number in range(5)]
        proxy = CuttingProxy(background, house.server.port, LIFETIME_SECONDS)
        start = api.events()[-1]["position"]
        readers = [
            Follower(
                "/api/v1/events/stream",
                {"Authorization": f"Bearer {house.ada['token']}"}, [proxy.port], start,
            )
            for _ in range(CLIENTS)
        ]
        desks = [
            Follower(f"/desk/stream?after={start}", {"Cookie": session.cookie}, [proxy.port], start)
            for _ in range(CLIENTS)
        ]
        for follower in readers + desks:
            background.start(follower.run())

        write_for_a_minute(api, conversations)
        proxy.is_weak = False
        log = api.events(after=start)
        last = log[-1]["position"]
        wait_until(
            lambda: all(int(one.position) >= int(last) for one in readers + desks), 30,
            "all clients at the end",
        )
        background.stop()

    assert len(log) >= SECONDS * EVENTS_PER_SECOND * 0.5
    assert proxy.cuts > 5 * CLIENTS
    assert not any(one.refusals for one in readers + desks)
    positions = [event["position"] for event in log]
    for reader in readers:
        assert [frame.id for frame in reader.frames] == positions
    for desk in desks:
        assert_told(desk, start, log)


def write_for_a_minute(api, conversations) -> None:
    chance, pause = random.Random(3), threading.Event()
    for number in range(SECONDS * EVENTS_PER_SECOND):
        kind = chance.choice(["incoming", "note"])
        message = {"kind": kind, "text": f"Event {number}"}
        api.post(f"/api/v1/conversations/{chance.choice(conversations)}/messages", message)
        pause.wait(1 / EVENTS_PER_SECOND)


def assert_told(desk: Follower, start: str, log: list[dict]) -> None:
    """Each event is covered by the one frame whose stretch of the log it lies in."""
    frames = [frame for frame in desk.frames if frame.id is not None]
    ids = [int(start)] + [int(frame.id) for frame in frames]
    assert ids == sorted(set(ids)), "a position came twice, or out of order"
    for before, frame in zip(ids, frames):
        if frame.name == "reset":
            continue
        told = {change["conversation"] for change in frame.data["changes"]}
        stretch = {
            event["conversation"] for event in log
            if before < int(event["position"]) <= int(frame.id)
        }
        assert stretch - {None} <= told, f"at {frame.id}: {stretch - told} was not told"
