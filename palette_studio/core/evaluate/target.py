"""What is aimed at, in figures."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Target:
    """What was aimed at, and whether it was reached."""

    what: str
    found: str
    wanted: str
    met: bool


def as_text(targets: list[dict[str, Any]]) -> str:
    """Return targets, as plain values, as lines for a reader."""
    lines = ["targets"]
    for each in targets:
        lines.append(f"{'met' if each['met'] else 'not met':9}{each['what']}")
        lines += [f"{'found':>15}  {each['found']}", f"{'wanted':>15}  {each['wanted']}"]
    return "\n".join(lines) + "\n"
