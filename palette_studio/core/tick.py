"""Progress and cancellation in one callable."""

from typing import Protocol


class Canceled(Exception):  # noqa: N818  nothing went wrong, so no "Error"
    """Raised by a tick inside a job that is no longer wanted; nobody catches it on the way."""


class Tick(Protocol):
    """Called by long work at least every 50 ms.

    fraction: 0..1 of the work done. partial: a frozen value worth showing already, or None.
    Raises Canceled when the work is no longer wanted. May be called from any thread.
    """

    def __call__(self, fraction: float, partial: object = None) -> None: ...


def no_tick(fraction: float, partial: object = None) -> None:
    """Report to nobody."""


def first_half(tick: Tick) -> Tick:
    """Return the tick of work that is followed by as much again."""

    def half(fraction: float, partial: object = None) -> None:
        tick(fraction / 2)

    return half


def second_half(tick: Tick) -> Tick:
    """Return the tick of work that follows on as much."""

    def half(fraction: float, partial: object = None) -> None:
        tick(0.5 + fraction / 2, partial)

    return half


def at(tick: Tick, place: float) -> Tick:
    """Return the tick of work that is too small a part of the whole to be told from its beginning."""

    def there(fraction: float, partial: object = None) -> None:
        tick(place, partial)

    return there
