"""Where to, as what, and with what in it: the export."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QWidget,
)

from palette_studio.core.files import ExportOptions, export_path
from palette_studio.core.photo import Photo
from palette_studio.ui.controls import muted
from palette_studio.ui.form_dialog import FormDialog
from palette_studio.ui.number_field import Channel, NumberField

INDEXED = "indexed"  # a PNG whose pixels are numbers of palette colors; of mapped photos alone
FORMATS = (("JPEG", "jpeg"), ("PNG", "png"), ("TIFF", "tiff"), ("WebP", "webp"), ("AVIF", "avif"))
LOSSY = ("jpeg", "webp", "avif")
DEEP = ("png", "tiff")


@dataclass(frozen=True)
class ExportWish:
    """What the dialog asks for. indexed: as PNG with the palette in it, all else in ``options`` aside."""

    folder: Path
    template: str
    conflict: str
    options: ExportOptions
    indexed: bool = False

    @property
    def format(self) -> str:
        return "png" if self.indexed else self.options.format


class ExportDialog(FormDialog):
    """A form over ``ExportOptions``. mapped: the result has palette colors alone, so it can be indexed."""

    def __init__(
        self,
        photo: Photo,
        wish: ExportWish,
        swatches: int,
        parent: QWidget | None = None,
        *,
        mapped: bool = False,
    ) -> None:
        super().__init__(self.tr("Export"), parent)
        self._photo_name, self._swatches = photo.name, swatches
        self.add_place(wish.folder, wish.template, wish.conflict)
        own = ((self.tr("PNG, indexed"), INDEXED),) if mapped else ()
        chosen = INDEXED if wish.indexed else wish.options.format
        self._make_format(photo, wish.options, (*own, *FORMATS), chosen)
        self._make_contents(photo, wish.options)
        self.finish()

    def wish(self) -> ExportWish:
        kind = self._format.currentData()
        options = ExportOptions(
            format="png" if kind == INDEXED else kind,
            quality=self._quality.value(),
            bits=self._bits.currentData() if kind in DEEP else 8,
            long_edge=self._edge if self._resize.isChecked() else 0,
            profile=self._profile.currentData(),
            keep_exif=self._exif.isChecked(),
            keep_gps=self._gps.isChecked() and self._exif.isChecked(),
        )
        return ExportWish(*self.place(), options, kind == INDEXED)

    def path(self) -> Path | None:
        """Return the file that will be written, or None when it exists and shall be skipped."""
        wish = self.wish()
        return export_path(
            wish.folder, wish.template, self._photo_name, wish.format, wish.conflict, k=self._swatches
        )

    def _make_format(
        self, photo: Photo, options: ExportOptions, formats: tuple[tuple[str, str], ...], chosen: str
    ) -> None:
        self._format = self.add_choice(self.tr("Format"), formats, chosen)
        self._format.setToolTip(self.tr("Kind of file"))
        self.add_quality(options.quality)
        same = self.tr("Like the photo (%1 bits)").replace("%1", str(photo.bits))
        depths = ((same, 0), (self.tr("8 bits"), 8), (self.tr("16 bits"), 16))
        self._bits = self.add_choice(self.tr("Depth"), depths, options.bits)
        self._bits.setToolTip(self.tr("How fine the steps between two colors are"))

    def _make_contents(self, photo: Photo, options: ExportOptions) -> None:
        self._resize = QCheckBox(self.tr("Longer side"), self)
        self._resize.setToolTip(self.tr("Write a larger or smaller picture"))
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
        self.add_line(self.tr("Size"), row)
        profiles = [("sRGB", "srgb")]
        if photo.origin.profile and photo.origin.converted:
            profiles.append(
                (self.tr("The photo's own: %1").replace("%1", photo.origin.profile_name), "source")
            )
        self._profile = self.add_choice(self.tr("Color profile"), profiles, options.profile)
        self._profile.setToolTip(self.tr("Which colors the numbers in the file stand for"))
        self._exif = QCheckBox(self.tr("Camera data (EXIF)"), self)
        self._exif.setToolTip(self.tr("Keep what the camera noted: time, lens, exposure"))
        self._exif.setChecked(options.keep_exif)
        self._gps = QCheckBox(self.tr("Place (GPS)"), self)
        self._gps.setToolTip(self.tr("Keep where the photo was taken"))
        self._gps.setChecked(options.keep_gps)
        row = QHBoxLayout()
        row.addWidget(self._exif)
        row.addSpacing(12)
        row.addWidget(self._gps)
        row.addStretch(1)
        self.add_line(self.tr("Keep"), row)
        self._resize.toggled.connect(self.refresh)
        self._exif.toggled.connect(self.refresh)

    def _on_edge_requested(self, value: float) -> None:
        self._edge = round(value)
        self._edge_field.set_value(self._edge)
        self._resize.setChecked(True)
        self.refresh()

    def refresh(self) -> None:
        super().refresh()
        if self._built:
            kind = self._format.currentData()
            self.show_quality(counts=kind in LOSSY)
            self._bits.setEnabled(kind in DEEP)
            free = kind != INDEXED
            for part in (self._resize, self._profile, self._exif):
                part.setEnabled(free)
            self._edge_field.setEnabled(free and self._resize.isChecked())
            self._gps.setEnabled(free and self._exif.isChecked())


def with_defaults(wish: ExportWish, photo: Photo) -> ExportWish:
    """Return the wish with what fits this photo: its folder and, until another is chosen, its format."""
    known = {value for _, value in FORMATS}
    if wish.options == ExportOptions():
        own = photo.origin.format if photo.origin.format in known else "png"
        wish = replace(wish, options=replace(wish.options, format=own))
    if not wish.folder.parts:
        wish = replace(wish, folder=photo.origin.path.parent if photo.origin.path else Path.home())
    return wish
