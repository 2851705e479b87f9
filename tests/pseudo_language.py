"""A language nobody speaks: every text of the window longer, accented and in brackets; and what is not in it.

Brackets show where a text begins and ends: what stands outside of them was never translated.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QDockWidget,
    QLabel,
    QLineEdit,
    QMenu,
    QTabBar,
    QToolButton,
    QWidget,
)

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "packaging"))
import translations  # noqa: E402  after its folder is known

ACCENTED = str.maketrans("aceinosuyzACEINOSUYZ", "áčéíñöšúýžÁČÉÍÑÖŠÚÝŽ")
KEPT = re.compile(r"%\d|\{\w+\}|\(\*[^)]*\)|;;")  # what is filled in, and what file dialogs read
OPEN, CLOSE = "«", "»"
LONGER = 0.4
ICON_ONLY = Qt.ToolButtonStyle.ToolButtonIconOnly


def pseudo(text: str) -> str:
    """Return a text 40 % longer, with accents, between brackets."""
    if "HH:mm" in text or not re.search("[A-Za-z]", text):  # forms of dates, and signs
        return text
    pieces, at = [], 0
    for found in KEPT.finditer(text):
        pieces += [text[at : found.start()].translate(ACCENTED), found[0]]
        at = found.end()
    pieces.append(text[at:].translate(ACCENTED))
    return f"{OPEN}{''.join(pieces)} {'~' * max(1, round(len(text) * LONGER) - 3)}{CLOSE}"


def make(folder: Path) -> Path:
    """Write the language into a folder, as the program reads it; return its path."""
    translations.update("eo", folder)
    source = translations.source_of("eo", folder)
    tree = ElementTree.parse(source)
    for message in tree.getroot().iter("message"):
        translation = message.find("translation")
        translation.text = pseudo(message.findtext("source"))
        translation.attrib.clear()
    tree.write(source, encoding="utf-8", xml_declaration=True)
    return translations.release("eo", source, folder)


def plain_rest(text: str) -> str:
    """Return what of a text stands outside of all brackets; what is cut short counts up to its end."""
    while True:
        less = re.sub(f"{OPEN}[^{OPEN}{CLOSE}]*{CLOSE}", " ", text)
        if less == text:
            return re.sub(f"{OPEN}.*", "", less, flags=re.DOTALL)
        text = less


def widgets_of(root: QWidget) -> Iterator[QWidget]:
    yield root
    yield from root.findChildren(QWidget)


def texts_of(root: QWidget) -> Iterator[tuple[str, str]]:
    """Yield (where, text) for all that people read or hear in a window and its parts, menus too."""
    for widget in widgets_of(root):
        where = f"{type(widget).__name__} {widget.objectName()}"
        yield where + " name", widget.accessibleName()
        yield where + " description", widget.accessibleDescription()
        yield where + " tip", widget.toolTip()
        yield where + " help", widget.whatsThis()
        yield from ((where, text) for text in _own_texts(widget))
    for action in root.findChildren(QAction):
        for text in (action.text(), action.toolTip(), action.statusTip()):
            yield f"action {action.objectName()}", text


def _own_texts(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, QLabel | QAbstractButton):
        yield widget.text()
    elif isinstance(widget, QMenu):
        yield widget.title()
    elif isinstance(widget, QComboBox):
        for row in range(widget.count()):
            yield widget.itemText(row)
            yield widget.itemData(row, Qt.ItemDataRole.ToolTipRole) or ""
    elif isinstance(widget, QTabBar):
        yield from (widget.tabText(tab) for tab in range(widget.count()))
    elif isinstance(widget, QLineEdit):
        yield widget.placeholderText()
    elif isinstance(widget, QAbstractItemView) and widget.model() is not None:
        yield from _model_texts(widget)
    if widget.isWindow() or isinstance(widget, QDockWidget):
        yield widget.windowTitle()


def _model_texts(view: QAbstractItemView) -> Iterator[str]:
    model = view.model()
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(QModelIndex())
    for row in range(model.rowCount(QModelIndex())):
        for column in range(columns):
            for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
                yield str(model.index(row, column).data(role) or "")


def clipped(root: QWidget) -> Iterator[str]:
    """Yield the labels and buttons that have less room than their words need."""
    for widget in widgets_of(root):
        if not widget.isVisible() or not isinstance(widget, QLabel | QAbstractButton) or not widget.text():
            continue
        if (
            isinstance(widget, QToolButton)
            and widget.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonIconOnly
        ):
            continue
        need, room = widget.sizeHint(), widget.size()
        if isinstance(widget, QLabel) and widget.wordWrap():
            need.setWidth(min(need.width(), room.width()))
            need.setHeight(widget.heightForWidth(room.width()))
        if need.width() > room.width() + 1 or need.height() > room.height() + 1:
            yield f"{type(widget).__name__} {widget.text()!r}: {need.toTuple()} in {room.toTuple()}"


def settle_layout() -> None:
    """Let every layout follow the one inside of it, and what the last events have changed."""
    for _ in range(4):
        QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
