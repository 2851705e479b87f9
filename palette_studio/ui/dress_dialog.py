"""Which swatch takes which color of another photo: lines that are found, and lines that she draws."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPixmap
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from palette_studio.core.palette import Palette
from palette_studio.ui.controls import Title, muted
from palette_studio.ui.pair_rows import PairRows
from palette_studio.ui.theme import Theme

PICTURE_PX, WIDTH_PX, RADIUS = 84, 560, 5


class DressDialog(QDialog):
    """The photo in the window follows every line; Apply keeps it, Cancel brings back what was."""

    pair_requested = Signal(int, int)
    freed = Signal()  # no line of hers shall count

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Colors of another photo"))
        self.setFixedWidth(WIDTH_PX)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 18)
        column.setSpacing(14)
        top = QHBoxLayout()
        top.setSpacing(14)
        self.picture = QLabel(self)
        self.picture.setAccessibleName(name)
        words = QVBoxLayout()
        words.setSpacing(4)
        self._title = Title(self)
        self._title.set_words(name, "")
        hint = muted(
            self.tr(
                "Every swatch takes the color its line leads to. Drag from one row to the other, or click "
                "one above and one below, to choose a pair yourself; the same again parts it."
            ),
            self,
        )
        hint.setWordWrap(True)
        words.addWidget(self._title)
        words.addWidget(hint)
        words.addStretch(1)
        top.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignTop)
        top.addLayout(words, 1)
        column.addLayout(top)
        self.pairs = PairRows(theme, self, other=self.tr("Other"))
        column.addWidget(self.pairs)
        self.reason = QLabel(self)
        self.reason.setWordWrap(True)
        self.reason.setTextFormat(Qt.TextFormat.PlainText)
        self.reason.hide()
        column.addWidget(self.reason)
        column.addWidget(self._make_buttons())
        self.pairs.pair_requested.connect(self.pair_requested)

    def _make_buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(self)
        self.apply = buttons.addButton(self.tr("Apply"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.apply.setDefault(True)
        cancel = buttons.addButton(self.tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        self.free = buttons.addButton(self.tr("Without my pairs"), QDialogButtonBox.ButtonRole.ResetRole)
        self.apply.setToolTip(self.tr("Keep these colors"))
        cancel.setToolTip(self.tr("Bring back the colors that were"))
        self.free.setToolTip(self.tr("Take back the pairs you chose, and find them again"))
        for button in (cancel, self.free):
            button.setAutoDefault(False)
        self.free.setEnabled(False)
        self.free.clicked.connect(self.freed)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        return buttons

    def set_picture(self, picture: QImage) -> None:
        """Show the other photo, small."""
        side = round(PICTURE_PX * self.devicePixelRatioF())
        smooth = Qt.TransformationMode.SmoothTransformation
        small = picture.scaled(side, side, Qt.AspectRatioMode.KeepAspectRatio, smooth)
        rounded = QPixmap(small.size())
        rounded.fill(Qt.GlobalColor.transparent)
        painter = QPainter(rounded)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        path, radius = QPainterPath(), RADIUS * self.devicePixelRatioF()
        path.addRoundedRect(QRectF(small.rect()), radius, radius)
        painter.setClipPath(path)
        painter.drawImage(0, 0, small)
        painter.end()
        rounded.setDevicePixelRatio(self.devicePixelRatioF())
        self.picture.setPixmap(rounded)

    def set_palettes(self, own: Palette, other: Palette) -> None:
        self.pairs.set_palettes(own, other)

    def set_pairs(self, pairs: tuple[int | None, ...], forced: tuple[tuple[int, int], ...]) -> None:
        """pairs: of every swatch of the photo. forced: those that she drew."""
        self.pairs.set_pairs(forced)
        taken = {own for own, _ in forced}
        found = tuple((own, to) for own, to in enumerate(pairs) if to is not None and own not in taken)
        self.pairs.set_found(found)
        self.free.setEnabled(bool(forced))
        self.say("")

    def say(self, words: str) -> None:
        self.reason.setText(words)
        self.reason.setVisible(bool(words))
