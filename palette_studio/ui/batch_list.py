"""The photos of a batch, one line each: an icon and words say what became of it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from palette_studio.core.batch import Item
from palette_studio.core.files.error import shown
from palette_studio.ui import icons, overlays
from palette_studio.ui.direction import mirrored
from palette_studio.ui.drops import paths_in
from palette_studio.ui.error_words import error_words
from palette_studio.ui.selected_line import mark_selected
from palette_studio.ui.theme import Theme

LINE, ICON, PAD, RADIUS = 28, 16, 10, 6
NAME_SHARE = 0.5  # of a line at most, where there is something to say
ICONS = {"working": "play", "done": "check", "kept": "check", "skipped": "minus", "failed": "error"}
Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()


class BatchModel(QAbstractListModel):
    """Photos and, as far as they are planned, what became of them."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.paths: list[Path] = []
        self._items: dict[Path, Item] = {}
        self._rows: dict[Path, int] = {}

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self.paths)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        path = self.paths[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return shown(path)
        words = self.words(path)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{shown(path)}, {words}" if words else shown(path)
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{path}\n{words}" if words else str(path)
        return None

    def set_paths(self, paths: list[Path]) -> None:
        self.beginResetModel()
        self.paths = list(paths)
        self._rows = {path: row for row, path in enumerate(self.paths)}
        self._items = {path: item for path, item in self._items.items() if path in self._rows}
        self.endResetModel()

    def set_item(self, item: Item) -> int:
        """Show what became of a photo, and return its row, -1 where it is none of these."""
        self._items[item.source] = item
        row = self._rows.get(item.source, -1)
        if row >= 0:
            index = self.index(row)
            self.dataChanged.emit(index, index)
        return row

    def forget(self) -> None:
        """Nothing has become of any photo."""
        self._items.clear()
        if self.paths:
            self.dataChanged.emit(self.index(0), self.index(len(self.paths) - 1))

    def item(self, path: Path) -> Item | None:
        return self._items.get(path)

    def words(self, path: Path) -> str:
        """Return what became of a photo, "" where nothing did."""
        item = self._items.get(path)
        if item is None:
            return ""
        words = {
            "waiting": self.tr("Waiting"),
            "working": self.tr("In work"),
            "done": self.tr("Done"),
            "kept": self.tr("Done before"),
            "skipped": self.tr("Skipped"),
            "failed": self.tr("Failed"),
        }[item.state]
        return f"{words}: {error_words(item.reason)}" if item.reason else words


class _Delegate(QStyledItemDelegate):
    def __init__(self, parent: BatchList) -> None:
        super().__init__(parent)
        self._list = parent

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(160, LINE)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, model = self._list.theme, self._list.model_
        line = QRect(option.rect)  # type: ignore[attr-defined]  # the stubs of Qt leave out plain members
        path, metrics = model.paths[index.row()], self._list.fontMetrics()
        item, words = model.item(path), model.words(path)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)  # type: ignore[attr-defined]  # as above
        if selected:
            mark_selected(painter, line, theme)
        name = ICONS.get(item.state, "") if item is not None else ""
        if name:
            ink = theme.muted if item is not None and item.state in ("kept", "skipped") else theme.text
            picture = icons.pixmap(name, ink, ICON, painter.device().devicePixelRatioF())
            spot = QRect(line.left() + PAD, line.top() + (LINE - ICON) // 2, ICON, ICON)
            painter.drawPixmap(mirrored(self._list, spot, line).topLeft(), picture)
        left = line.left() + PAD + ICON + PAD
        room = line.right() - PAD - left
        most = (
            room
            if not words
            else max(int(room * NAME_SHARE), room - metrics.horizontalAdvance(words) - 2 * PAD)
        )
        text = metrics.elidedText(shown(path), Qt.TextElideMode.ElideMiddle, most)
        flush = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.setPen(QColor(theme.text))
        painter.drawText(mirrored(self._list, QRect(left, line.top(), most, LINE), line), flush, text)
        if words:
            start = left + metrics.horizontalAdvance(text) + 2 * PAD
            rest = QRect(start, line.top(), line.right() - PAD - start, LINE)
            bad = item is not None and item.state == "failed"
            painter.setPen(QColor(theme.text if bad or selected else theme.muted))
            cut = metrics.elidedText(words, Qt.TextElideMode.ElideRight, rest.width())
            rest = mirrored(self._list, rest, line)
            painter.drawText(rest, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, cut)


class BatchList(QListView):
    """Takes drops of files and folders; Delete takes lines out, Enter and a double click show a result."""

    dropped = Signal(list)  # of Path
    removal_requested = Signal()
    show_requested = Signal(object)  # Path of a photo

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.model_ = BatchModel(self)
        self.setModel(self.model_)
        self.setItemDelegate(_Delegate(self))
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAcceptDrops(True)
        self.setAccessibleName(self.tr("Photos"))
        self.setMinimumHeight(5 * LINE)
        self.activated.connect(self._on_activated)

    def set_theme(self, theme: Theme) -> None:
        self.theme = theme
        self.viewport().update()

    @property
    def chosen(self) -> list[Path]:
        return [self.model_.paths[index.row()] for index in self.selectedIndexes()]

    def _on_activated(self, index: QModelIndex) -> None:
        self.show_requested.emit(self.model_.paths[index.row()])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removal_requested.emit()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, e: QDragEnterEvent) -> None:
        e.setAccepted(bool(paths_in(e.mimeData())))

    def dragMoveEvent(self, e: QDragMoveEvent) -> None:
        e.setAccepted(bool(paths_in(e.mimeData())))

    def dropEvent(self, e: QDropEvent) -> None:
        self.dropped.emit(paths_in(e.mimeData()))
        e.acceptProposedAction()

    def paintEvent(self, e: QPaintEvent) -> None:
        super().paintEvent(e)
        overlays.view_focus(self)
        if self.model_.paths:
            return
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self.theme.track), 1, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(QRectF(self.viewport().rect()).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
        painter.setPen(QColor(self.theme.muted))
        words = self.tr("Drop photos and folders here")
        painter.drawText(self.viewport().rect(), Qt.AlignmentFlag.AlignCenter, words)
        painter.end()
