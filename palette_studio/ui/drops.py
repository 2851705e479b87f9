"""The files in a drop or on the clipboard."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication, QImage

PHOTOS = (  # that a file dialog lists
    "*.jpg *.jpeg *.png *.tif *.tiff *.webp *.bmp *.gif *.avif *.heic *.heif *.jxl "
    "*.dng *.cr2 *.cr3 *.nef *.arw *.raf *.orf *.rw2 *.pef *.srw"
)


def paths_in(mime: QMimeData) -> list[Path]:
    """Return the files that are named as such."""
    return [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]


def path_in(mime: QMimeData) -> Path | None:
    """Return the first file: by its URL, or by a name or URL as text."""
    if files := paths_in(mime):
        return files[0]
    lines = mime.text().strip().splitlines() if mime.hasText() else []
    name = lines[0].removeprefix("file://") if lines else ""
    return Path(name) if name.startswith("/") and Path(name).is_file() else None


def pasted_image() -> QImage | None:
    """Return the picture on the clipboard; None where there is none, or one without pixels."""
    image = QImage(QGuiApplication.clipboard().image())
    return None if image.isNull() else image
