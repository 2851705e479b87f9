"""Errors in what Python overrides of Qt: told like any other, where PySide6 would end the program.

WORKAROUND: PySide6 6.11 on Python 3.11. When Qt calls an override from inside of a call that Python made (a
step that is pushed onto a history, a widget that is repainted or resized from a slot), PySide6 keeps an error
for the caller, and dies where C code raised it (an index out of range, a division by zero): Python makes the
exception only when somebody asks for it, until then there are its words alone, and PySide6 takes these for
the exception. Catching it asks for it. Python 3.12 makes every exception at once.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import wraps
from types import FunctionType
from typing import Any

import shiboken6

OURS = __name__.partition(".")[0]
QT: Any = shiboken6.Object  # what all of Qt's classes are made from; its stubs know no hooks


def complete_errors() -> None:
    """See to it that overrides in the classes made from now on raise whole exceptions."""
    if sys.version_info < (3, 12):
        QT.__init_subclass__ = classmethod(_complete)


def _complete(cls: type, **options: Any) -> None:
    """Wrap what a class of this program overrides of Qt."""
    super(QT, cls).__init_subclass__(**options)
    if cls.__module__.partition(".")[0] != OURS:
        return
    qt = [base for base in cls.__mro__ if base.__module__.startswith("PySide6.")]
    for name, member in list(vars(cls).items()):
        own = isinstance(member, FunctionType) and not name.startswith("__")
        if own and any(name in vars(base) for base in qt):
            setattr(cls, name, _whole(member))


def _whole(override: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(override)
    def call(*given: Any) -> Any:
        try:
            return override(*given)
        except Exception:
            raise  # whole by now

    return call
