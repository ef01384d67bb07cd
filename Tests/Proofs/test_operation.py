"""Starting, stopping, backing up, and being refused clearly."""

import json
import re
import ssl
import subprocess
import time
from http.client import HTTPException

import pytest

from client import CONVERSATIONS, Client
from conftest import ENGINES
from load import Ledger, Load, repeat

FUTURE = "9999-01-01-00-future"
CONTENT = bytes(range(256)) * 64


def wait_for(condition, seconds: float = 10) -> None:
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.02)


def require_refusal(done: subprocess.CompletedProcess, *words: str) -> None:
    """Ended with an error that says these words, and nothing else."""
    assert done.returncode not in (0, -6, -11, 139), done.stderr
    assert done.stdout == ""
    for word in words:
        assert word.lower() in done.stderr.lower(), done.stderr
    assert "Fatal error" not in done.stderr


def everything(client: Client) -> list:
    """All that the API shows of an account's conversations."""
    return [(conversation, client.all(f"{CONVERSATIONS}/{conversation['id']}/messages"))
            for conversation in client.conversations()]


# Stopping


def test_a_stop_under_load_is_clean(running):
    """Promise: SIGTERM ends the server within 10 seconds, with all that it acknowledged kept.

    Not yet seen to fail by a change of the program.
    """
    ledger = Ledger()
    load = Load(running.server.port, running.token, ledger, threads=16)
    load.wait_for(200)
    running.server.terminate()
    running.server.wait(10)
    load.stop()

    server = running.installation.serve()
    with server.client(running.token) as client:
        repeat(load.unanswered, client, ledger)
        ledger.verify(client)
    running.installation.doctor()


def test_a_stop_answers_what_it_has_begun(running):
    """Promise: a request whose body is still coming when SIGTERM arrives is answered.

    Not yet seen to fail by a change of the program.
    """
    body = json.dumps({"customer": {"email": "slow@example.com", "name": "S"}, "text": "slow",
                       "channel": "api"}).encode()
    with running.client() as client, running.client() as watcher:
        def chunks():
            yield body[:20]
            # A request that the server has not yet begun to read may be turned away.
            wait_for(lambda: active_requests(watcher) > 1)
            running.server.terminate()
            time.sleep(0.5)
            yield body[20:]

        made = client.post(CONVERSATIONS, chunks()).expect(201).json
    running.server.wait(10)
    with running.installation.serve().client(running.token) as client:
        assert [item["id"] for item in client.conversations()] == [made["id"]]


def active_requests(client) -> int:
    """How many requests the server is at work on, the one that asks included."""
    page = client.get("/metrics").expect(200).body
    return int(re.search(rb"^rapport_http_requests_active (\d+)", page, re.MULTILINE)[1])


def test_an_interrupt_stops_it_too(running):
    """Promise: Ctrl-C is as clean as SIGTERM.

    Not yet seen to fail by a change of the program.
    """
    running.server.process.send_signal(2)
    running.server.wait(10)


# Backup and restore


@pytest.mark.parametrize("target", ["sqlite", "postgres"])
def test_a_backup_is_restored_on_either_engine(running, client, install, tmp_path, target):
    """Promise: a backup holds everything, files and tokens included, and fits either engine.

    Seen to fail when a backup left out the contents of files.
    """
    if target not in ENGINES:
        pytest.skip("RAPPORT_TEST_POSTGRES is not set")
    for number in range(20):
        client.open_conversation(f"kept{number}")
    blob = client.post("/api/v1/blobs?name=all.bin", CONTENT,
                       headers={"Content-Type": "application/octet-stream"}).expect(201).json["id"]
    path = f"{CONVERSATIONS}/{client.conversations()[0]['id']}"
    client.post(f"{path}/messages", {"kind": "note", "text": "file", "attachments": [blob]})
    client.request("PUT", f"{path}/resolution").expect(200, 201, 204)
    kept, events = everything(client), running.events()

    file = tmp_path / "backup"
    done = running.installation.run("backup", str(file))
    assert done.returncode == 0, done.stderr
    client.open_conversation("later")

    restored = install(target)
    done = restored.run("restore", str(file))
    assert done.returncode == 0, done.stderr
    restored.doctor()
    with restored.serve().client(running.token) as after:
        restored.await_numbering()
        assert everything(after) == kept
        assert after.events() == events
        assert after.get(f"/api/v1/attachments/{blob}").expect(200).body == CONTENT
        found = after.get("/api/v1/search", q="kept7").expect(200).json["items"]
        assert found
        # Numbers, ids and positions go on from where they were.
        made = after.open_conversation("after")
        assert made["number"] == max(item["number"] for item, _ in kept) + 1
        assert made["id"] not in {item["id"] for item, _ in kept}
        restored.await_numbering()
        assert after.events()[: len(events)] == events
        assert len(after.events()) > len(events)
    restored.doctor()


def test_a_backup_under_load_is_consistent(running, install, tmp_path):
    """Promise: a backup beside a busy server is one moment of it: whole and without orphans.

    Seen to fail on a program whose PostgreSQL backups could not be restored.
    """
    ledger = Ledger()
    load = Load(running.server.port, running.token, ledger, threads=8)
    load.wait_for(200)
    with ledger.lock:
        before = set(ledger.conversations.values())
    file = tmp_path / "backup"
    done = running.installation.run("backup", str(file))
    load.stop()
    assert done.returncode == 0, done.stderr

    restored = install("sqlite")
    done = restored.run("restore", str(file))
    assert done.returncode == 0, done.stderr
    restored.doctor()
    with restored.serve().client(running.token) as client:
        kept = {item["id"]: item for item in client.conversations()}
        assert before <= set(kept) <= set(ledger.conversations.values())
        for id, item in kept.items():
            messages = client.all(f"{CONVERSATIONS}/{id}/messages")
            assert len(messages) == item["messageCount"]


def test_restore_into_something_is_refused(running, client, tmp_path):
    """Promise: a restore never writes over anything.

    Seen to fail when a restore did not look whether there are accounts.
    """
    client.open_conversation("precious")
    file = tmp_path / "backup"
    assert running.installation.run("backup", str(file)).returncode == 0
    client.open_conversation("dearer")
    before = everything(client)
    running.server.stop()

    require_refusal(running.installation.run("restore", str(file)), "empty")
    with running.installation.serve().client(running.token) as after:
        assert everything(after) == before


@pytest.mark.parametrize("damage", ["absent", "empty", "foreign", "cut"])
def test_restore_of_no_backup_is_refused(running, client, install, engine, tmp_path, damage):
    """Promise: what is no whole backup is refused, and the target stays as empty as it was.

    Seen to fail on a program whose PostgreSQL backups could not be restored.
    """
    file, whole = tmp_path / "backup", tmp_path / "whole"
    client.open_conversation("kept")
    assert running.installation.run("backup", str(whole)).returncode == 0
    contents = {"empty": b"", "foreign": b"hello\n" * 1000,
                "cut": whole.read_bytes()[: whole.stat().st_size // 2]}
    if damage in contents:
        file.write_bytes(contents[damage])
    target = install(engine)
    require_refusal(target.run("restore", str(file)))

    done = target.run("restore", str(whole))
    assert done.returncode == 0, done.stderr
    target.doctor()


# Refusals at the start


@pytest.mark.parametrize("name, value, needed", [
    ("port", "abc", "0 to 65535"),
    ("port", "65536", "0 to 65535"),
    ("log-level", "loud", "info"),
    ("database-connections", "0", "1 to 100"),
    ("trusted-proxies", "everyone", "10.0.0.0/8"),
    ("public-url", "ftp://example.com", "https://"),
    ("tls-certificate", "/nowhere.pem", "readable"),
])
@pytest.mark.parametrize("way", ["option", "variable"])
def test_a_wrong_setting_is_refused(install, way, name, value, needed):
    """Promise: a wrong value ends the start, with its name, what was found, what would be right.

    Seen to fail against a stand-in that does not read variables.
    """
    installation = install("sqlite")
    variable = "RAPPORT_" + name.upper().replace("-", "_")
    if way == "option":
        done = installation.run("serve", f"--{name}", value)
    else:
        done = installation.run("serve", **{variable: value})
    require_refusal(done, name if way == "option" else variable, value, needed)
    assert not installation.data.exists()


def test_a_wrong_database_is_refused_without_its_password(install):
    """Promise: an address that can hold a password is not repeated.

    Seen to fail against a stand-in that does not read variables.
    """
    installation = install("sqlite")
    done = installation.run("serve", "--port", "0", RAPPORT_DATABASE="mysql://root:hush@host/name")
    require_refusal(done, "RAPPORT_DATABASE", "postgres://")
    assert "hush" not in done.stderr


def test_a_newer_database_is_refused(running, client):
    """Promise: a program does not touch what a newer one has written.

    Seen to fail when unknown migrations were let pass.
    """
    client.open_conversation("old")
    running.server.stop()
    installation = running.installation
    installation.sql(f"INSERT INTO migration (name, applied_at) VALUES ('{FUTURE}', 0)")
    for command in (("serve", "--port", "0"), ("doctor",), ("migrate",)):
        require_refusal(installation.run(*command), "newer", FUTURE)
    installation.sql(f"DELETE FROM migration WHERE name = '{FUTURE}'")
    with installation.serve().client(running.token) as after:
        assert len(after.conversations()) == 1


def test_an_address_in_use_is_refused(running):
    """Promise: a second server on the same port ends at once and says why.

    Seen to fail on a message that did not name the port.
    """
    port = str(running.server.port)
    require_refusal(running.installation.run("serve", "--port", port), port)


def test_an_administrator_twice(installation):
    """Promise: `admin create` with a known address is refused clearly, and changes nothing.

    Seen to fail against a stand-in that refused without naming what is taken.
    """
    first = installation.create_admin()
    done = installation.run(
        *("admin", "create", "--email", "admin@example.com", "--name", "Eve", "--password-stdin"),
        *("--account", "Proofs"),
        stdin="another password",
    )
    require_refusal(done, "address")
    with installation.serve().client(first["token"]) as client:
        [agent] = client.all("/api/v1/agents")
        assert agent["id"] == first["agent"]
        assert agent["name"] == "Ada"


@pytest.mark.parametrize("email, password", [("nobody", "long enough password"),
                                             ("a@example.com", "")])
def test_an_administrator_that_is_none(installation, email, password):
    """Promise: a malformed address and an empty password make no administrator.

    Not yet seen to fail by a change of the program.
    """
    done = installation.run("admin", "create", "--email", email, "--name", "Ada",
                            "--password-stdin", stdin=password)
    require_refusal(done)


# Running


def test_an_administrator_is_made_beside_the_server(running):
    """Promise: the command line works on a database that a server has open.

    Not yet seen to fail by a change of the program.
    """
    other = running.installation.create_admin("second@example.com")
    assert other["account"] == running.admin["account"]
    assert other["agent"] != running.admin["agent"]
    with running.server.client(other["token"]) as client:
        made = client.open_conversation("beside")
    with running.client() as client:
        assert [item["id"] for item in client.conversations()] == [made["id"]]
    running.installation.doctor()


def test_accounts_do_not_see_each_other(running, client):
    """Promise: what belongs to another account is answered exactly like what does not exist.

    Seen to fail when lists showed conversations of every account.
    """
    other = running.installation.create_admin("other@example.com", "Other")
    assert other["account"] != running.admin["account"]
    theirs = client.open_conversation("theirs")
    with running.server.client(other["token"]) as foreign:
        assert foreign.conversations() == []
        assert foreign.all("/api/v1/customers") == []
        assert foreign.get("/api/v1/search", q="theirs").expect(200).json["items"] == []
        running.installation.await_numbering()
        assert not [event for event in foreign.events() if event["conversation"]]
        absent = str(int(theirs["id"]) + 1)
        for method, end, body in (
            ("GET", "", None), ("GET", "/messages", None), ("PATCH", "", {"priority": "low"}),
            ("POST", "/messages", {"kind": "note", "text": "x"}), ("PUT", "/resolution", None),
        ):
            answers = [foreign.request(method, f"{CONVERSATIONS}/{id}{end}", body)
                       for id in (theirs["id"], absent)]
            assert [answer.status for answer in answers] == [404, 404]
            assert answers[0].body == answers[1].body
        # Numbers begin at one in each account.
        assert foreign.open_conversation("own")["number"] == 1
    assert client.get(f"{CONVERSATIONS}/{theirs['id']}").expect(200).json == theirs


def test_health_and_readiness(running):
    """Promise: both answer without a token, and readiness ends with the database.

    Not yet seen to fail by a change of the program.
    """
    with running.server.client() as client:
        client.get("/health").expect(200)
        client.get("/ready").expect(200)


SAMPLE = re.compile(r'[a-zA-Z_:][\w:]*(\{(\w+="(\\.|[^"\\])*",?)*\})? (\S+)( \d+)?')


def samples(client: Client) -> dict[str, float]:
    answer = client.get("/metrics").expect(200)
    assert answer.headers["Content-Type"].startswith("text/plain")
    found = {}
    for line in answer.body.decode().splitlines():
        if line and not line.startswith("#"):
            match = SAMPLE.fullmatch(line)
            assert match, line
            found[line[: match.start(4) - 1]] = float(match[4])
    return found


def test_metrics(running, client):
    """Promise: /metrics is Prometheus text, counts what happens, and names no one.

    Seen to fail against a stand-in without metrics.
    """
    before = samples(client)
    made = [client.open_conversation(f"counted{number}") for number in range(7)]
    after = samples(client)
    assert sum(1 for name in after if after[name] >= before.get(name, 0) + 7) >= 1
    text = client.get("/metrics").body.decode()
    for word in (made[0]["id"], "counted0", "example.com"):
        assert word not in text
    for subject in ("http", "queue", "consumer"):
        assert subject in text


def test_tls(installation, tmp_path):
    """Promise: with a certificate HTTPS is spoken, and nothing else.

    Seen to fail against a stand-in that spoke plain HTTP.
    """
    certificate, key = tmp_path / "certificate.pem", tmp_path / "key.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2",
         "-subj", "/CN=localhost", "-addext", "subjectAltName=IP:127.0.0.1",
         "-keyout", str(key), "-out", str(certificate)],
        check=True, capture_output=True,
    )
    token = installation.create_admin()["token"]
    server = installation.serve("--tls-certificate", str(certificate), "--tls-key", str(key))
    trusting = ssl.create_default_context(cafile=str(certificate))

    def is_ready() -> bool:
        try:
            with Client(server.port, tls=trusting) as client:
                return client.get("/ready").status == 200
        except ConnectionRefusedError:
            return False

    wait_for(is_ready)
    with Client(server.port, token, tls=trusting) as client:
        made = client.open_conversation("secret")
        assert client.get(f"{CONVERSATIONS}/{made['id']}").expect(200).json == made
    with pytest.raises((OSError, HTTPException)), Client(server.port, token) as plain:
        plain.get("/health")
    server.stop()


def test_nothing_personal_in_the_log(running, client):
    """Promise: the log can be shown to anybody.

    Not yet seen to fail by a change of the program.
    """
    client.open_conversation("private-mark")
    client.post(CONVERSATIONS, {"text": "private-mark", "private-member": 1}).expect(400, 422)
    client.get("/api/v1/search", q="private-mark").expect(200)
    running.server.stop()
    log = running.server.log.read_text()
    for word in ("private-mark", "Papadopoulou", running.token, "correct horse"):
        assert word not in log
