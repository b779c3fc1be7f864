"""The interface does what its description says: asked by a program that reads nothing else."""

from __future__ import annotations

from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis.checks import load_all_checks
from schemathesis.core.failures import Failure
from schemathesis.specs.openapi.checks import positive_data_acceptance

from api.app import create_app
from graph.store import Generation

#: Enough for each parameter to be left out, well and badly formed.
EXAMPLES = 12


@pytest.fixture(scope="module")
def schema(generation: Generation) -> Any:
    load_all_checks()
    return schemathesis.openapi.from_asgi("/openapi.json", create_app(generation))


def test_every_operation_answers_as_described_whatever_it_is_asked(schema: Any) -> None:
    """No answer of 500 or more, no status, media type or form that is not described.

    Days in the wrong order, cursors that no answer gave and codes that no list holds are refused
    with 400, which no schema can tell beforehand: of all checks that one is left out.
    """
    faults: dict[str, str] = {}
    operations = [result.ok() for result in schema.get_all_operations()]
    assert len(operations) > 30
    for operation in operations:
        ask(operation, faults)
    assert not faults, "\n\n".join(faults.values())


def ask(operation: Any, faults: dict[str, str]) -> None:
    """Put generated questions to one operation, and keep the first fault of each kind."""

    @settings(
        max_examples=EXAMPLES,
        deadline=None,
        database=None,
        derandomize=True,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(case=operation.as_strategy())
    def one(case: Any) -> None:
        try:
            case.call_and_validate(excluded_checks=[positive_data_acceptance])
        except Failure as failure:
            faults.setdefault(f"{operation.label} {failure.title}", str(failure))
        except BaseExceptionGroup as failures:
            for failure in failures.exceptions:
                faults.setdefault(f"{operation.label} {failure}", f"{operation.label}: {failure}")

    one()


def test_every_reference_of_the_description_leads_somewhere(schema: Any) -> None:
    document = schema.raw_schema
    for reference in references(document):
        found: Any = document
        for step in reference.removeprefix("#/").split("/"):
            found = found[step]
        assert found


def references(part: Any) -> set[str]:
    if isinstance(part, dict):
        own = {part["$ref"]} if isinstance(part.get("$ref"), str) else set()
        return own.union(*map(references, part.values()))
    return set().union(*map(references, part)) if isinstance(part, list) else set()


def test_the_description_promises_no_status_that_is_never_sent(schema: Any) -> None:
    statuses = {
        status
        for path in schema.raw_schema["paths"].values()
        for operation in path.values()
        for status in operation["responses"]
    }
    assert "422" not in statuses
    assert {"200", "400", "404", "429"} <= statuses
