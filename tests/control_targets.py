"""Targets of the pointer: the place that each takes in a window, and those that are hard to hit."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import control_walk
from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QRegion
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QListView,
    QMenu,
    QMenuBar,
    QTabBar,
    QTreeView,
    QWidget,
)

LEAST_PX = 24  # WCAG 2.2, success criterion 2.5.8: a square of this side, or a disc of its own
APART_PX = 100_000  # menus are open one at a time, so that none is near another
MOST_ITEMS = 400  # of one list that are looked at


@dataclass(frozen=True)
class Target:
    """A place that a hand can press."""

    words: str
    room: QRect  # on the window

    @property
    def large(self) -> bool:
        return self.room.width() >= LEAST_PX and self.room.height() >= LEAST_PX

    @property
    def middle(self) -> QPointF:
        return QRectF(self.room).center()


def small_targets(top: QWidget) -> str:
    """Return the targets of a window that are too small and have no room around them, a line each."""
    there = list(targets(top))
    small = [one for one in there if not one.large]
    close = [one for one in small if any(_too_close(one, other) for other in there if other is not one)]
    return "\n".join(sorted({f"{one.words}: {one.room.width()} x {one.room.height()} px" for one in close}))


def _too_close(small: Target, other: Target) -> bool:
    """Return whether a disc of 24 px on a target reaches another one, or the disc of another small one."""
    reach = LEAST_PX / 2
    if not other.large:
        between = small.middle - other.middle
        return bool(QPointF.dotProduct(between, between) < LEAST_PX**2)
    room = QRectF(other.room)
    x = min(max(small.middle.x(), room.left()), room.right())
    y = min(max(small.middle.y(), room.top()), room.bottom())
    off = QPointF(x, y) - small.middle
    return bool(QPointF.dotProduct(off, off) < reach**2)


def targets(top: QWidget) -> Iterator[Target]:
    """Yield what can be pressed in a window now; what is disabled or scrolled out of sight cannot be.

    Scroll bars are left out, as in the walk: all that they do, the wheel and the keys of their view do too.
    """
    for widget in [*control_walk.controls(top), *top.findChildren(QMenuBar)]:
        if widget.isVisible() and widget.isEnabled():
            yield from _parts(top, widget)
    for n, menu in enumerate(top.findChildren(QMenu), 1):
        menu.ensurePolished()
        for action in menu.actions():
            if action.isVisible() and not action.isSeparator():
                room = menu.actionGeometry(action).translated(0, n * APART_PX)
                yield Target(f"menu “{menu.title() or menu.accessibleName()} › {action.text()}”", room)


def _parts(top: QWidget, widget: QWidget) -> Iterator[Target]:
    words = control_walk.words(widget)
    if isinstance(widget, QTabBar):
        for n in range(widget.count()):
            yield from _seen(top, widget, widget.tabRect(n), f"{words} tab “{widget.tabText(n)}”")
    elif isinstance(widget, QMenuBar):
        for action in widget.actions():
            yield from _seen(top, widget, widget.actionGeometry(action), f"menu bar “{action.text()}”")
    elif isinstance(widget, QAbstractItemView):
        yield from _items(top, widget, words)
        for header in widget.findChildren(QHeaderView):
            yield from _sections(top, header, words)
    else:
        yield from _seen(top, widget, widget.rect(), words)


def _items(top: QWidget, view: QAbstractItemView, words: str) -> Iterator[Target]:
    model, found = view.model(), 0
    waiting = [view.rootIndex()]
    while waiting and model is not None and found < MOST_ITEMS:
        parent = waiting.pop()
        for row in range(model.rowCount(parent)):
            for column in range(1 if isinstance(view, QListView) else model.columnCount(parent)):
                index = model.index(row, column, parent)
                if isinstance(view, QTreeView):
                    waiting.append(index)
                if index.flags() & Qt.ItemFlag.ItemIsSelectable and view.visualRect(index).isValid():
                    found += 1
                    said = f"{words} item “{index.data() or ''}”"
                    yield from _seen(top, view.viewport(), view.visualRect(index), said)


def _sections(top: QWidget, header: QHeaderView, words: str) -> Iterator[Target]:
    if header.isVisible() and header.sectionsClickable():
        for n in range(header.count()):
            along, wide = header.sectionViewportPosition(n), header.sectionSize(n)
            room = QRect(along, 0, wide, header.height())
            if header.orientation() == Qt.Orientation.Vertical:
                room = QRect(0, along, header.width(), wide)
            yield from _seen(top, header.viewport(), room, f"{words} head {n}")


def _seen(top: QWidget, widget: QWidget, room: QRect, words: str) -> Iterator[Target]:
    """Yield a target where at least its middle is in sight: scrolling shows all of one that is cut off."""
    in_sight: QRegion = widget.visibleRegion()
    if in_sight.contains(room.center()):
        yield Target(words, QRect(widget.mapTo(top, room.topLeft()), room.size()))
