"""A demo of expectation maximization in a small window of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeySequence, QPainter, QPaintEvent, QPen, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from palette_studio.ui.controls import hairline, heading, muted
from palette_studio.ui.decimals import decimal, point
from palette_studio.ui.group_mark import mark
from palette_studio.ui.iteration_bar import IterationBar, LikelihoodStrip
from palette_studio.ui.readouts import percent
from palette_studio.ui.theme import Theme

if TYPE_CHECKING:
    import numpy as np

    from palette_studio.core.mixture.components import Components
    from palette_studio.core.mixture.demos import Demo
    from palette_studio.ui.demo_plot import DemoPlot

# Blue and orange, which nobody confuses: for panels that are dark or gray, and for light ones
PALE, DEEP = ("#8FB8F5", "#F5A36B"), ("#2B62C4", "#BF4A14")
SIDE_PX, STRIP_PX = 272, 96
MARK_PX, LINE = 10, QSize(16, 12)  # of samples


def group_colors(theme: Theme) -> list[QColor]:
    """Return the colors of two groups that show on the theme's panel."""
    return [QColor(name) for name in (PALE if QColor(theme.text).lightnessF() > 0.5 else DEEP)]


class Sample(QWidget):
    """What something looks like in the plot: the marks of some groups, or, without one, a line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._groups: list[tuple[int, QColor]] = []
        self._ink = QColor()

    def set_look(self, groups: list[tuple[int, QColor]], theme: Theme) -> None:
        """groups: the number and the color of each."""
        self._groups, self._ink = groups, QColor(theme.text)
        self.setFixedSize(QSize(len(groups) * (MARK_PX + 3), LINE.height()) if groups else LINE)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self._groups:
            painter.setPen(QPen(self._ink, 1.6))
            painter.drawLine(0, self.height() // 2, self.width(), self.height() // 2)
        for n, (group, color) in enumerate(self._groups):
            painter.fillPath(mark(group, QRectF(n * (MARK_PX + 3), 1, MARK_PX, MARK_PX)), color)
        painter.end()


class Comparison(QWidget):
    """Means, deviations and weights of every group: the true ones and the estimated ones."""

    def __init__(self, groups: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(5)
        self._grid.setColumnStretch(0, 1)
        self._samples = [Sample(self) for _ in range(groups)]
        self._true, self._estimated = Sample(self), Sample(self)
        self._add_head(1, self._true, self.tr("True"))
        self._add_head(2, self._estimated, self.tr("Estimated"))
        self._numbers = [self._add_group(n) for n in range(groups)]

    def _add_head(self, column: int, sample: Sample, words: str) -> None:
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addStretch(1)
        row.addWidget(sample)
        row.addWidget(QLabel(words, self))
        self._grid.addLayout(row, 0, column)

    def _add_group(self, n: int) -> list[tuple[QLabel, QLabel]]:
        line = self._grid.rowCount()
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self._samples[n])
        row.addWidget(heading(self.tr("Group %1").replace("%1", str(n + 1)), self), 1)
        self._grid.setRowMinimumHeight(line, 12)
        self._grid.addLayout(row, line + 1, 0)
        pairs = []
        for name in (self.tr("Mean"), self.tr("Deviation"), self.tr("Weight")):
            below = self._grid.rowCount()
            pair = QLabel(self), QLabel(self)
            self._grid.addWidget(muted(name, self), below, 0)
            for column, label in enumerate(pair, 1):
                label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                self._grid.addWidget(label, below, column)
            pair[0].setProperty("role", "muted")
            pairs.append(pair)
        return pairs

    def set_theme(self, theme: Theme) -> None:
        groups = list(enumerate(group_colors(theme)))
        self._true.set_look(groups, theme)
        self._estimated.set_look([], theme)
        for sample, group in zip(self._samples, groups, strict=True):
            sample.set_look([group], theme)

    def show_components(self, true: Components, estimated: Components) -> None:
        for n, pairs in enumerate(self._numbers):
            for column, components in enumerate((true, estimated)):
                for pair, words in zip(pairs, _words(components, n), strict=True):
                    pair[column].setText(words)

    @property
    def words(self) -> str:
        """All of it as one line."""
        parts = []
        for n, pairs in enumerate(self._numbers, 1):
            means = [label.text() for label in pairs[0]]
            words = self.tr("Group %1: mean %2, estimated %3").replace("%1", str(n))
            parts.append(words.replace("%2", means[0]).replace("%3", means[1]))
        return "; ".join(parts)


class DemoWindow(QDialog):
    """Shows the points of a demo, their truth, and any iteration of the estimate; reports wishes."""

    points_requested = Signal()

    def __init__(self, title: str, words: str, theme: Theme, parent: QWidget | None = None) -> None:
        """words: one line that says what one sees."""
        super().__init__(parent)
        self._theme = theme
        self._plot: DemoPlot | None = None  # pyqtgraph comes with the first demo
        self._demo: Demo | None = None
        self._iteration = 0
        self.setWindowTitle(title)
        self.setModal(False)
        QShortcut(QKeySequence("Ctrl+W"), self, self.close)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 12)
        column.setSpacing(10)
        says = QLabel(words, self)
        says.setWordWrap(True)
        column.addWidget(says)
        middle = QHBoxLayout()
        middle.setSpacing(20)
        self._stage = QStackedWidget(self)
        waiting = muted(self.tr("Drawing points…"), self)
        waiting.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._stage.addWidget(waiting)
        middle.addWidget(self._stage, 1)
        middle.addLayout(self._make_side())
        column.addLayout(middle, 1)
        column.addWidget(hairline(self))
        column.addLayout(self._make_row())
        self.resize(QSize(800, 540))
        self.set_theme(theme)

    def _make_side(self) -> QVBoxLayout:
        self.comparison = Comparison(2, self)
        self.comparison.setMinimumWidth(SIDE_PX)
        self._height = QLabel(self)
        self.strip = LikelihoodStrip(self.tr("a point"), QSize(SIDE_PX, STRIP_PX), self)
        side, row = QVBoxLayout(), QHBoxLayout()
        side.setSpacing(6)
        row.addWidget(muted(self.tr("Log likelihood"), self), 1)
        row.addWidget(self._height)
        side.addWidget(self.comparison)
        side.addStretch(1)
        side.addLayout(row)
        side.addWidget(self.strip)
        return side

    def _make_row(self) -> QHBoxLayout:
        self.bar = IterationBar(self._theme, self.tr("Back to the beginning"), self)
        self.bar.show_none()
        self.new_points = QPushButton(self.tr("New points"), self)
        self.new_points.setToolTip(self.tr("Draw other points from the same groups"))
        self.new_points.setAutoDefault(False)
        self.new_points.clicked.connect(self.points_requested)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.bar, 1)
        row.addWidget(self.new_points)
        return row

    # What it shows

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        for part in (self.bar, self.strip, self.comparison):
            part.set_theme(theme)
        if self._plot is not None:
            self._plot.set_look(theme, group_colors(theme))
            self._draw()

    def show_iteration(self, demo: Demo, iteration: int) -> None:
        new, first = demo is not self._demo, self._demo is None
        self._demo, self._iteration = demo, iteration
        if self._plot is None:
            self._plot = self._make_plot(demo)
        if new:
            self._plot.show_points(demo)
        self.bar.show_iteration(iteration, demo.iterations)
        if first:
            self.bar.scrubber.setFocus()
        self.strip.set_values(demo.log_likelihoods, iteration)
        self._height.setText(decimal(float(demo.log_likelihoods[iteration]), 3))
        self.comparison.show_components(demo.truth, demo.trace[iteration])
        self._draw()
        self._plot.setAccessibleDescription(self.comparison.words)

    def _make_plot(self, demo: Demo) -> DemoPlot:
        from palette_studio.ui.demo_plot import LinePlot, PlanePlot

        plot = LinePlot(self) if demo.truth.dimensions == 1 else PlanePlot(self)
        plot.set_look(self._theme, group_colors(self._theme))
        self._stage.setCurrentIndex(self._stage.addWidget(plot))
        return plot

    def _draw(self) -> None:
        if self._plot is not None and self._demo is not None:
            self._plot.show_estimate(self._demo.trace[self._iteration])


def _words(components: Components, n: int) -> tuple[str, str, str]:
    """Return mean, deviation and weight of a component."""
    deviations = components.covariances[n].diagonal() ** 0.5
    return _listed(components.means[n]), _listed(deviations), percent(components.weights[n])


def _listed(values: np.ndarray) -> str:
    """Return numbers with a sign between them that is none of theirs."""
    between = "; " if point() == "," else ", "
    return between.join(decimal(float(value), 2) for value in values)
