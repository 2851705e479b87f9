"""How words that core gives to people are said; it knows English, and no Qt."""

from __future__ import annotations

from collections.abc import Callable

_say: Callable[[str], str] = str


def say_by(say: Callable[[str], str]) -> None:
    """Have the names of colors said in another way from now on. say: English to what people read."""
    global _say
    _say = say


def saying() -> Callable[[str], str]:
    """Return how words are said; as they are, until ``say_by`` is called."""
    return _say
