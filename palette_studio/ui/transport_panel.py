"""The sequence under the picture: play, step, any frame; what is shown of it; and one pixel's Gaussians."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QSlider,
    QStackedWidget,
    QStyle,
    QStyleOptionSlider,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from palette_studio.core.sequencing import VIEWS
from palette_studio.ui import icons
from palette_studio.ui.controls import Facts, muted, tool_button
from palette_studio.ui.direction import unmirrored
from palette_studio.ui.pixel_plot import PixelPlot, PixelState
from palette_studio.ui.theme import Theme

NUMBER_PX = 200  # the frame's number and name


class FrameSlider(QSlider):
    """All frames on a line, with a mark where the model has settled."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._ink = QColor()
        self._settled = 0
        self.setAccessibleName(self.tr("Frame"))
        self.setMinimumHeight(28)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_theme(self, theme: Theme) -> None:
        self._ink = QColor(theme.muted)
        self.update()

    def set_settled(self, frame: int) -> None:
        """frame: the first one, from 0, at which the model has settled; there may be none such."""
        self._settled = frame
        words = self.tr("The frame that is shown. The model settles at frame %1")
        if frame > self.maximum():
            words = self.tr("The frame that is shown. The model would need %1 frames to settle")
        self.setToolTip(words.replace("%1", str(frame + (frame <= self.maximum()))))
        self.update()

    def paintEvent(self, ev: QPaintEvent) -> None:
        super().paintEvent(ev)
        if not 0 < self._settled <= self.maximum():
            return
        option = QStyleOptionSlider()
        self.initStyleOption(option)
        style = self.style()
        groove, handle = (
            style.subControlRect(QStyle.ComplexControl.CC_Slider, option, part, self)
            for part in (QStyle.SubControl.SC_SliderGroove, QStyle.SubControl.SC_SliderHandle)
        )
        span = groove.width() - handle.width()
        at = groove.left() + handle.width() / 2 + span * self._settled / self.maximum()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._ink, 1.2))
        painter.setBrush(self._ink)
        foot = QPointF(at, self.height() / 2 + 7)
        painter.drawPolygon(QPolygonF([foot, foot + QPointF(-4, 6), foot + QPointF(4, 6)]))
        painter.end()


class TransportPanel(QWidget):
    """Shows where in the sequence one is; every control reports a wish."""

    play_requested = Signal()
    frame_requested = Signal(int)
    fast_requested = Signal(bool)
    step_requested = Signal(int)  # frames forward, or back
    view_requested = Signal(str)
    open_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._count, self._playing = 0, False
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 6, 14, 8)
        column.setSpacing(4)
        self._controls = QWidget(self)
        unmirrored(self._controls)  # time goes to the right
        rows = QVBoxLayout(self._controls)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(4)
        rows.addLayout(self._make_transport())
        rows.addLayout(self._make_views())
        column.addWidget(self._controls)
        self._stack = QStackedWidget(self)
        self._words = muted("", self)
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.plot = PixelPlot(theme, self)
        self._stack.addWidget(self._make_empty())
        self._stack.addWidget(self._words)
        self._stack.addWidget(self.plot)
        column.addWidget(self._stack, 1)
        self.setMinimumHeight(150)
        self._connect()
        self.set_theme(theme)
        self.set_frames(0, 0)

    def _make_transport(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(4)
        ink, theme = icons.icon, self._theme
        self.back = tool_button(
            ink("step-back", theme.text), self.tr("Frame back"), self.tr("One frame back"), self
        )
        self.play = tool_button(ink("play", theme.text), self.tr("Play"), self.tr("Watch the frames"), self)
        self.forward = tool_button(
            ink("step", theme.text), self.tr("Frame forward"), self.tr("One frame further"), self
        )
        self.scrubber = FrameSlider(self)
        self.number = Facts(self, gap="   ")
        self.number.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self.number.setFixedWidth(NUMBER_PX)
        for widget in (self.back, self.play, self.forward):
            row.addWidget(widget)
        row.addSpacing(8)
        row.addWidget(self.scrubber, 1)
        row.addSpacing(8)
        row.addWidget(self.number)
        self.fast = QCheckBox(self.tr("Fast"), self)
        self.fast.setToolTip(self.tr("Play as fast as the model learns; else 25 frames a second at most"))
        row.addSpacing(12)
        row.addWidget(self.fast)
        return row

    def _make_views(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self.tabs = QTabBar(self)
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setUsesScrollButtons(False)
        self.tabs.setAccessibleName(self.tr("What is shown"))
        self.tabs.setToolTip(self.tr("What the canvas shows of each frame; ← → go from one to the next"))
        for words, tip in (
            (self.tr("Frame"), self.tr("The frame as it is")),
            (self.tr("Background"), self.tr("What stands behind, as the model knows it by now")),
            (self.tr("Foreground"), self.tr("The mask: white moves, gray is shadow, black is background")),
            (self.tr("Clean"), self.tr("What moves, before a dimmed background")),
            (self.tr("Recolored"), self.tr("The frame in the edited palette, one for all frames")),
        ):
            self.tabs.setTabToolTip(self.tabs.addTab(words), tip)
        self.facts = Facts(self, gap="   •   ")
        row.addWidget(self.tabs)
        row.addWidget(self.facts, 1)
        return row

    def _make_empty(self) -> QWidget:
        page = QWidget(self)
        column = QVBoxLayout(page)
        column.addStretch(1)
        self._empty = muted(
            self.tr("Open a folder of frames or a video, or drop it here, to see what moves in it"), page
        )
        column.addWidget(self._empty, 0, Qt.AlignmentFlag.AlignHCenter)
        self.open_button = QPushButton(self.tr("Open sequence…"), page)
        self.open_button.setToolTip(self.tr("Open a folder of frames or a video (Ctrl+Shift+O)"))
        column.addWidget(self.open_button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        return page

    def _connect(self) -> None:
        self.play.clicked.connect(self.play_requested)
        self.fast.toggled.connect(self.fast_requested)
        self.back.clicked.connect(lambda: self.step_requested.emit(-1))
        self.forward.clicked.connect(lambda: self.step_requested.emit(1))
        self.scrubber.valueChanged.connect(self.frame_requested)
        self.tabs.currentChanged.connect(lambda index: self.view_requested.emit(VIEWS[index]))
        self.open_button.clicked.connect(self.open_requested)

    # What it shows

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.scrubber.set_theme(theme)
        self.plot.set_theme(theme)
        self.set_playing(self._playing)
        for button, name in ((self.back, "step-back"), (self.forward, "step")):
            button.setIcon(icons.icon(name, theme.text, theme.disabled))

    def set_playing(self, on: bool) -> None:
        self._playing = on
        self.play.setIcon(icons.icon("pause" if on else "play", self._theme.text, self._theme.disabled))
        self.play.setAccessibleName(self.tr("Pause") if on else self.tr("Play"))
        self.play.setToolTip(self.tr("Stop at this frame") if on else self.tr("Watch the frames"))

    def set_frames(self, count: int, settled: int) -> None:
        """count: of the frames, 0 where there is no sequence. settled: see FrameSlider."""
        self._count = count
        self.scrubber.blockSignals(True)
        self.scrubber.setRange(0, max(0, count - 1))
        self.scrubber.blockSignals(False)
        self.scrubber.set_settled(settled)
        self._controls.setVisible(count > 0)
        self._controls.setEnabled(count > 0)
        if not count:
            self.number.set_parts(())
            self.facts.set_parts(())
            self._stack.setCurrentIndex(0)
        elif self._stack.currentIndex() == 0:
            self.show_pixel(None)

    def set_view(self, view: str) -> None:
        self.tabs.blockSignals(True)
        self.tabs.setCurrentIndex(VIEWS.index(view))
        self.tabs.blockSignals(False)

    def show_frame(self, number: int, name: str, facts: tuple[str, ...], *, arrived: bool) -> None:
        """number: from 0. facts: what there is to say of it, the most important first.

        arrived: it is not only passed on the way to the frame that the scrubber is at.
        """
        if arrived and not self.scrubber.isSliderDown():  # what is held stays under the pointer
            self.scrubber.blockSignals(True)
            self.scrubber.setValue(number)
            self.scrubber.blockSignals(False)
        place = self.tr("%1 of %2").replace("%1", str(number + 1)).replace("%2", str(self._count))
        self.number.set_parts((place, name))
        self.facts.set_parts(facts)

    def show_pixel(self, state: PixelState | None) -> None:
        """Draw a pixel's Gaussians; None: none is chosen yet."""
        self.plot.set_state(state)
        if not self._count:
            return
        self._words.setText(self.tr("Click a pixel to see what the model knows of it"))
        self._stack.setCurrentWidget(self._words if state is None else self.plot)
