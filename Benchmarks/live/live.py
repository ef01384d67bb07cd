"""Measures the live desk; called by `run`, beside the modules of the benchmark `ground`."""

import argparse
import http.client
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from urllib.parse import urlencode

import limits
from server import ENVIRONMENT, Server, free_port

ROOT = Path(__file__).resolve().parents[2]
PROGRAMS = ROOT / ".build/release"
PASSWORD = "correct horse battery staple"
CONVERSATIONS = 60
# What the issue asks for, in milliseconds.
AIM = 250


def make(folder: Path) -> dict:
    """An installation with one administrator."""
    command = [str(PROGRAMS / "rapport"), "admin", "create", "--email", "ada@example.com",
               "--name", "Ada", "--password-stdin", "--data", str(folder / "data")]
    done = subprocess.run(command, input=PASSWORD, check=True, stdout=subprocess.PIPE, text=True,
                          env=ENVIRONMENT)
    return json.loads(done.stdout)


def post(port: int, path: str, body: str, headers: dict) -> tuple[http.client.HTTPResponse, bytes]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    connection.request("POST", path, body, headers)
    response = connection.getresponse()
    content = response.read()
    connection.close()
    return response, content


def sign_in(port: int) -> str:
    """The cookie of a session."""
    form = urlencode({"email": "ada@example.com", "password": PASSWORD})
    response, _ = post(port, "/sign-in", form, {"Content-Type": "application/x-www-form-urlencoded"})
    return response.getheader("Set-Cookie").split(";")[0]


def open_conversations(port: int, token: str) -> list[str]:
    ids = []
    for number in range(CONVERSATIONS):
        body = {"customer": {"email": f"c{number}@example.com", "name": f"Customer {number}"},
                "text": "Where is my parcel?"}
        headers = {"Authorization": f"Bearer {token}", "Content-Type": "application/json"}
        _, content = post(port, "/api/v1/conversations", json.dumps(body), headers)
        ids.append(json.loads(content)["id"])
    return ids


def page(port: int, cookie: str, seconds: float) -> dict:
    """Requests for the desk's page with a list of 50, by 32 clients."""
    command = ["wrk", "-t1", "-c32", f"-d{max(1, round(seconds))}s", "--latency", "-H",
               f"Cookie: {cookie}", f"http://127.0.0.1:{port}/desk/views/all"]
    subprocess.run([*command[:3], "-d1s", *command[4:]], check=True, stdout=subprocess.DEVNULL)
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    rate = next(line for line in done.stdout.splitlines() if line.startswith("Requests/sec"))
    if "Non-2xx" in done.stdout:
        raise RuntimeError(done.stdout)
    return {"perSecond": float(rate.split()[1])}


def follow(server: Server, cookie: str, token: str, ids: list[str], options, folder: Path) -> dict:
    """The desks that follow, and what they cost."""
    conversations, gate = folder / "conversations", folder / "gate"
    conversations.write_text("\n".join(ids))
    before = server.memory("VmRSS")
    process = subprocess.Popen(
        [str(PROGRAMS / "bench-live"), "--port", str(server.port), "--cookie", cookie, "--token",
         token, "--conversations", str(conversations), "--clients", str(options.clients),
         "--seconds", str(options.seconds), "--gate", str(gate)],
        stdout=subprocess.PIPE, text=True)
    while not gate.exists():
        if process.poll() is not None:
            raise RuntimeError("the clients ended early")
        time.sleep(0.1)
    connected = server.memory("VmRSS")
    gate.unlink()
    output, _ = process.communicate()
    result = json.loads(output)
    result["kilobytesPerClient"] = (connected - before) * 1024 / options.clients
    result["peakMegabytes"] = server.memory("VmHWM")
    return result


def main() -> None:
    parser = argparse.ArgumentParser(prog="bin/bench live")
    parser.add_argument("--clients", type=int, default=2000)
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--json", type=Path, default=ROOT / ".build/live.json")
    options = parser.parse_args()

    with tempfile.TemporaryDirectory(prefix="live.", dir=ROOT / ".build") as name:
        folder = Path(name)
        print("a bare route", file=sys.stderr)
        route = limits.route(PROGRAMS / "bench-limits", folder, 5)
        made = make(folder)
        port = free_port()
        command = [str(PROGRAMS / "rapport"), "serve", "--port", str(port), "--data",
                   str(folder / "data")]
        with Server(command, port, "/ready", folder / "server.log") as server:
            cookie = sign_in(port)
            ids = open_conversations(port, made["token"])
            print("the desk's page", file=sys.stderr)
            desk = page(port, cookie, 5)
            print(f"{options.clients} desks follow", file=sys.stderr)
            live = follow(server, cookie, made["token"], ids, options, folder)
    share = desk["perSecond"] / route.per_second
    met = live["p99"] <= AIM and live["arrived"] == live["expected"]
    print(f"""\
{options.clients} desks, 20 messages a second for {options.seconds} s
  arrived            {live['arrived']:,} of {live['expected']:,}
  sending to screen  p50 {live['p50']:.0f} ms, p99 {live['p99']:.0f} ms, most {live['most']:.0f} ms
  memory per desk    {live['kilobytesPerClient']:.1f} KB; {live['peakMegabytes']:.0f} MB at most
  aim                p99 at most {AIM} ms, none lost: {'met' if met else 'MISSED'}
The desk's page with 50 rows, 32 clients
  {desk['perSecond']:,.0f} a second, {share:.2f} of the bare route's {route.per_second:,.0f}""")
    options.json.write_text(json.dumps({"live": live, "page": desk, "route": route.per_second},
                                       indent=2) + "\n")
    print(f"written to {options.json}", file=sys.stderr)


if __name__ == "__main__":
    main()
