"""What all proofs share: the engines, fresh installations, and a running server."""

import os
from contextlib import ExitStack
from dataclasses import dataclass

import pytest

# Their assertions are to say as much as those of the proofs themselves.
pytest.register_assert_rewrite("client", "event_stream", "installation", "load", "post")

from client import Client
from installation import Installation, Server
from postgres import new_database

CLUSTER = os.environ.get("RAPPORT_TEST_POSTGRES")
ENGINES = ["sqlite", "postgres"] if CLUSTER else ["sqlite"]


@pytest.fixture(scope="session", params=["sqlite", "postgres"])
def engine(request) -> str:
    """Each engine in turn; PostgreSQL only where there is a cluster to use."""
    if request.param not in ENGINES:
        pytest.skip("RAPPORT_TEST_POSTGRES is not set")
    return request.param


def _installations(folder, resources: ExitStack):
    made = 0

    def make(engine: str) -> Installation:
        nonlocal made
        made += 1
        place = folder / f"installation-{made}"
        place.mkdir()
        database = (
            resources.enter_context(new_database(CLUSTER)) if engine == "postgres" else None
        )
        installation = Installation(place, database)
        resources.callback(installation.close)
        return installation

    return make


@pytest.fixture
def install(tmp_path):
    """Makes an empty installation on the engine it is given."""
    with ExitStack() as resources:
        yield _installations(tmp_path, resources)


@pytest.fixture
def installation(install, engine) -> Installation:
    return install(engine)


@dataclass(frozen=True)
class Running:
    """A server with one administrator."""

    installation: Installation
    server: Server
    token: str
    admin: dict

    def client(self) -> Client:
        return self.server.client(self.token)

    def events(self, after: str = "0") -> list[dict]:
        """All that has been committed until now."""
        self.installation.await_numbering()
        with self.client() as client:
            return client.events(after)


def start(installation: Installation) -> Running:
    admin = installation.create_admin()
    return Running(installation, installation.serve(), admin["token"], admin)


@pytest.fixture
def running(installation) -> Running:
    return start(installation)


@pytest.fixture(scope="module")
def shared_running(engine, tmp_path_factory):
    """One server for all proofs of a module that leave it as they find it."""
    with ExitStack() as resources:
        make = _installations(tmp_path_factory.mktemp("shared"), resources)
        running = start(make(engine))
        yield running
        running.server.stop()


@pytest.fixture
def client(running):
    with running.client() as client:
        yield client
