"""How a mixture divides the photo: channel, number of components, where they begin; one of them."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from palette_studio.core.segmenting import MOST, SMOOTHEST, Segmenting
from palette_studio.ui.component_chips import ComponentChips
from palette_studio.ui.controls import Dial, RowName, Stepper, choice_row, hairline, indented, line_up, muted
from palette_studio.ui.direction import unmirrored
from palette_studio.ui.number_field import Channel, NumberField
from palette_studio.ui.theme import Theme


class CriterionCurve(QWidget):
    """What a criterion says of 1, 2, ... components: the lowest is chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        unmirrored(self)
        self._scores: list[float] = []
        self._ink, self._faint = QColor(), QColor()
        self.setFixedHeight(52)
        self.setAccessibleName(self.tr("Criterion by number of components"))

    def sizeHint(self) -> QSize:
        return QSize(120, 52)

    def set_theme(self, theme: Theme) -> None:
        self._ink, self._faint = QColor(theme.text), QColor(theme.muted)
        self.update()

    def set_scores(self, scores: list[float]) -> None:
        self._scores = scores
        self.setVisible(bool(scores))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._scores:
            return
        least, most = min(self._scores), max(self._scores)
        best = self._scores.index(least)
        room = QRectF(self.rect()).adjusted(8, 6, -8, -18)
        step = room.width() / max(1, len(self._scores) - 1)
        points = [
            QPointF(
                room.left() + step * n,
                room.bottom() - room.height() * (score - least) / ((most - least) or 1),
            )
            for n, score in enumerate(self._scores)
        ]
        painter = QPainter(self)
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._faint, 1.2))
        painter.drawPolyline(QPolygonF(points))
        metrics = QFontMetricsF(self.font())
        for n, point in enumerate(points):
            painter.setPen(self._ink if n == best else self._faint)
            painter.setBrush(self._ink if n == best else self._faint)
            painter.drawEllipse(point, 3 if n == best else 1.5, 3 if n == best else 1.5)
            text = str(n + 1)
            painter.drawText(
                QPointF(point.x() - metrics.horizontalAdvance(text) / 2, self.height() - 2), text
            )
        painter.end()


class SegmentPanel(QWidget):
    """Options of the mixture and of what is done with its regions."""

    segmenting_requested = Signal(object, str)  # Segmenting, words for the history
    component_requested = Signal(str, float)  # "mean", "deviation" or "weight" of the selected component
    lock_requested = Signal(bool)
    smooth_requested = Signal(float, bool)
    gesture_began = Signal()
    gesture_canceled = Signal()
    region_requested = Signal()
    palette_requested = Signal()
    labels_requested = Signal()
    masks_requested = Signal()
    refused = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._how = Segmenting()
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 0, 16, 12)
        column.setSpacing(6)
        self.channel = choice_row(column, self.tr("Divide by"), self._channels(), self)
        column.addLayout(self._make_count())
        self.curve = CriterionCurve(self)
        column.addWidget(self.curve)
        self.criterion = choice_row(column, self.tr("Criterion"), self._criteria(), self)
        self.start = choice_row(column, self.tr("Begin"), self._starts(), self)
        self.ends = QCheckBox(self.tr("Ignore clipped pixels"), self)
        self.ends.setToolTip(
            self.tr("Leave out the darkest and the lightest value, where clipped pixels pile up")
        )
        column.addLayout(indented(self.ends))
        tip = self.tr("Let regions follow edges of the photo; 0 takes every pixel alone")
        self.smooth = Dial(self.tr("Smooth"), tip, 0.25, self)
        column.addWidget(self.smooth)
        column.addWidget(hairline(self))
        part = QWidget(self)
        self._make_component(part)
        column.addWidget(part)
        column.addLayout(self._make_region())
        column.addLayout(self._make_buttons())
        column.addStretch(1)
        self._connect()
        self.set_theme(theme)
        self.set_values(self._how, 3, [])
        self.set_component(-1, None, False)
        line_up(self)

    def set_theme(self, theme: Theme) -> None:
        from palette_studio.ui import icons

        self.curve.set_theme(theme)
        for button, name in ((self.count.less, "minus"), (self.count.more, "plus")):
            button.setIcon(icons.icon(name, theme.text, theme.disabled))

    # What it shows

    def set_values(self, how: Segmenting, count: int, scores: list[float]) -> None:
        """count: of the components there are; scores: what the criterion said, if it chose their number."""
        self._how = how
        for box, value in (
            (self.channel, how.channel),
            (self.criterion, how.criterion),
            (self.start, how.start),
        ):
            box.setCurrentIndex(box.findData(value))
            box.setToolTip(box.itemData(box.currentIndex(), Qt.ItemDataRole.ToolTipRole))
        automatic = how.k == "auto"
        self.count.set_value(count)
        self.auto.setChecked(automatic)
        self.criterion.setEnabled(automatic)
        self.start.setEnabled(not automatic and not how.colorful)
        self.ends.setChecked(how.ignore_ends)
        self.smooth.set_value(how.smooth / SMOOTHEST)
        self.ends.setEnabled(how.channel in ("gray", "lightness"))
        self.curve.set_scores(scores if automatic else [])
        self._numbers.setVisible(not how.colorful)

    def set_component(self, index: int, numbers: tuple[float, float, float] | None, locked: bool) -> None:
        """Show a component, -1 for none; numbers: mean, deviation and weight, where it has them."""
        fields = (self.mean, self.deviation, self.weight)
        self.lock.setEnabled(index >= 0)
        self.lock.setChecked(locked)
        title = self.tr("Component %1").replace("%1", str(index + 1))
        self._title.setText(title if index >= 0 else self.tr("Component"))
        for field, number, size in zip(fields, numbers or (), (1, 1, 100), strict=bool(numbers)):
            field.set_value(number * size)
        for field in fields:
            field.setEnabled(numbers is not None)
            if numbers is None:
                field.setText("")

    # How it is built

    def _make_count(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        label = RowName(self.tr("Number"), self)
        self.count = Stepper(Channel(self.tr("Components"), 1, MOST), self)
        self.count.less.setToolTip(self.tr("One component fewer"))
        self.count.more.setToolTip(self.tr("One component more"))
        self.auto = QCheckBox(self.tr("Auto"), self)
        self.auto.setToolTip(self.tr("As many components as the criterion likes best"))
        row.addWidget(label)
        row.addWidget(self.count)
        row.addSpacing(4)
        row.addWidget(self.auto)
        row.addStretch(1)
        return row

    def _make_component(self, part: QWidget) -> None:
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        row = QHBoxLayout()
        self._title = QLabel(self.tr("Component"), self)
        self.lock = QCheckBox(self.tr("Lock"), self)
        self.lock.setToolTip(self.tr("Keep this component as it is while the others settle"))
        row.addWidget(self._title)
        row.addStretch(1)
        row.addWidget(self.lock)
        column.addLayout(row)
        self._numbers = QWidget(part)
        row = QHBoxLayout(self._numbers)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        self.mean = NumberField(Channel(self.tr("Mean"), 0, 65535, digits=1), self)
        self.deviation = NumberField(Channel(self.tr("Deviation"), 0.3, 30000, digits=1), self)
        self.weight = NumberField(Channel(self.tr("Weight"), 0.01, 99.99, digits=1, unit=" %"), self)
        for field in (self.mean, self.deviation, self.weight):
            cell = QVBoxLayout()
            cell.setSpacing(2)
            cell.addWidget(muted(field.channel.name, self))
            cell.addWidget(field)
            row.addLayout(cell)
        column.addWidget(self._numbers)
        column.addWidget(hairline(self))

    def _make_region(self) -> QVBoxLayout:
        column, row = QVBoxLayout(), QHBoxLayout()
        column.setSpacing(6)
        row.setSpacing(8)
        label = RowName(self.tr("Region"), self)
        label.setAlignment(Qt.AlignmentFlag.AlignTop)
        label.setContentsMargins(0, 6, 0, 0)
        self.chips = ComponentChips(self)
        row.addWidget(label)
        row.addWidget(self.chips, 1)
        column.addLayout(row)
        self.region_button = QPushButton(self.tr("Recolor only here"), self)
        self.region_button.setToolTip(
            self.tr("Go to Recolor, where colors change in the chosen components alone")
        )
        column.addWidget(self.region_button)
        return column

    def _make_buttons(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(6)
        self.palette_button = QPushButton(self.tr("Use components as palette"), self)
        self.palette_button.setToolTip(self.tr("The photo's palette becomes the colors of the components"))
        column.addWidget(self.palette_button)
        row = QHBoxLayout()
        row.setSpacing(6)
        self.labels_button = QPushButton(self.tr("Export labels…"), self)
        self.labels_button.setToolTip(self.tr("Save the regions as an indexed PNG"))
        self.masks_button = QPushButton(self.tr("Export masks…"), self)
        self.masks_button.setToolTip(
            self.tr("Save a picture of each component, soft at its edges (PNG with alpha)")
        )
        row.addWidget(self.labels_button)
        row.addWidget(self.masks_button)
        column.addLayout(row)
        return column

    def _connect(self) -> None:
        for box, name in ((self.channel, "channel"), (self.criterion, "criterion"), (self.start, "start")):
            box.activated.connect(lambda _, b=box, n=name: self._ask(b.currentText(), **{n: b.currentData()}))
        self.count.value_requested.connect(self._on_count_requested)
        self.auto.clicked.connect(self._on_auto_clicked)
        self.ends.clicked.connect(lambda on: self._ask(self.ends.text(), ignore_ends=on))
        self.lock.clicked.connect(self.lock_requested)
        self.smooth.value_requested.connect(self.smooth_requested)
        self.smooth.pressed.connect(self.gesture_began)
        self.smooth.canceled.connect(self.gesture_canceled)
        self.smooth.refused.connect(self.refused)
        for field, name in ((self.mean, "mean"), (self.deviation, "deviation"), (self.weight, "weight")):
            share = 0.01 if name == "weight" else 1.0
            for signal in (field.value_requested, field.nudged):
                signal.connect(lambda value, n=name, s=share: self.component_requested.emit(n, value * s))
            field.refused.connect(self.refused)
        self.count.refused.connect(self.refused)
        self.region_button.clicked.connect(self.region_requested)
        self.palette_button.clicked.connect(self.palette_requested)
        self.labels_button.clicked.connect(self.labels_requested)
        self.masks_button.clicked.connect(self.masks_requested)

    def _on_count_requested(self, k: int) -> None:
        self._ask(self.tr("%1 components").replace("%1", str(k)), k=k)

    def _on_auto_clicked(self, on: bool) -> None:
        self._ask(self.tr("Automatic number of components"), k="auto" if on else self.count.value)

    def _ask(self, words: str, **changes: object) -> None:
        how = replace(self._how.anew(), **changes)  # type: ignore[arg-type]  # names and types of Segmenting
        self.segmenting_requested.emit(how, words)

    def _channels(self) -> tuple[tuple[str, str, str], ...]:
        return (
            (self.tr("Gray"), "gray", self.tr("One gray value a pixel: luma")),
            (self.tr("Lightness"), "lightness", self.tr("CIE lightness: even steps for the eye")),
            (self.tr("Hue"), "hue", self.tr("The hue alone, around its circle; grays have none")),
            (self.tr("Color (CIELAB)"), "lab", self.tr("Whole colors; seen in the plane of a and b")),
            (self.tr("Color (OKLab)"), "oklab", self.tr("Whole colors, with even hues")),
        )

    def _criteria(self) -> tuple[tuple[str, str, str], ...]:
        return (
            (
                self.tr("BIC for photos"),
                "effective-bic",
                self.tr("Pixels of a photo are alike: fewer components"),
            ),
            ("BIC", "bic", self.tr("Every pixel counts alone: as many components as can be told apart")),
            ("AIC", "aic", self.tr("The most components")),
            ("ICL", "icl", self.tr("Components that hardly overlap")),
        )

    def _starts(self) -> tuple[tuple[str, str, str], ...]:
        return (
            (self.tr("Equal parts"), "equal", self.tr("The range divided into equal parts")),
            (self.tr("Equal areas"), "quantiles", self.tr("As many pixels in each part")),
            (self.tr("Clusters"), "kmeans", self.tr("k-means of the values")),
            (self.tr("Random"), "random", self.tr("Values drawn by how often they occur")),
            (self.tr("Best of many"), "search", self.tr("The likeliest fit of many beginnings")),
        )
