"""Every command, found by a word of its name or of what it does."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QDialog,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from palette_studio.ui import icons
from palette_studio.ui.selected_line import mark_selected
from palette_studio.ui.theme import Theme

LINE, ICON, PAD = 32, 16, 12
WIDTH, LINES = 560, 10
Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()


@dataclass(frozen=True)
class Entry:
    """A command as it is listed. place: its menu. able: whether it would do anything now."""

    name: str
    title: str
    place: str
    tip: str = ""
    keys: str = ""
    icon: str = ""
    able: bool = True


def found(words: str, entries: Sequence[Entry]) -> list[Entry]:
    """Return the entries that have all of the words: those first that would do something, then by the name.

    A word may be the beginning of one; case and accents do not count.
    """
    wanted = _plain(words).split()
    ranked = []
    for number, entry in enumerate(entries):
        title, rest = _plain(entry.title), _plain(f"{entry.place} {entry.tip} {entry.keys}")
        ranks = [_rank(word, title, rest) for word in wanted]
        if None not in ranks:
            ranked.append((not entry.able, sum(rank or 0 for rank in ranks), number, entry))
    return [entry for *_, entry in sorted(ranked, key=lambda one: one[:3])]


def _rank(word: str, title: str, rest: str) -> int | None:
    """Return how far from the beginning of the name a word is found; None: nowhere."""
    if title.startswith(word):
        return 0
    if any(one.startswith(word) for one in title.split()):
        return 1
    if word in title:
        return 2
    if any(one.startswith(word) for one in rest.split()):
        return 3
    return None


def _plain(text: str) -> str:
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in apart if not unicodedata.combining(sign))


class _Model(QAbstractListModel):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.entries: list[Entry] = []

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self.entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        entry = self.entries[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.title
        if role == Qt.ItemDataRole.ToolTipRole:
            return entry.tip
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(part for part in (entry.title, entry.place, entry.keys, entry.tip) if part)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        usual = super().flags(index)
        return usual if self.entries[index.row()].able else usual & ~Qt.ItemFlag.ItemIsEnabled

    def set_entries(self, entries: list[Entry]) -> None:
        self.beginResetModel()
        self.entries = entries
        self.endResetModel()


class _Delegate(QStyledItemDelegate):
    """Icon, name and menu from the left, the key at the right."""

    def __init__(self, theme: Theme, model: _Model, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._model = theme, model

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(WIDTH // 2, LINE)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, entry = self._theme, self._model.entries[index.row()]
        line = QRect(option.rect)  # type: ignore[attr-defined]  # the stubs of Qt leave out plain members
        way, flush = painter.layoutDirection(), Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        selected = bool(option.state & QStyle.StateFlag.State_Selected)  # type: ignore[attr-defined]  # as above
        if selected:
            mark_selected(painter, line, theme)
        ink = theme.text if entry.able else theme.disabled
        if entry.icon:
            picture = icons.pixmap(entry.icon, ink, ICON, painter.device().devicePixelRatioF())
            spot = QRect(line.left() + PAD, line.top() + (LINE - ICON) // 2, ICON, ICON)
            painter.drawPixmap(QStyle.visualRect(way, line, spot).topLeft(), picture)
        room = line.adjusted(2 * PAD + ICON, 0, -PAD, 0)
        painter.setPen(QColor((theme.text if selected else theme.muted) if entry.able else theme.disabled))
        keys = QStyle.visualRect(way, line, room)
        painter.drawText(keys, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, entry.keys)
        metrics = painter.fontMetrics()
        room.setRight(room.right() - metrics.horizontalAdvance(entry.keys) - PAD)
        after = room.adjusted(metrics.horizontalAdvance(entry.title) + PAD, 0, 0, 0)
        place = metrics.elidedText(entry.place, Qt.TextElideMode.ElideRight, after.width())
        painter.drawText(QStyle.visualRect(way, line, after), flush, place)
        painter.setPen(QColor(ink))
        title = metrics.elidedText(entry.title, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(QStyle.visualRect(way, line, room), flush, title)


class CommandSearch(QDialog):
    """A field, and below it the commands that have its words; Return or a click asks for one."""

    command_requested = Signal(str)

    def __init__(self, theme: Theme, entries: Sequence[Entry], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Find a command"))
        self.setWindowFlags(Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self.setObjectName("command_search")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedWidth(WIDTH)
        self._entries = entries
        self.field = QLineEdit(self)
        self.field.setPlaceholderText(self.tr("Find a command"))
        self.field.setAccessibleName(self.tr("Words of a command"))
        self.field.setToolTip(self.tr("A word of the name, of the menu, or of what it does"))
        self.field.setClearButtonEnabled(False)
        self.field.installEventFilter(self)
        self.list = QListView(self)
        self.list.setAccessibleName(self.tr("Commands"))
        self.list.setToolTip(self.tr("↑ ↓ choose a command, Return does it"))
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.setFocusProxy(self.field)  # whose arrows move in it
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setFixedHeight(LINES * LINE + 2)
        self._model = _Model(self)
        self.list.setModel(self._model)
        self.list.setItemDelegate(_Delegate(theme, self._model, self.list))
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(8)
        column.addWidget(self.field)
        column.addWidget(self.list)
        self.field.textChanged.connect(self._look)
        self.field.returnPressed.connect(self._on_chosen)
        self.list.clicked.connect(self._on_chosen)
        self._look("")
        over = parent.mapToGlobal(QPoint((parent.width() - WIDTH) // 2, parent.height() // 8))
        self.move(over)
        self.field.setFocus()

    def open(self) -> None:
        """Stand over the window without holding it: a click beside it is an end."""
        self.show()
        self.activateWindow()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isVisible() and not self.isActiveWindow():
            self.reject()

    def _look(self, words: str) -> None:
        self._model.set_entries(found(words, self._entries))
        able = next((n for n, entry in enumerate(self._model.entries) if entry.able), -1)
        self.list.setCurrentIndex(self._model.index(able) if able >= 0 else ROOT)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Have the arrows of the field move in the list."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            steps = {
                Qt.Key.Key_Down: 1,
                Qt.Key.Key_Up: -1,
                Qt.Key.Key_PageDown: LINES,
                Qt.Key.Key_PageUp: -LINES,
            }
            step = steps.get(Qt.Key(event.key()))
            if step is not None:
                self._move(step)
                return True
        return super().eventFilter(watched, event)

    def _move(self, step: int) -> None:
        """Go to the next command that would do something."""
        rows = [n for n, entry in enumerate(self._model.entries) if entry.able]
        if rows:
            now = self.list.currentIndex().row()
            at = rows.index(now) if now in rows else -1
            index = self._model.index(rows[min(max(at + step, 0), len(rows) - 1)])
            self.list.setCurrentIndex(index)
            self.list.scrollTo(index)

    def _on_chosen(self) -> None:
        row = self.list.currentIndex().row()
        if row < 0 or not self._model.entries[row].able:
            return
        self.accept()
        self.command_requested.emit(self._model.entries[row].name)
