"""Every swatch's contrast with every other: text in the row's color on the column's."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTableView, QWidget

from palette_studio.core.palette import Palette
from palette_studio.ui import contrast_words, overlays
from palette_studio.ui.direction import unmirrored
from palette_studio.ui.theme import CAPTION_PX, READOUT_PX, Theme, sized

HEAD, BLOCK, WORD, GAP, RADIUS = 24, 22, 17, 2, 4  # heights; what parts cells
WIDEST = 64
Index = QModelIndex | QPersistentModelIndex


class ContrastModel(QAbstractTableModel):
    """Row 0 and column 0 are the swatches themselves; the other cells hold ratios."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.colors = Palette()
        self.ratios: list[list[float]] = []

    def set_palette(self, palette: Palette) -> None:
        from palette_studio.core.craft.contrast import contrast_matrix

        same = len(palette) == len(self.colors)
        if not same:
            self.beginResetModel()
        self.colors = palette
        self.ratios = contrast_matrix(palette.colors).tolist() if len(palette) else []
        if not same:
            self.endResetModel()
        elif len(palette):
            self.dataChanged.emit(self.index(0, 0), self.index(len(palette), len(palette)))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own signature
        return 0 if parent.isValid() or not len(self.colors) else len(self.colors) + 1

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802  Qt's own
        return self.rowCount(parent)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if index.row() == index.column():
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return self.words(index)
        if role == Qt.ItemDataRole.DisplayRole and min(index.row(), index.column()) > 0:
            return contrast_words.ratio_text(self.ratios[index.row() - 1][index.column() - 1])
        return None

    def words(self, index: Index) -> str:
        text, ground = index.row() - 1, index.column() - 1
        if text == ground or not index.isValid():
            return ""
        if min(text, ground) < 0:
            return self.colors[max(text, ground)].name
        return contrast_words.words(self.colors, text, ground, self.ratios[text][ground])


class _Delegate(QStyledItemDelegate):
    def __init__(self, view: ContrastMatrix) -> None:
        super().__init__(view)
        self._view = view

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        view, text, ground = self._view, index.row() - 1, index.column() - 1
        area = QRectF(view.visualRect(view.model_.index(index.row(), index.column())))
        painter.save()
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if text != ground and min(text, ground) < 0:
            self._paint_head(painter, area, max(text, ground))
        elif text != ground:
            self._paint_cell(painter, area, text, ground)
        if view.hasFocus() and index == view.currentIndex() and text != ground:
            overlays.ring(painter, area.adjusted(1, 1, -GAP, -GAP), RADIUS)
        painter.restore()

    def _paint_head(self, painter: QPainter, area: QRectF, row: int) -> None:
        """A swatch in its true color, with its number; that of the selected one has a ring."""
        view, swatch = self._view, self._view.model_.colors[row]
        upright = area.height() > area.width() + HEAD / 2
        chip = area.adjusted(0, 0, -GAP, -WORD if upright else -GAP)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(*swatch.color))
        painter.drawRoundedRect(chip, RADIUS, RADIUS)
        if row == view.selected:
            overlays.ring(painter, chip.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS)
        painter.setPen(contrast_words.ink_on(swatch.color))
        painter.setFont(sized(view.font(), CAPTION_PX, QFont.Weight.DemiBold))
        painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, str(row + 1))

    def _paint_cell(self, painter: QPainter, area: QRectF, text: int, ground: int) -> None:
        view, colors, ratio = self._view, self._view.model_.colors, self._view.model_.ratios[text][ground]
        block = QRectF(area.x(), area.y(), area.width() - GAP, BLOCK)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(*colors[ground].color))
        painter.drawRoundedRect(block, RADIUS, RADIUS)
        painter.setPen(QColor(*colors[text].color))
        painter.setFont(sized(view.font(), READOUT_PX, QFont.Weight.DemiBold))
        painter.drawText(block, Qt.AlignmentFlag.AlignCenter, contrast_words.ratio_text(ratio))
        verdict = contrast_words.short_verdict(ratio)
        painter.setPen(QColor(view.theme.muted if verdict == "fails" else view.theme.text))
        painter.setFont(sized(view.font(), CAPTION_PX))
        word = QRectF(area.x() - 2, block.bottom(), block.width() + 4, WORD - GAP)
        painter.drawText(word, Qt.AlignmentFlag.AlignCenter, verdict)


class ContrastMatrix(QTableView):
    """A small table; a click on a cell selects the swatch its text has."""

    selected_requested = Signal(int)
    told = Signal(str)  # what the pointer or the keyboard is on, "" for nothing

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        unmirrored(self)
        self.setObjectName("contrast_matrix")
        self.setAccessibleName(self.tr("Contrast of every swatch with every other"))
        self.setToolTip(self.tr("A click or Return selects the swatch of that row"))
        self.theme, self.selected = theme, -1
        self.model_ = ContrastModel(self)
        self.setModel(self.model_)
        self.setItemDelegate(_Delegate(self))
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.hide()
            header.setMinimumSectionSize(8)
        self.setShowGrid(False)
        self.setSelectionMode(QTableView.SelectionMode.NoSelection)  # a ring says it, and tints nothing
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.viewport().setAutoFillBackground(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        for policy in (self.setHorizontalScrollBarPolicy, self.setVerticalScrollBarPolicy):
            policy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(self._on_chosen)
        self.activated.connect(self._on_chosen)
        self.entered.connect(lambda index: self.told.emit(self.model_.words(index)))
        self.selectionModel().currentChanged.connect(lambda now, _: self.told.emit(self.model_.words(now)))

    def set_theme(self, theme: Theme) -> None:
        self.theme = theme
        self.viewport().update()

    def set_palette(self, palette: Palette, selected: int) -> None:
        self.selected = selected
        if palette.swatches != self.model_.colors.swatches:
            self.model_.set_palette(palette)
            self._lay_out()
        self.viewport().update()

    def sizeHint(self) -> QSize:
        count = len(self.model_.colors)
        return QSize(240, HEAD + count * (BLOCK + WORD) if count else 0)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def paintEvent(self, e: QPaintEvent) -> None:
        super().paintEvent(e)
        overlays.view_focus(self)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave:
            self.told.emit("")
        return super().viewportEvent(event)

    def _lay_out(self) -> None:
        count = len(self.model_.colors)
        if not count:
            return
        wide = min((self.viewport().width() - HEAD) // count, WIDEST)
        for number in range(count + 1):
            self.setColumnWidth(number, wide if number else HEAD)
            self.setRowHeight(number, BLOCK + WORD if number else HEAD)
        if self.height() != self.sizeHint().height():
            self.setFixedHeight(self.sizeHint().height())

    def _on_chosen(self, index: QModelIndex) -> None:
        row = index.row() - 1 if index.row() else index.column() - 1
        if row >= 0 and index.row() != index.column():
            self.selected_requested.emit(row)
