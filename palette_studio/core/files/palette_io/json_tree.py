"""JSON of strangers, bounded."""

from __future__ import annotations

import json
import math
from typing import Any

from palette_studio.core.files.palette_io.source import MOST_TEXT, UnreadableError

MOST_PARTS = 250_000  # lists and objects; some three for each of 65,536 colors


def tree(text: str) -> Any:
    """Return the value.

    Raises ValueError, with the line, for what is no JSON, and UnreadableError if it is too large.
    """
    if len(text) > MOST_TEXT or text.count("{") + text.count("[") > MOST_PARTS:
        raise UnreadableError("is JSON of more parts than any palette has. Take the colors out of it first.")
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        raise ValueError(f"it is no JSON from line {error.lineno} on ({error.msg})") from error
    except ValueError as error:
        raise ValueError("it has a number that is too long") from error
    except RecursionError as error:
        raise ValueError("it is nested too deeply") from error


def number(value: Any) -> float | None:
    """Return a value as a float if it is a finite number, and no truth value."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    try:
        value = float(value)
    except OverflowError:
        return None
    return value if math.isfinite(value) else None
