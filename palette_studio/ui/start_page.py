"""What the window shows before there is a photo: where to drop one, samples, and what was open last."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QImageReader, QKeyEvent, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import (
    QAbstractButton,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from palette_studio.core.files.error import shown, visible
from palette_studio.core.sequencing import is_sequence
from palette_studio.ui import icons, overlays
from palette_studio.ui.recent import Recent
from palette_studio.ui.theme import CAPTION_PX, Theme, sized

THUMB = QSize(168, 112)
RECENT_SHOWN = 4


def sample_name(path: Path) -> str:
    """Return the name of a photo to try, in English."""
    return path.stem.replace("-", " ").replace("_", " ").capitalize()


class Thumbnail(QAbstractButton):
    """A small picture with its name; a press opens it."""

    def __init__(self, recent: Recent, title: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.path, self._shown, self._theme = recent.path, recent.picture, theme
        self.setText(title)
        self.setAccessibleName(self.tr("Open %1").replace("%1", title))
        self.setToolTip(visible(str(self.path)))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._picture: QPixmap | None = None  # read after the first paint: the window comes first

    def sizeHint(self) -> QSize:
        return QSize(THUMB.width(), THUMB.height() + 24)

    def keyPressEvent(self, e: QKeyEvent) -> None:
        if e.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(e)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        frame = QRectF(0, 0, THUMB.width(), THUMB.height())
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        painter.setPen(Qt.PenStyle.NoPen)
        if self._picture is None:
            QTimer.singleShot(0, self, self._load)
        if self._picture is None or self._picture.isNull():
            painter.setBrush(QColor(self._theme.panel))
            painter.drawRoundedRect(frame, 6, 6)
            name = "sequence" if is_sequence(self.path) else "image"
            painter.drawPixmap(frame.center().toPoint(), icons.pixmap(name, self._theme.muted))
        else:
            painter.setBrush(self._picture)
            scale = THUMB.width() / self._picture.width()
            painter.save()
            painter.scale(scale, scale)
            painter.drawRoundedRect(
                QRectF(0, 0, frame.width() / scale, frame.height() / scale), 6 / scale, 6 / scale
            )
            painter.restore()
        if self.hasFocus() or self.underMouse():
            overlays.ring(painter, frame.adjusted(1, 1, -1, -1), 6)
        painter.setFont(sized(self.font(), CAPTION_PX))
        painter.setPen(QColor(self._theme.text))
        line = QRectF(0, frame.bottom() + 4, frame.width(), 18)
        text = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideMiddle, int(line.width()))
        painter.drawText(line, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)
        painter.end()

    def _load(self) -> None:
        self._picture = _small(self._shown, self.devicePixelRatioF())
        self.update()


class StartPage(QWidget):
    """The empty state: one click leads to a photo with its palette."""

    open_requested = Signal()
    path_requested = Signal(object)

    def __init__(
        self, theme: Theme, samples: list[Path], recent: list[Recent], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("start_page")
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._theme = theme
        self._samples = samples
        self._recent = recent
        self._frame = QVBoxLayout(self)
        self._frame.setContentsMargins(0, 0, 0, 0)
        self._build()

    def set_theme(self, theme: Theme) -> None:
        if theme != self._theme:
            self._theme = theme
            self._rebuild()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._theme.canvas))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(QColor(self._theme.muted), 1.5, Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.drawRoundedRect(QRectF(self._well.geometry()).adjusted(1, 1, -1, -1), 7, 7)
        painter.end()

    def _rebuild(self) -> None:
        self._page.hide()
        self._page.deleteLater()
        # WORKAROUND: PySide6 6.11 crashes where a widget's wrapper ends before its children do
        self._former = self._page
        self._build()
        self.update()

    def _build(self) -> None:
        self._page = QWidget(self)
        self._frame.addWidget(self._page)
        column = QVBoxLayout(self._page)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(20)
        column.addStretch(1)
        self._well = self._make_well()
        column.addWidget(self._well, 0, Qt.AlignmentFlag.AlignHCenter)
        samples = [
            (Recent(path, path), QCoreApplication.translate("Samples", sample_name(path)))
            for path in self._samples
        ]
        middle = Qt.AlignmentFlag.AlignHCenter
        column.addWidget(self._row(self.tr("Or try a sample"), samples), 0, middle)
        here = [(one, shown(one.path)) for one in self._recent if one.path.exists()]
        if here:
            column.addWidget(self._row(self.tr("Recent"), here), 0, middle)
        column.addStretch(1)

    def _make_well(self) -> QWidget:
        well = QWidget(self._page)
        well.setMinimumSize(RECENT_SHOWN * (THUMB.width() + 12) - 12, 140)
        inside = QVBoxLayout(well)
        inside.setContentsMargins(16, 20, 16, 20)
        inside.setSpacing(8)
        title = QLabel(self.tr("Drop a photo here"), well)
        title.setProperty("role", "heading")
        title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        formats = QLabel(self.tr("JPEG, PNG, TIFF, WebP, AVIF, BMP or GIF. Ctrl+V pastes one."), well)
        formats.setAlignment(Qt.AlignmentFlag.AlignCenter)
        frames = QLabel(self.tr("A video or a folder of frames opens as a sequence."), well)
        frames.setAlignment(Qt.AlignmentFlag.AlignCenter)
        button = QPushButton(self.tr("Open photo…"), well)
        button.setDefault(True)
        button.setToolTip(self.tr("Open a photo (Ctrl+O)"))
        button.clicked.connect(self.open_requested)
        inside.addStretch(1)
        inside.addWidget(title)
        inside.addWidget(formats)
        inside.addWidget(frames)
        inside.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        inside.addStretch(1)
        return well

    def _row(self, title: str, files: list[tuple[Recent, str]]) -> QWidget:
        box = QWidget(self._page)
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        heading = QLabel(title, box)
        heading.setProperty("role", "heading")
        column.addWidget(heading)
        row = QHBoxLayout()
        row.setSpacing(12)
        for file, name in files[:RECENT_SHOWN]:
            thumbnail = Thumbnail(file, name, self._theme, box)
            thumbnail.clicked.connect(lambda _=False, p=file.path: self.path_requested.emit(p))
            row.addWidget(thumbnail)
        row.addStretch(1)
        column.addLayout(row)
        box.setFixedWidth(RECENT_SHOWN * (THUMB.width() + 12) - 12)
        return box


def _small(path: Path, dpr: float) -> QPixmap:
    """Return the picture cut to the thumbnail's shape, or a null pixmap when Qt cannot read it."""
    reader = QImageReader(str(path))
    reader.setAutoTransform(True)
    size, want = reader.size(), THUMB * dpr
    if not size.isValid() or size.width() * size.height() > 30_000_000:
        return QPixmap()
    reader.setScaledSize(size.scaled(want, Qt.AspectRatioMode.KeepAspectRatioByExpanding))
    image = reader.read()
    if image.isNull():
        return QPixmap()
    left, top = (image.width() - want.width()) // 2, (image.height() - want.height()) // 4  # heads are high
    return QPixmap.fromImage(image.copy(left, top, want.width(), want.height()))
