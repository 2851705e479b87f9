"""What a command is: the words of its button, its menu and its keys."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Command:
    """name: how code and tests call it. keys: all of them work; the first is shown. tip: one line.

    menu: "Help/Demos" is one inside another.
    """

    name: str
    text: str
    menu: str
    keys: tuple[str, ...] = ()
    icon: str = ""
    tip: str = ""
    checkable: bool = False
    group: str = ""  # commands of one group exclude each other; of WORKSPACES one is always on
