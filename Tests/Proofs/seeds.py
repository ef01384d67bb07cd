"""A small populated account, and the ids in it that generated requests are given."""

import random
from collections import defaultdict
from datetime import UTC, datetime, timedelta

from client import CONVERSATIONS, Client


class Seeds:
    """Ids by noun. What a request may use up is made in abundance."""

    def __init__(self, client: Client):
        self.ids: dict[str, list[str]] = defaultdict(list)
        self.merges: list[tuple[str, str]] = []
        for number in range(8):
            self._add("agent", client, "/api/v1/agents",
                      {"name": f"Agent {number}", "email": f"agent{number}@example.com"})
            self._add("team", client, "/api/v1/teams", {"name": f"Team {number}"})
            self._add("label", client, "/api/v1/labels", {"name": f"label-{number}"})
            self._add("token", client, "/api/v1/tokens", {"name": "Spare", "scopes": ["read"]})
            self._add("inbox", client, "/api/v1/inboxes", {"name": f"Shop {number}"})
            self._add("mailbox", client, "/api/v1/mailboxes",
                      {"name": f"Post {number}", "address": f"post{number}@example.com"})
            # Nobody is known to have sent it, so it waits for people.
            self._add("mail", client, "/api/v1/mail/inbound",
                      f"Subject: Mail {number}\r\n\r\nWho am I?\r\n".encode(),
                      {"Content-Type": "message/rfc822"})
            self._add("savedReply", client, "/api/v1/saved-replies",
                      {"name": f"Thanks {number}", "text": "Thank you, {{customer.name}}!"})
        for number in range(24):
            made = client.open_conversation(f"seed{number}")
            self.ids["conversation"].append(made["id"])
            self.ids["customer"].append(made["customer"]["id"])
            self._add("message", client, f"{CONVERSATIONS}/{made['id']}/messages",
                      {"kind": "reply", "text": f"Answer {number}"})
            self._add("attachment", client, f"/api/v1/blobs?name=file{number}.txt",
                      f"Content {number}".encode(), {"Content-Type": "application/octet-stream"})
        for _ in range(8):
            survivor, other = self.ids["customer"].pop(), self.ids["customer"].pop()
            path = f"/api/v1/customers/{survivor}/merge"
            client.post(path, {"customer": other}).expect(201)
            self.merges.append((survivor, other))
        # A file goes with one message only.
        self._unsent = list(self.ids["attachment"])

    def _add(self, noun: str, client: Client, path: str, body, headers=None) -> None:
        self.ids[noun].append(client.post(path, body, headers=headers).expect(201).json["id"])

    def fill_path(self, values: dict, choice: random.Random) -> None:
        """Replaces the ids of a path, which are named after what they identify."""
        if "other" in values:
            values["customer"], values["other"] = choice.choice(self.merges)
            return
        for noun in values.keys() & self.ids.keys():
            values[noun] = choice.choice(self.ids[noun])

    def fill_body(self, body, choice: random.Random):
        """The body with existing ids, and with what no schema describes whole."""
        if not isinstance(body, dict):
            return body
        filled = {}
        for name, value in body.items():
            if name in self.ids and isinstance(value, str):
                value = choice.choice(self.ids[name])
            elif name == "attachments" and isinstance(value, list):
                value = [self._unsent.pop()] if value and self._unsent else []
            elif name == "until" and isinstance(value, str):
                value = in_two_hours()
            elif name == "email" and isinstance(value, str):
                value = f"person{choice.randrange(1 << 30)}@example.com"
            elif name == "address" and isinstance(value, str):
                value = f"post{choice.randrange(1 << 30)}@example.com"
            elif name == "host" and isinstance(value, str):
                value = "127.0.0.1"
            elif name == "aliases" and isinstance(value, list):
                value = []
            elif name == "signatures" and isinstance(value, dict):
                value = {"en": "Your team"}
            elif name == "colour" and isinstance(value, str):
                value = "#0b6e5f"
            elif name == "origins" and isinstance(value, list):
                value = ["https://shop.example"]
            else:
                value = self.fill_body(value, choice)
            filled[name] = value
        return filled


def in_two_hours() -> str:
    return (datetime.now(UTC) + timedelta(hours=2)).strftime("%Y-%m-%dT%H:%M:%S.000Z")
