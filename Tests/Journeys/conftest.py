"""What all journeys share: the program with a team and an inbox, and a browser."""

import os
import shutil
import sys
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

# The program is started and asked as the proofs do it.
sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "Proofs"))
for helper in ("client", "installation", "house", "desk_page", "chat_page"):
    pytest.register_assert_rewrite(helper)

from house import House
from installation import Installation
from postgres import new_database

CLUSTER = os.environ.get("RAPPORT_TEST_POSTGRES")
# A shared machine under load is slow at times; nothing that works waits this long.
PATIENCE_MILLISECONDS = 10_000


@pytest.fixture(scope="session")
def browser():
    """Debian's Chromium, without a screen."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"),
            # There is no sandbox for root, and little shared memory in containers.
            args=["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"],
        )
        yield browser
        browser.close()


@pytest.fixture
def open_browser(browser):
    """Makes a fresh browser profile: no cookies, nothing stored."""
    with ExitStack() as resources:

        def make(**options):
            context = browser.new_context(**{"locale": "en-GB", **options})
            context.set_default_timeout(PATIENCE_MILLISECONDS)
            resources.callback(context.close)
            return context

        yield make


def _house(folder, resources: ExitStack) -> House:
    installation = Installation(folder, None)
    resources.callback(installation.close)
    return resources.enter_context(House(installation))


@pytest.fixture(scope="module")
def shared_house(tmp_path_factory):
    """One server for the journeys of a module that do not stop it."""
    with ExitStack() as resources:
        yield _house(tmp_path_factory.mktemp("house"), resources)


@pytest.fixture
def house(tmp_path):
    """A server for one journey."""
    with ExitStack() as resources:
        yield _house(tmp_path, resources)


@pytest.fixture
def shared_database(tmp_path):
    """Installations on one PostgreSQL database, as many as are asked for."""
    if not CLUSTER:
        pytest.skip("RAPPORT_TEST_POSTGRES is not set")
    with ExitStack() as resources:
        address = resources.enter_context(new_database(CLUSTER))

        def make(name: str) -> Installation:
            folder = tmp_path / name
            folder.mkdir()
            installation = Installation(folder, address)
            resources.callback(installation.close)
            return installation

        yield make
