"""Where to, as what, and with what in it: the export."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from palette_studio.core.files import ExportOptions, FileError, export_path
from palette_studio.core.photo import Photo
from palette_studio.ui.controls import hairline, muted
from palette_studio.ui.number_field import Channel, NumberField

FORMATS = (("JPEG", "jpeg"), ("PNG", "png"), ("TIFF", "tiff"), ("WebP", "webp"), ("AVIF", "avif"))
LOSSY = ("jpeg", "webp", "avif")
DEEP = ("png", "tiff")
CONFLICTS = ("unique", "overwrite", "skip")


@dataclass(frozen=True)
class ExportWish:
    """What the dialog asks for. path: None when the name is taken and shall be skipped."""

    folder: Path
    template: str
    conflict: str
    options: ExportOptions


class ExportDialog(QDialog):
    """A form over ``ExportOptions``; the name of the file it will write is always in sight."""

    def __init__(self, photo: Photo, wish: ExportWish, swatches: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Export"))
        self.setMinimumWidth(500)
        self._photo, self._swatches = photo, swatches
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 18)
        column.setSpacing(12)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnMinimumWidth(0, 84)
        self._grid.setColumnStretch(1, 1)
        column.addLayout(self._grid)
        self._make_place(wish)
        self._make_format(wish.options)
        self._make_contents(wish.options)
        column.addWidget(hairline(self))
        self._target = QLabel(self)
        self._target.setTextFormat(Qt.TextFormat.PlainText)
        self._target.setWordWrap(True)
        self._target.setMinimumHeight(34)
        column.addWidget(self._target)
        self._buttons = QDialogButtonBox(self)
        self.export_button = self._buttons.addButton(
            self.tr("Export"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        self.export_button.setDefault(True)
        cancel = self._buttons.addButton(self.tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        cancel.setAutoDefault(False)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        column.addWidget(self._buttons)
        self._refresh()

    def wish(self) -> ExportWish:
        options = ExportOptions(
            format=self._format.currentData(),
            quality=self._quality.value(),
            bits=self._bits.currentData() if self._format.currentData() in DEEP else 8,
            long_edge=self._edge if self._resize.isChecked() else 0,
            profile=self._profile.currentData(),
            keep_exif=self._exif.isChecked(),
            keep_gps=self._gps.isChecked() and self._exif.isChecked(),
        )
        return ExportWish(Path(self._folder.text()), self._name.text(), self._conflict.currentData(), options)

    def path(self) -> Path | None:
        """Return the file that will be written, or None when it exists and shall be skipped."""
        wish = self.wish()
        return export_path(
            wish.folder, wish.template, self._photo.name, wish.options.format, wish.conflict, k=self._swatches
        )

    def _make_place(self, wish: ExportWish) -> None:
        self._folder = QLineEdit(str(wish.folder), self)
        self._folder.setAccessibleName(self.tr("Folder"))
        browse = QPushButton(self.tr("Browse…"), self)
        browse.setAutoDefault(False)
        browse.clicked.connect(self._browse)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._folder, 1)
        row.addWidget(browse)
        self._add(self.tr("Folder"), row)
        self._name = QLineEdit(wish.template, self)
        self._name.setAccessibleName(self.tr("Name"))
        self._name.setToolTip(
            self.tr("{name} is the photo's name, {date} the day, {k} the number of swatches")
        )
        self._add(self.tr("Name"), self._name)
        words = (self.tr("Find a free name"), self.tr("Replace the file"), self.tr("Do not export"))
        self._conflict = self._choice(
            self.tr("If it exists"), zip(words, CONFLICTS, strict=True), wish.conflict
        )
        self._folder.textChanged.connect(self._refresh)
        self._name.textChanged.connect(self._refresh)

    def _make_format(self, options: ExportOptions) -> None:
        self._format = self._choice(self.tr("Format"), FORMATS, options.format)
        self._quality = QSlider(Qt.Orientation.Horizontal, self)
        self._quality.setRange(1, 100)
        self._quality.setValue(options.quality)
        self._quality.setAccessibleName(self.tr("Quality"))
        self._quality_text = QLabel(self)
        self._quality_text.setFixedWidth(34)
        self._quality_text.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row = QHBoxLayout()
        row.addWidget(self._quality, 1)
        row.addWidget(self._quality_text)
        self._add(self.tr("Quality"), row)
        same = self.tr("Like the photo (%1 bits)").replace("%1", str(self._photo.bits))
        depths = ((same, 0), (self.tr("8 bits"), 8), (self.tr("16 bits"), 16))
        self._bits = self._choice(self.tr("Depth"), depths, options.bits)
        self._quality.valueChanged.connect(self._refresh)

    def _make_contents(self, options: ExportOptions) -> None:
        photo = self._photo
        self._resize = QCheckBox(self.tr("Longer side"), self)
        self._resize.setChecked(bool(options.long_edge))
        self._edge = options.long_edge or max(photo.width, photo.height)
        self._edge_field = NumberField(
            Channel(self.tr("Longer side in pixels"), 1, 65535, step=10, unit=" px"), self
        )
        self._edge_field.setFixedWidth(92)
        self._edge_field.set_value(self._edge)
        for signal in (self._edge_field.value_requested, self._edge_field.nudged):
            signal.connect(self._on_edge_requested)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self._resize)
        row.addWidget(self._edge_field)
        row.addWidget(
            muted(
                self.tr("of %1 × %2").replace("%1", str(photo.width)).replace("%2", str(photo.height)),
                self,
            )
        )
        row.addStretch(1)
        self._add(self.tr("Size"), row)
        profiles = [("sRGB", "srgb")]
        if photo.origin.profile and photo.origin.converted:
            profiles.append(
                (self.tr("The photo's own: %1").replace("%1", photo.origin.profile_name), "source")
            )
        self._profile = self._choice(self.tr("Color profile"), profiles, options.profile)
        self._exif = QCheckBox(self.tr("Camera data (EXIF)"), self)
        self._exif.setChecked(options.keep_exif)
        self._gps = QCheckBox(self.tr("Place (GPS)"), self)
        self._gps.setChecked(options.keep_gps)
        row = QHBoxLayout()
        row.addWidget(self._exif)
        row.addSpacing(12)
        row.addWidget(self._gps)
        row.addStretch(1)
        self._add(self.tr("Keep"), row)
        self._resize.toggled.connect(self._refresh)
        self._exif.toggled.connect(self._refresh)

    def _choice(self, name: str, items: Iterable[tuple[str, object]], chosen: object) -> QComboBox:
        box = QComboBox(self)
        box.setAccessibleName(name)
        for text, value in items:
            box.addItem(text, value)
        box.setCurrentIndex(max(box.findData(chosen), 0))
        box.currentIndexChanged.connect(self._refresh)
        self._add(name, box)
        return box

    def _add(self, name: str, part: QWidget | QHBoxLayout) -> None:
        line = self._grid.rowCount()
        self._grid.addWidget(muted(name, self), line, 0)
        if isinstance(part, QWidget):
            self._grid.addWidget(part, line, 1)
        else:
            self._grid.addLayout(part, line, 1)

    def _browse(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, self.tr("Export to"), self._folder.text())
        if folder:
            self._folder.setText(folder)

    def _on_edge_requested(self, value: float) -> None:
        self._edge = round(value)
        self._edge_field.set_value(self._edge)
        self._resize.setChecked(True)
        self._refresh()

    def _refresh(self) -> None:
        if not hasattr(self, "export_button"):
            return  # still being built
        kind = self._format.currentData()
        self._quality.setEnabled(kind in LOSSY)
        self._quality_text.setText(str(self._quality.value()) if kind in LOSSY else "–")
        self._bits.setEnabled(kind in DEEP)
        self._edge_field.setEnabled(self._resize.isChecked())
        self._gps.setEnabled(self._exif.isChecked())
        try:
            path = self.path()
        except (FileError, ValueError) as error:
            self._target.setText(str(error))
            self.export_button.setEnabled(False)
            return
        taken = self.tr("A file of that name exists; nothing will be written.")
        self._target.setText(taken if path is None else self.tr("Writes %1").replace("%1", str(path)))
        self.export_button.setEnabled(path is not None)


def with_defaults(wish: ExportWish, photo: Photo) -> ExportWish:
    """Return the wish with what fits this photo: its folder and, until another is chosen, its format."""
    known = {value for _, value in FORMATS}
    if wish.options == ExportOptions():
        own = photo.origin.format if photo.origin.format in known else "png"
        wish = replace(wish, options=replace(wish.options, format=own))
    if not wish.folder.parts:
        wish = replace(wish, folder=photo.origin.path.parent if photo.origin.path else Path.home())
    return wish
