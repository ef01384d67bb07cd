"""Reads what `strace -f -yy -tt` wrote, so far as the proofs need it."""

import re
import sys
from dataclasses import dataclass
from pathlib import Path

CALLS = "fsync,fdatasync,write,writev,sendto,sendmsg,pwrite64"

_BEGUN = re.compile(
    r"(?P<thread>\d+) +[\d:.]+ (?P<name>\w+)\(\d+<(?P<file>.*?)>(?=[,) ])(?P<text>.*)"
)
_RESUMED = re.compile(r"(?P<thread>\d+) +[\d:.]+ <\.\.\. (?P<name>\w+) resumed>")
_UNFINISHED = "<unfinished ...>"


@dataclass
class Call:
    """A system call; its begin and end count the lines of the trace, so they are in order."""

    name: str
    # A path, or for a connection `TCP:[own address->other address]`.
    file: str
    text: str
    begin: int
    # Beyond every line where the trace does not show it.
    end: int = sys.maxsize

    @property
    def is_sync(self) -> bool:
        return self.name in ("fsync", "fdatasync")


def read_trace(path: Path) -> list[Call]:
    calls: list[Call] = []
    waiting: dict[str, Call] = {}
    for number, line in enumerate(path.read_text(errors="replace").splitlines()):
        if begun := _BEGUN.match(line):
            call = Call(begun["name"], begun["file"], begun["text"], number)
            calls.append(call)
            if line.endswith(_UNFINISHED):
                waiting[begun["thread"]] = call
            else:
                call.end = number
        elif resumed := _RESUMED.match(line):
            if call := waiting.pop(resumed["thread"], None):
                call.end = number
    return calls
