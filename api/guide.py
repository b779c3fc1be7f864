"""The description of the interface, as OpenAPI has it, made to say what is really answered."""

from __future__ import annotations

from typing import Any

from fastapi import FastAPI

from api.models import Problem

#: FastAPI tells of it wherever there are parameters; here they are answered with 400.
_NEVER_SENT = "422"
_ITS_FORMS = ("HTTPValidationError", "ValidationError")


def describe_truly(app: FastAPI) -> None:
    """Let the application mend its description when it is first asked for it."""
    made = app.openapi

    def openapi() -> dict[str, Any]:
        new = app.openapi_schema is None
        document = made()
        if new:
            _mend(document)
        return document

    # The way that FastAPI itself tells of for a description of one's own.
    app.openapi = openapi  # type: ignore[method-assign]


def _mend(document: dict[str, Any]) -> None:
    schemas = document["components"]["schemas"]
    schemas[Problem.__name__] = Problem.model_json_schema()
    for name in _ITS_FORMS:
        schemas.pop(name, None)
    for path in document["paths"].values():
        for operation in path.values():
            operation["responses"].pop(_NEVER_SENT, None)
