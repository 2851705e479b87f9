"""Panes: how the canvas is divided between the original and the edited photo."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF


@dataclass(frozen=True)
class Pane:
    """A part of the canvas that shows one side. area: what maps to the photo; clip: what is painted."""

    side: str
    area: QRectF
    clip: QRectF


def panes(whole: QRectF, mode: str, wipe_px: float, upright: bool) -> list[Pane]:
    """Return the panes of a mode, the edited side last.

    mode: "off", "original", "wipe" or "side-by-side". wipe_px: where the wipe's line stands, from the left
    when it is upright, else from the top.
    """
    first, second = QRectF(whole), QRectF(whole)
    if mode == "original":
        return [Pane("before", whole, whole)]
    if mode == "side-by-side":
        first.setRight(whole.center().x() - 1)
        second.setLeft(whole.center().x() + 1)
        return [Pane("before", first, first), Pane("after", second, second)]
    if mode == "wipe" and upright:
        first.setRight(wipe_px)
        second.setLeft(wipe_px)
    elif mode == "wipe":
        first.setBottom(wipe_px)
        second.setTop(wipe_px)
    else:
        return [Pane("after", whole, whole)]
    return [Pane("before", whole, first), Pane("after", whole, second)]
