"""Memory: what has been found out and will be asked for again."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Any, TypeVar

Known = TypeVar("Known")
Forgetful = TypeVar("Forgetful", bound=Callable[[], object])
_forgetful: list[Callable[[], object]] = []


class Memory:
    """The things found out that were asked for last, ``most`` of them."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._known: OrderedDict[Hashable, Any] = OrderedDict()
        self._lock = threading.RLock()

    def known(self, key: Hashable, find_out: Callable[[], Known]) -> Known:
        """Return what ``find_out`` gave for ``key``, calling it the first time; others wait meanwhile."""
        with self._lock:
            if key not in self._known:
                self._known[key] = find_out()
                while len(self._known) > self._most:
                    self._known.popitem(last=False)
            self._known.move_to_end(key)
            return self._known[key]

    def remembered(self, key: Hashable) -> Any:
        """Return what is known for ``key``, or None, at once: even while something is being found out."""
        return self._known.get(key)


def forgets(let_go: Forgetful) -> Forgetful:
    """Have a function called by ``forget``: it lets go of what is of use for one photo alone."""
    _forgetful.append(let_go)
    return let_go


def forget() -> None:
    """Let go of what is known of the last photo's palettes: another one comes."""
    for let_go in _forgetful:
        let_go()
