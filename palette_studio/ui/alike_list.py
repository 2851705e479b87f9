"""Pairs of swatches that look alike, by who takes them for each other."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from palette_studio.core.craft.sight import Sight
from palette_studio.core.palette import Palette, Rgb
from palette_studio.ui import overlays
from palette_studio.ui.controls import heading, muted
from palette_studio.ui.direction import unmirrored
from palette_studio.ui.theme import Theme

if TYPE_CHECKING:
    from palette_studio.core.craft.confusable import Confusable

LINE, CHIP, APART, RADIUS = 28, 20, 8, 4
FEW, MOST = 4, 40  # pairs of one group that are listed at first, and at all


class AlikeRow(QAbstractButton):
    """Two swatches as they are and, beside them, as they are seen; a press selects the first."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        unmirrored(self)
        self.theme = theme
        self.chips: tuple[tuple[Rgb, Rgb], ...] = ()
        self.row = -1
        self.setFixedHeight(LINE)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def set_pair(self, palette: Palette, pair: Confusable, sentence: str) -> None:
        colors = palette[pair.first].color, palette[pair.second].color
        sight = Sight(pair.deficiency)
        seen = (sight.color(colors[0]), sight.color(colors[1]))
        self.row, self.chips = pair.first, (colors,) if sight.normal else (colors, seen)
        names = [palette[row].name or palette[row].hex for row in (pair.first, pair.second)]
        self.setText(self.tr("%1 and %2").replace("%1", names[0]).replace("%2", names[1]))
        self.setAccessibleName(sentence.replace("%1", self.text()))
        self.setToolTip(self.accessibleName())
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(160, LINE)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        left = 0
        for pair in self.chips:
            block = QRectF(left, (LINE - CHIP) / 2, 2 * CHIP, CHIP)
            path = QPainterPath()
            path.addRoundedRect(block, RADIUS, RADIUS)
            painter.setClipPath(path)
            for at, color in enumerate(pair):
                painter.fillRect(QRectF(left + at * CHIP, block.y(), CHIP, CHIP), QColor(*color))
            painter.setClipping(False)
            left += 2 * CHIP + APART
        words = QRectF(left + 2, 0, self.width() - left - 2, LINE)
        painter.setPen(QColor(self.theme.text))
        text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, int(words.width()))
        painter.drawText(words, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)
        if self.hasFocus():
            overlays.ring(painter, QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS)
        painter.end()


class AlikeGroup(QWidget):
    """Those who lack one kind of cones, or everyone, and what they take for each other."""

    selected_requested = Signal(int)
    shown = Signal(bool)

    def __init__(self, title: str, sentence: str, theme: Theme, parent: QWidget) -> None:
        """sentence: of which %1 is two names."""
        super().__init__(parent)
        self._theme, self._sentence = theme, sentence
        self.rows: list[AlikeRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        top = QHBoxLayout()
        top.setSpacing(8)
        self.title = muted(title, self)
        self.title.setWordWrap(True)
        self.show_button = QToolButton(self)
        self.show_button.setText(self.tr("Show"))
        self.show_button.setCheckable(True)
        self.show_button.setToolTip(
            self.tr("See the photo and the palette this way; again for normal vision")
        )
        self.show_button.clicked.connect(self.shown)
        top.addWidget(self.title, 1)
        top.addWidget(self.show_button)
        self._column.addLayout(top)
        self._palette, self._most = Palette(), FEW
        self._pairs: tuple[Confusable, ...] = ()
        self._more = QToolButton(self)
        self._more.setToolTip(self.tr("List more of them, or fewer"))
        self._more.clicked.connect(self._on_more)
        self._column.addWidget(self._more)
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        for row in self.rows:
            row.theme = theme
            row.update()

    def set_pairs(self, palette: Palette, pairs: Sequence[Confusable]) -> None:
        self._palette, self._pairs = palette, tuple(pairs)
        shown = self._pairs[: self._most]
        for _ in shown[len(self.rows) :]:
            row = AlikeRow(self._theme, self)
            row.clicked.connect(lambda _=False, row=row: self.selected_requested.emit(row.row))
            self._column.insertWidget(1 + len(self.rows), row)
            self.rows.append(row)
        for at, row in enumerate(self.rows):
            row.setVisible(at < len(shown))
            if at < len(shown):
                row.set_pair(palette, shown[at], self._sentence)
        left = len(pairs) - len(shown)
        self._more.setText(self.tr("%1 more").replace("%1", str(left)) if left else self.tr("Fewer"))
        self._more.setVisible(len(pairs) > FEW)
        self.setVisible(bool(pairs))

    def _on_more(self) -> None:
        self._most = MOST if self._most == FEW else FEW
        self.set_pairs(self._palette, self._pairs)


class AlikeList(QWidget):
    """All groups, or one calm line where nothing looks alike."""

    selected_requested = Signal(int)
    show_requested = Signal(str)  # a deficiency, "" for normal vision

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        top = QHBoxLayout()
        self.calm = muted("", self)
        top.addWidget(heading(self.tr("Look alike"), self))
        top.addStretch(1)
        top.addWidget(self.calm)
        column.addLayout(top)
        self.groups: dict[str, AlikeGroup] = {}
        for deficiency, (title, sentence) in self._words().items():
            group = AlikeGroup(title, sentence, theme, self)
            group.show_button.setVisible(bool(deficiency))
            group.show_button.setAccessibleName(f"{self.tr('Show')}: {title}")
            group.selected_requested.connect(self.selected_requested)
            group.shown.connect(lambda on, name=deficiency: self.show_requested.emit(name if on else ""))
            column.addWidget(group)
            self.groups[deficiency] = group
        self.set_pairs(Palette(), ())

    def set_theme(self, theme: Theme) -> None:
        for group in self.groups.values():
            group.set_theme(theme)

    def set_sight(self, sight: Sight) -> None:
        for deficiency, group in self.groups.items():
            group.show_button.setChecked(deficiency == sight.deficiency and not sight.normal)

    def set_pairs(self, palette: Palette, pairs: Sequence[Confusable]) -> None:
        """pairs: of swatches of this palette."""
        for deficiency, group in self.groups.items():
            group.set_pairs(palette, [pair for pair in pairs if pair.deficiency == deficiency])
        self.calm.setText(self.tr("No two swatches") if len(palette) > 1 else "")
        self.calm.setToolTip(
            self.tr("Everyone can tell all swatches apart, with red, green or blue cones missing too")
        )
        self.calm.setVisible(not pairs)

    def _words(self) -> dict[str, tuple[str, str]]:
        return {
            "": (self.tr("To everyone"), self.tr("%1 look alike to everyone")),
            "protan": (
                self.tr("No red cones (protanopia)"),
                self.tr("%1 look alike to people without red cones (protanopia)"),
            ),
            "deutan": (
                self.tr("No green cones (deuteranopia)"),
                self.tr("%1 look alike to people without green cones (deuteranopia)"),
            ),
            "tritan": (
                self.tr("No blue cones (tritanopia)"),
                self.tr("%1 look alike to people without blue cones (tritanopia)"),
            ),
        }
