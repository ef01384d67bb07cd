"""The API does what its document says, for whatever the document allows and for the rest."""

import random
import re
from collections import defaultdict

import hypothesis
import pytest
import schemathesis
from hypothesis import HealthCheck, Phase
from hypothesis import strategies as st
from schemathesis import GenerationMode
from schemathesis.core.failures import FailureGroup
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    negative_data_rejection,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)
from schemathesis.checks import not_a_server_error

from seeds import Seeds

SEED = 20261122
EXAMPLES = {GenerationMode.POSITIVE: 25, GenerationMode.NEGATIVE: 15}
REACHED_SHARE = 0.9
# Without end, and so proved on its own.
ENDLESS = "/api/v1/events/stream"

CONFORMANCE = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
]
CHECKS = {
    GenerationMode.POSITIVE: CONFORMANCE,
    GenerationMode.NEGATIVE: [*CONFORMANCE, negative_data_rejection],
}


class Examination:
    """Sends what is generated for each operation, and keeps what came of it."""

    def __init__(self, url: str, token: str, seeds: Seeds):
        self.statuses: dict[str, set[int]] = defaultdict(set)
        self.failures: dict[str, str] = {}
        self._url, self._seeds = url, seeds
        self._headers = {"Authorization": f"Bearer {token}"}

    def examine(self, operation, mode: GenerationMode) -> None:
        @hypothesis.seed(SEED)
        @hypothesis.settings(max_examples=EXAMPLES[mode], deadline=None, database=None,
                             phases=[Phase.generate], suppress_health_check=list(HealthCheck))
        @hypothesis.given(case=operation.as_strategy(generation_mode=mode),
                          choice=st.integers(0, 1 << 30))
        def send(case, choice):
            self._send(case, random.Random(choice), mode)

        send()

    def _send(self, case, choice: random.Random, mode: GenerationMode) -> None:
        # Three of four meet something that exists; the others prove what absence is answered.
        if mode is GenerationMode.POSITIVE and choice.random() < 0.75:
            self._seeds.fill_path(case.path_parameters or {}, choice)
            case.headers.pop("Idempotency-Key", None)
            case.body = self._seeds.fill_body(case.body, choice)
        response = case.call(base_url=self._url, headers=self._headers)
        self.statuses[case.operation.label].add(response.status_code)
        try:
            case.validate_response(response, checks=CHECKS[mode], headers=self._headers)
        except FailureGroup as group:
            for failure in group.exceptions:
                name = f"{case.operation.label}: {failure.title} ({response.status_code})"
                self.failures.setdefault(name, f"{failure.message}\n{case.as_curl_command()}\n"
                                               f"{response.text[:600]}")


@pytest.fixture(scope="module")
def seeds(shared_running) -> Seeds:
    with shared_running.client() as client:
        return Seeds(client)


@pytest.mark.timeout(900)
def test_every_operation_keeps_its_word(shared_running, seeds):
    """Promise: no 5xx, no answer that the document does not declare, bodies as it describes them.

    At least nine of ten operations succeed at least once, so that not only refusals are proved.

    Seen to fail on a 404 for an unknown agent that `POST /api/v1/tokens` did not declare.
    """
    url = f"http://127.0.0.1:{shared_running.server.port}"
    schema = schemathesis.openapi.from_url(f"{url}/api/openapi.json")
    operations = [result.ok() for result in schema.get_all_operations()]
    operations = [one for one in operations if one.path != ENDLESS]
    # What destroys comes last, so that all others still find what they need.
    operations.sort(key=lambda one: one.method.upper() == "DELETE")

    examination = Examination(url, shared_running.token, seeds)
    for operation in operations:
        for mode in GenerationMode:
            examination.examine(operation, mode)

    problems = [f"{name}\n{detail}" for name, detail in examination.failures.items()]
    assert not problems, f"{len(problems)} kinds of failure\n\n" + "\n\n".join(problems)
    reached = [name for name, statuses in examination.statuses.items()
               if any(200 <= status < 300 for status in statuses)]
    missed = {name: sorted(statuses) for name, statuses in examination.statuses.items()
              if name not in reached}
    print(f"{len(reached)} of {len(operations)} operations reached a 2xx; not: {missed}")
    assert len(reached) >= REACHED_SHARE * len(operations), missed


def test_the_document_is_closed(shared_running):
    """Promise: every object in the document lists its members and says which are required.

    Not yet seen to fail by a change of the program.
    """
    with shared_running.server.client() as client:
        document = client.get("/api/openapi.json").expect(200).json
    assert document["openapi"].startswith("3.1")
    assert ENDLESS in document["paths"]

    def open_objects(place: str, node) -> list[str]:
        if isinstance(node, list):
            return [found for index, item in enumerate(node)
                    for found in open_objects(f"{place}/{index}", item)]
        if not isinstance(node, dict):
            return []
        found = []
        if node.get("type") == "object" and "additionalProperties" not in node:
            found.append(place)
        for name, value in node.items():
            found += open_objects(f"{place}/{name}", value)
        return found

    assert open_objects("", document["components"]["schemas"] | {"paths": document["paths"]}) == []


METHODS = ("get", "put", "post", "patch", "delete")


@pytest.fixture(scope="module")
def operations(shared_running) -> list[tuple[str, str, dict]]:
    """Method, path with the number 1 for each id, and declaration of every operation."""
    with shared_running.server.client() as client:
        paths = client.get("/api/openapi.json").expect(200).json["paths"]
    return [(method.upper(), re.sub(r"\{\w+\}", "1", path), operation)
            for path, operations in paths.items()
            for method, operation in operations.items() if method in METHODS]


def test_every_operation_declares_its_refusals(shared_running, operations):
    """Promise: without a token each answers 401 and says so; every 4xx and 5xx is a problem.

    Not yet seen to fail by a change of the program.
    """
    with shared_running.server.client() as client:
        for method, path, operation in operations:
            assert "401" in operation["responses"], f"{method} {path}"
            for status, response in operation["responses"].items():
                if status[0] in "45":
                    assert list(response["content"]) == ["application/problem+json"]
            assert client.request(method, path).status == 401, f"{method} {path}"


def test_a_body_where_none_is_declared(shared_running, operations):
    """Promise: a client that always sends a body is answered as the document says.

    Seen to fail: it found that every operation without a body refused one with 413, undeclared.
    """
    with shared_running.client() as client:
        for method, path, operation in operations:
            if "requestBody" in operation or path == ENDLESS:
                continue
            answer = client.request(method, path, {"unasked": "for"})
            assert str(answer.status) in operation["responses"], f"{method} {path}: {answer}"
