"""Fields: a JSON object of strangers, read key by key; every complaint names the place."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

Read = TypeVar("Read")
MOST_TEXT = 10_000  # characters of a name


class Fields:
    """The keys of one object. A key that is missing, or null, gives what is usual for it.

    Every reading raises ValueError, in words for a person, for a value of another kind or out of its range.
    """

    def __init__(self, value: object, place: str = "") -> None:
        if not isinstance(value, dict):
            raise ValueError(f"{place or 'the whole'} should be an object in braces, not {_said(value)}")
        self._value: dict[str, Any] = value
        self._place = place
        self._known: set[str] = set()

    def raw(self, key: str) -> Any:
        """Return the value of a key as JSON has it, None where there is none."""
        self._known.add(key)
        return self._value.get(key)

    def check_all_known(self) -> None:
        """Raise ValueError for a key that nobody asked for: a slip of the pen must not pass in silence."""
        unknown = sorted(set(self._value) - self._known)
        if unknown:
            known = ", ".join(sorted(self._known))
            raise ValueError(f"{self._at(unknown[0])} is no key that it knows; there are {known}")

    def text(self, key: str, usual: str = "") -> str:
        value = self.raw(key)
        if value is None:
            return usual
        if not isinstance(value, str) or len(value) > MOST_TEXT:
            raise self._wrong(key, "a text", value)
        return value

    def choice(self, key: str, choices: Sequence[str], usual: str) -> str:
        value = self.raw(key)
        if value is None:
            return usual
        if not isinstance(value, str) or value not in choices:
            raise self._wrong(key, f"one of {', '.join(choices)}", value)
        return value

    def flag(self, key: str, usual: bool = False) -> bool:
        value = self.raw(key)
        if value is None:
            return usual
        if not isinstance(value, bool):
            raise self._wrong(key, "true or false", value)
        return value

    def whole(self, key: str, low: int, high: int, usual: int) -> int:
        """Return an integer from ``low`` to ``high``."""
        value = self.raw(key)
        if value is None:
            return usual
        if type(value) is not int or not low <= value <= high:
            raise self._wrong(key, f"a whole number from {low} to {high}", value)
        return value

    def number(self, key: str, low: float, high: float, usual: float) -> float:
        """Return a finite number from ``low`` to ``high``."""
        value = self.raw(key)
        if value is None:
            return usual
        if not _is_number(value) or not low <= value <= high:
            raise self._wrong(key, f"a number from {low:g} to {high:g}", value)
        return float(value)

    def numbers(self, key: str, count: int, low: float = -math.inf, high: float = math.inf) -> list[float]:
        """Return so many finite numbers. Raises ValueError where the key is missing."""
        value = self.raw(key)
        right = isinstance(value, list) and len(value) == count
        if not right or not all(_is_number(v) and low <= v <= high for v in value):
            raise self._wrong(key, f"a list of {count} numbers", value)
        return [float(v) for v in value]

    def wholes(self, key: str, most: int, below: int) -> tuple[int, ...]:
        """Return up to ``most`` different integers, each at least 0 and less than ``below``."""
        value = [] if self.raw(key) is None else self.raw(key)
        right = isinstance(value, list) and len(value) <= most
        if not right or not all(type(v) is int and 0 <= v < below for v in value):
            raise self._wrong(key, f"a list of up to {most} whole numbers below {below}", value)
        if len(set(value)) < len(value):
            raise self._wrong(key, "a list of different numbers", value)
        return tuple(value)

    def part(self, key: str, read: Callable[[Fields], Read]) -> Read | None:
        """Return what ``read`` makes of the object under a key, None where there is none."""
        value = self.raw(key)
        return None if value is None else read_object(value, read, self._at(key))

    def parts(self, key: str, read: Callable[[Fields], Read], most: int) -> tuple[Read, ...]:
        """Return what ``read`` makes of each object in a list of up to ``most``."""
        value = [] if self.raw(key) is None else self.raw(key)
        if not isinstance(value, list) or len(value) > most:
            raise self._wrong(key, f"a list of up to {most}", value)
        return tuple(
            read_object(one, read, f"{self._at(key)}[{number}]") for number, one in enumerate(value, start=1)
        )

    def wrong(self, key: str, wanted: str) -> ValueError:
        """Return what to raise where a value is of the right kind and still makes no sense."""
        return self._wrong(key, wanted, self._value.get(key))

    def _wrong(self, key: str, wanted: str, value: object) -> ValueError:
        return ValueError(f"{self._at(key)} should be {wanted}, not {_said(value)}")

    def _at(self, key: str) -> str:
        shown = key if len(key) <= 40 else f"{key[:40]}…"
        return f"{self._place}.{shown}" if self._place else shown


def read_object(value: object, read: Callable[[Fields], Read], place: str = "") -> Read:
    """Return what ``read`` makes of an object, all of whose keys it must ask for."""
    fields = Fields(value, place)
    result = read(fields)
    fields.check_all_known()
    return result


def _is_number(value: object) -> bool:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return False
    try:
        return math.isfinite(value)
    except OverflowError:  # an integer beyond any float
        return False


def _said(value: object) -> str:
    """Return a value as a person may read it."""
    if value is None:
        return "nothing"
    if isinstance(value, dict):
        return "an object"
    if isinstance(value, list):
        return f"a list of {len(value)}"
    text = repr(value)
    return text if len(text) <= 40 else f"{text[:40]}…"
