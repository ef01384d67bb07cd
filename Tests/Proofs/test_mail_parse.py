"""`rapport mail parse` says all that the contract names, and says in words what is no mail."""

import base64
import hashlib
import json
import subprocess

import pytest
from installation import BINARY, ENVIRONMENT, ROOT

KEYS = {
    "messageID", "inReplyTo", "references", "date", "from", "to", "cc", "replyTo", "subject",
    "text", "html", "reply", "quoted", "signature", "attachments", "automatic", "bounce",
}  # fmt: skip
SAMPLES = ROOT.parent / "shared/data/mail"


def parse(source: bytes) -> subprocess.CompletedProcess:
    command = [BINARY, "mail", "parse"]
    return subprocess.run(command, input=source, capture_output=True, timeout=60, env=ENVIRONMENT)


def read(source: bytes) -> dict:
    done = parse(source)
    assert done.returncode == 0, done.stderr.decode()
    lines = done.stdout.decode().splitlines()
    assert len(lines) == 1
    return json.loads(lines[0])


def test_everything_is_told_of_a_mail():
    file = bytes(range(256))
    mail = read(
        b"Message-ID: <2@shop.example>\r\nIn-Reply-To: <1@shop.example>\r\n"
        b"References: <0@shop.example> <1@shop.example>\r\n"
        b"Date: Mon, 5 Jan 2026 10:00:00 +0200\r\nFrom: Eleni <eleni@sea.example>\r\n"
        b"To: support@shop.example\r\nCc: Nikos <nikos@sea.example>\r\n"
        b"Reply-To: other@sea.example\r\nSubject: =?utf-8?q?B=C3=B6se?=\r\n"
        b"Content-Type: multipart/mixed; boundary=x\r\n\r\n"
        b"--x\r\n\r\nThanks.\r\n\r\nOn Sun, 4 Jan 2026, Ada <support@shop.example> wrote:\r\n"
        b"> Here it is.\r\n\r\n-- \r\nEleni\r\n"
        b"--x\r\nContent-Type: image/png\r\nContent-ID: <p@q>\r\n"
        b'Content-Disposition: inline; filename="a.png"\r\n'
        b"Content-Transfer-Encoding: base64\r\n\r\n"
        + base64.encodebytes(file)
        + b"--x--\r\n"
    )
    assert set(mail) == KEYS
    assert (mail["messageID"], mail["inReplyTo"]) == ("2@shop.example", "1@shop.example")
    assert mail["references"] == ["0@shop.example", "1@shop.example"]
    assert mail["date"] == "2026-01-05T08:00:00Z"
    assert mail["from"] == {"name": "Eleni", "address": "eleni@sea.example"}
    assert mail["to"] == [{"name": None, "address": "support@shop.example"}]
    assert [person["name"] for person in mail["cc"]] == ["Nikos"]
    assert [person["address"] for person in mail["replyTo"]] == ["other@sea.example"]
    assert mail["subject"] == "Böse" and mail["reply"] == "Thanks."
    assert "Here it is." in mail["quoted"] and "Eleni" in mail["signature"]
    assert mail["attachments"] == [
        {
            "name": "a.png", "type": "image/png", "size": 256, "inline": True, "contentID": "p@q",
            "sha256": hashlib.sha256(file).hexdigest(),
        }
    ]  # fmt: skip
    assert mail["html"] is None and mail["automatic"] is False and mail["bounce"] is None


def test_what_a_mail_lacks_is_null():
    mail = read(b"X-Other: y\n\n")
    assert set(mail) == KEYS
    empty = {name: value for name, value in mail.items() if value is not None}
    lists = {name: [] for name in ("references", "to", "cc", "replyTo", "attachments")}
    assert empty == lists | {"automatic": False}


def test_scripts_are_left_out_of_the_page():
    mail = read(
        b"From: a@b.example\nContent-Type: text/html\n\n<p onclick=x()>Hi<script>x()</script></p>"
    )
    assert "Hi" in mail["html"] and "script" not in mail["html"] and "onclick" not in mail["html"]


@pytest.mark.parametrize("source", [b"", b"\n\n\n", b"\xff\xfe" * 99, b"no mail at all"])
def test_what_is_no_mail_is_named(source):
    done = parse(source)
    assert done.returncode not in (0, -6, -11) and done.stdout == b""
    assert b"input" in done.stderr


@pytest.mark.skipif(not SAMPLES.is_dir(), reason="the samples are not there")
@pytest.mark.timeout(600)
def test_every_sample_is_read():
    paths = sorted(SAMPLES.rglob("*.eml"))[::8]
    assert paths
    for path in paths:
        mail = read(path.read_bytes())
        assert set(mail) == KEYS, path
        assert mail["bounce"] is None or set(mail["bounce"]) == {
            "recipient", "recipients", "status", "action", "originalMessageID",
        }  # fmt: skip
