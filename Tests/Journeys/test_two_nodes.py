"""Two nodes on one PostgreSQL: what one takes is on the other's screens."""

import json
import urllib.request

import pytest

from desk_session import DeskSession
from followers import Background, Follower, wait_until
from house import ADA, NO_FORM

SOON_SECONDS = 1


class Cluster:
    """Two servers on one database, and an agent."""

    def __init__(self, installation):
        nodes = [installation("first"), installation("second")]
        self.admin = nodes[0].create_admin(ADA, account="Nodes")
        self.servers = [node.serve() for node in nodes]
        self.ports = [server.port for server in self.servers]
        self.session = DeskSession(self.ports[0], ADA)

    def api(self, node: int):
        return self.servers[node].client(self.admin["token"])

    def desk(self, *ports: int) -> Follower:
        """A desk's stream at the first port that answers, from now on."""
        position = self.session.position(ports[0])
        headers = {"Cookie": self.session.cookie}
        return Follower(f"/desk/stream?after={position}", headers, list(ports), position)


@pytest.fixture
def cluster(shared_database):
    return Cluster(shared_database)


def told(follower: Follower, conversation: str) -> list:
    """The frames that tell of the conversation."""
    return [
        frame for frame in follower.frames if frame.name == "change"
        and conversation in {change["conversation"] for change in frame.data["changes"]}
    ]


@pytest.mark.parametrize("node", [0, 1])
def test_a_message_is_on_the_other_node_within_a_second(cluster, node):
    """Promise: a message taken by one node is on a screen at the other within a second.

    Not yet seen to fail by a change of the program.
    """
    with cluster.api(node) as api, Background() as background:
        desk = cluster.desk(cluster.ports[1 - node])
        background.start(desk.run())
        wait_until(lambda: desk.connections == 1, 10, "the desk follows")
        conversation = api.open_conversation("nodes")["id"]
        # The first may find the other node just starting to listen.
        wait_until(lambda: told(desk, conversation), 10, "the first message")
        delays = []
        for number in range(20):
            before = len(told(desk, conversation))
            sent = background.time()
            message = {"kind": "incoming", "text": f"Message {number}"}
            api.post(f"/api/v1/conversations/{conversation}/messages", message).expect(201)
            wait_until(lambda: len(told(desk, conversation)) > before, 10, f"message {number}")
            delays.append(told(desk, conversation)[-1].at - sent)
    print(f"median {sorted(delays)[10] * 1000:.0f} ms, longest {max(delays) * 1000:.0f} ms")
    assert max(delays) <= SOON_SECONDS


@pytest.mark.parametrize("victim", [0, 1])
def test_clients_of_a_killed_node_go_on_at_the_other(cluster, victim):
    """Promise: whichever node is killed, its clients continue at the other without a gap.

    Seen to fail when clients came to the other node without saying where they had been.
    """
    survivor = 1 - victim
    ports = [cluster.ports[victim], cluster.ports[survivor]]
    with cluster.api(survivor) as api, Background() as background:
        start = api.events()[-1]["position"]
        desk = cluster.desk(*ports)
        bearer = {"Authorization": f"Bearer {cluster.admin['token']}"}
        reader = Follower("/api/v1/events/stream", bearer, ports, start)
        for follower in (desk, reader):
            background.start(follower.run())
        wait_until(lambda: desk.connections and reader.connections, 10, "both follow")
        conversations = []
        for number in range(20):
            if number == 8:
                cluster.servers[victim].kill()
            conversations.append(api.open_conversation(f"kill{number}")["id"])
        wait_until(lambda: told(desk, conversations[-1]), 20, "the last one at the desk")
        log = await_numbered(api, start, conversations)
        wait_until(lambda: reader.position == log[-1]["position"], 20, "the end of the log")
        background.stop()
    assert [frame.id for frame in reader.frames] == [event["position"] for event in log]
    resets = [frame for frame in desk.frames if frame.name == "reset"]
    for conversation in conversations:
        # After a reset the page is loaded afresh and holds what came before.
        assert told(desk, conversation) or resets, f"{conversation} was not told"


def await_numbered(api, start: str, conversations: list[str]) -> list[dict]:
    """The log once the last conversation's events have their positions."""
    log: list[dict] = []

    def is_complete() -> bool:
        log[:] = api.events(after=start)
        return conversations[-1] in {event["conversation"] for event in log}

    wait_until(is_complete, 20, "the log's end")
    return log


def test_typing_crosses_nodes(cluster):
    """Promise: that somebody types is seen at the other node too, both ways.

    Not yet seen to fail by a change of the program.
    """
    with cluster.api(0) as api, Background() as background:
        inbox = {"name": "Shop", "form": NO_FORM}
        key = api.post("/api/v1/inboxes", inbox).expect(201).json["key"]
        token = visit(cluster.ports[0], "visitors", {"inbox": key, "language": "en",
                                                     "page": "https://shop.example/"})["token"]
        visit(cluster.ports[0], "messages", {"text": "Hello"}, token)
        [conversation] = [one["id"] for one in api.conversations()]
        desk = cluster.desk(cluster.ports[1])
        chat = Follower(
            "/widget/v1/stream", {"Authorization": f"Bearer {token}"}, [cluster.ports[0]]
        )
        for follower in (desk, chat):
            background.start(follower.run())
        wait_until(lambda: desk.connections and chat.connections, 10, "both follow")

        visit(cluster.ports[0], "typing", {}, token)
        wait_until(lambda: any(
            frame.name == "presence" and frame.data["customer"] == "typing"
            for frame in desk.frames
        ), 3, "the customer types")
        cluster.session.post(
            cluster.ports[1], "/desk/presence",
            conversation=conversation, doing="typing", tab="one",
        )
        wait_until(
            lambda: any(frame.name == "typing" for frame in chat.frames), 3, "the agent types"
        )


def visit(port: int, path: str, body: dict, token: str | None = None):
    headers = {"Content-Type": "application/json", "Idempotency-Key": path}
    if token:
        headers["Authorization"] = f"Bearer {token}"
    request = urllib.request.Request(
        f"http://127.0.0.1:{port}/widget/v1/{path}", json.dumps(body).encode(), headers
    )
    with urllib.request.urlopen(request, timeout=10) as response:
        text = response.read()
    return json.loads(text) if text else None
