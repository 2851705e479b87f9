"""One swatch's contrast with all others, for palettes that a matrix would be too wide for."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from palette_studio.core.palette import Palette
from palette_studio.ui import contrast_words, overlays
from palette_studio.ui.direction import unmirrored
from palette_studio.ui.theme import READOUT_PX, Theme, sized

LINE, BLOCK, RADIUS = 28, 56, 4  # height of a line, width of its sample
VERDICT = 40
Index = QModelIndex | QPersistentModelIndex


class _Model(QAbstractListModel):
    """The other swatches, in their order."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.colors, self.chosen = Palette(), -1
        self.rows: list[int] = []
        self.ratios: list[float] = []

    def set_palette(self, palette: Palette, chosen: int) -> None:
        from palette_studio.core.craft.contrast import contrast

        self.beginResetModel()
        self.colors, self.chosen = palette, chosen
        self.rows = [row for row in range(len(palette)) if row != chosen] if chosen >= 0 else []
        self.ratios = contrast(palette.colors, palette[chosen].color).tolist() if self.rows else []
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own signature
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            row = self.rows[index.row()]
            return contrast_words.words(self.colors, self.chosen, row, self.ratios[row])
        return None


class _Delegate(QStyledItemDelegate):
    def __init__(self, view: ContrastList) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(160, LINE)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        view, model = self._view, self._view.model_
        row, area = model.rows[index.row()], QRectF(view.visualRect(model.index(index.row())))
        swatch, ratio = model.colors[row], model.ratios[row]
        block = QRectF(area.x(), area.y() + 2, BLOCK, LINE - 4)
        painter.save()
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(*swatch.color))
        painter.drawRoundedRect(block, RADIUS, RADIUS)
        painter.setPen(QColor(*model.colors[model.chosen].color))
        painter.setFont(sized(view.font(), READOUT_PX, QFont.Weight.DemiBold))
        painter.drawText(block, Qt.AlignmentFlag.AlignCenter, contrast_words.ratio_text(ratio))
        if view.hasFocus() and index == view.currentIndex():
            overlays.ring(painter, block.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS)
        verdict, font = contrast_words.short_verdict(ratio), sized(view.font(), READOUT_PX)
        painter.setFont(font)
        painter.setPen(QColor(view.theme.text))
        name = QRectF(block.right() + 10, area.y(), area.width() - BLOCK - VERDICT - 14, LINE)
        words = f"{row + 1}  {swatch.name or swatch.hex}"
        elided = QFontMetricsF(font).elidedText(words, Qt.TextElideMode.ElideRight, name.width())
        painter.drawText(name, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, elided)
        painter.setPen(QColor(view.theme.muted if verdict == "fails" else view.theme.text))
        place = area.adjusted(area.width() - VERDICT, 0, 0, 0)
        painter.drawText(place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, verdict)
        painter.restore()


class ContrastList(QListView):
    """Text in the selected swatch's color on each other one; a click selects that one."""

    selected_requested = Signal(int)
    told = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        unmirrored(self)
        self.setObjectName("contrast_list")
        self.setAccessibleName(self.tr("Contrast of the selected swatch with the others"))
        self.setToolTip(self.tr("A click or Return selects that swatch"))
        self.theme = theme
        self.model_ = _Model(self)
        self.setModel(self.model_)
        self.setItemDelegate(_Delegate(self))
        self.setUniformItemSizes(True)
        self.setSelectionMode(QListView.SelectionMode.NoSelection)  # a ring says it, and tints nothing
        self.setMouseTracking(True)
        for policy in (self.setHorizontalScrollBarPolicy, self.setVerticalScrollBarPolicy):
            policy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(self._on_chosen)
        self.activated.connect(self._on_chosen)
        self.entered.connect(self._on_entered)

    def set_theme(self, theme: Theme) -> None:
        self.theme = theme
        self.viewport().update()

    def set_palette(self, palette: Palette, selected: int) -> None:
        if (palette.swatches, selected) != (self.model_.colors.swatches, self.model_.chosen):
            self.model_.set_palette(palette, selected)
            self.setFixedHeight(LINE * len(self.model_.rows))

    def paintEvent(self, e: QPaintEvent) -> None:
        super().paintEvent(e)
        overlays.view_focus(self)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave:
            self.told.emit("")
        return super().viewportEvent(event)

    def _on_entered(self, index: QModelIndex) -> None:
        self.told.emit(str(self.model_.data(index, Qt.ItemDataRole.ToolTipRole)))

    def _on_chosen(self, index: QModelIndex) -> None:
        self.selected_requested.emit(self.model_.rows[index.row()])
