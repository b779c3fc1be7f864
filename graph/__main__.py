"""The command line: what went wrong in words, and the exit codes 0, 1 (data), 2 (call)."""

from __future__ import annotations

import sys

from graph.cli import app
from graph.errors import DataError, NoDatasetError, QueryError, ShezhireError


def main() -> None:
    """Run one command; expected errors go to standard error as words, without a traceback."""
    try:
        app()
    except (NoDatasetError, QueryError) as error:
        _stop(str(error), 2)
    except DataError as error:
        _stop(str(error), 1)
    except ShezhireError as error:
        _stop(str(error), 2)
    except OSError as error:
        _stop(f"{error.filename or 'system'}: {error.strerror or error}", 2)


def _stop(words: str, code: int) -> None:
    print(f"shezhire: {words}", file=sys.stderr)
    sys.exit(code)


if __name__ == "__main__":
    main()
