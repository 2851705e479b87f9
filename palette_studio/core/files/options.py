"""What an export is made of, and where it goes."""

from __future__ import annotations

import datetime
import os
import re
from collections.abc import Container
from dataclasses import dataclass
from pathlib import Path

from palette_studio.core.files.error import FileError
from palette_studio.core.palette import Rgb

SUFFIXES = {"png": ".png", "jpeg": ".jpg", "tiff": ".tif", "webp": ".webp", "avif": ".avif"}
ENDINGS = {**SUFFIXES, "cube": ".cube", "shaped": ".cube", "hald": ".png"}  # color tables too
FORMAT_OF = {".jpeg": "jpeg", ".jpe": "jpeg", ".tiff": "tiff", **{s: f for f, s in SUFFIXES.items()}}
PHOTO_SUFFIXES = {*FORMAT_OF, ".bmp", ".gif"}
DEEP = ("png", "tiff")  # formats that can hold 16 bits a channel
OPAQUE = ("jpeg",)  # formats without alpha
CONFLICTS = ("unique", "overwrite", "skip")
PROFILES = ("srgb", "source")
MOST_EDGE = 65535
LONGEST_NAME = 255  # bytes, on every common file system


@dataclass(frozen=True)
class ExportOptions:
    """How a photo is written.

    format: a key of SUFFIXES. quality: 1..100; WebP at 100 is lossless, PNG and TIFF always are.
    bits: 8, 16, or 0 for as many as the photo has and the format can hold.
    long_edge: pixels of the longer side, 0 for the photo's own size.
    profile: "srgb", or "source": converted back to the colors of the file that was opened, where its profile
    leads back.
    keep_exif: camera, lens, time. keep_gps: the place too. background: sRGB under what is transparent, for
    formats without alpha.
    """

    format: str = "png"
    quality: int = 95
    bits: int = 0
    long_edge: int = 0
    profile: str = "srgb"
    keep_exif: bool = True
    keep_gps: bool = False
    background: Rgb = (255, 255, 255)

    def check(self) -> None:
        """Raise ValueError, naming value and limit, when an option has no meaning."""
        choices = (
            ("format", self.format, tuple(SUFFIXES)),
            ("bits", self.bits, (0, 8, 16) if self.format in DEEP else (0, 8)),
            ("profile", self.profile, PROFILES),
        )
        for name, value, allowed in choices:
            if value not in allowed:
                listed = ", ".join(str(choice) for choice in allowed)
                raise ValueError(f"{name} is {value!r}; for {self.format} it is one of {listed}")
        if not 1 <= self.quality <= 100:
            raise ValueError(f"quality is {self.quality}; it is 1 to 100")
        if not 0 <= self.long_edge <= MOST_EDGE:
            raise ValueError(f"the longer side is {self.long_edge} px; it is 1 to {MOST_EDGE}, or 0")


def format_of(path: Path, default: str = "png") -> str:
    """Return the format that a file's extension asks for; ``default`` when it has none.

    Raises FileError for an extension of something else.
    """
    suffix = path.suffix.lower()
    if not suffix:
        return default
    if suffix not in FORMAT_OF:
        raise FileError(
            f"{path.name}: photos are written as {', '.join(SUFFIXES.values())}, not as {suffix}. "
            "Choose another extension."
        )
    return FORMAT_OF[suffix]


def export_path(
    folder: str | Path,
    template: str,
    photo_name: str,
    format: str,
    conflict: str = "unique",
    *,
    k: int = 0,
    date: datetime.date | None = None,
) -> Path | None:
    """Return the file that an export will write, None when it exists and ``conflict`` is "skip".

    template: the name without extension; {name} is the photo's name without its own, {date} the day as
    2026-11-21, {k} the number of swatches. format: a key of ENDINGS, or an ending. conflict: "unique" adds
    -2, -3 ... to a name that is taken, "overwrite" takes it all the same. A name too long for a file system
    loses the end of {name}. date: today's when None. Raises FileError when the folder is missing, and when
    the template is empty, has other fields or would leave the folder.
    """
    if not Path(folder).is_dir():
        raise FileError(f"There is no folder {folder}. Make it first or choose another.")
    return free_path(Path(folder), template, photo_name, format, conflict, k=k, date=date)


def free_path(
    folder: Path,
    template: str,
    photo_name: str,
    format: str,
    conflict: str,
    *,
    k: int = 0,
    date: datetime.date | None = None,
    taken: Container[str] = (),
) -> Path | None:
    """Return the same for a folder that may yet be made.

    taken: names, casefolded, of files yet to be written, which never are replaced or skipped.
    """
    if conflict not in CONFLICTS:
        raise ValueError(f"conflict is {conflict!r}; it is one of {', '.join(CONFLICTS)}")
    suffix = format if format.startswith(".") else ENDINGS[format]
    name = Path(photo_name).name
    if Path(name).suffix.lower() in PHOTO_SUFFIXES:
        name = name[: -len(Path(name).suffix)]
    stem = _stem(template, {"name": name, "date": (date or datetime.date.today()).isoformat(), "k": str(k)})
    path, number = folder / _fitted(stem, suffix), 1
    if conflict == "skip" and path.name.casefold() not in taken and os.path.lexists(path):
        return None
    while path.name.casefold() in taken or (conflict != "overwrite" and os.path.lexists(path)):
        number += 1
        path = folder / _fitted(stem, f"-{number}{suffix}")
    return path


def _stem(template: str, values: dict[str, str]) -> str:
    """Return the template with its fields filled in, fit for every common file system."""
    unknown = [field for field in re.findall(r"\{([^{}]*)\}", template) if field not in values]
    if unknown or "{" in re.sub(r"\{\w+\}", "", template) or "}" in re.sub(r"\{\w+\}", "", template):
        what = "{" + unknown[0] + "}" if unknown else "a brace that stands alone"
        raise FileError(f"The name “{template}” has {what}; it may have {{name}}, {{date}} and {{k}}.")
    if re.search(r'[/\\<>:"|?*\0-\x1f]', template):
        raise FileError(
            f'The name “{template}” may not have / \\ < > : " | ? or *. Folders are chosen above it.'
        )
    filled = re.sub(r"\{(\w+)\}", lambda match: values[match[1]], template)
    stem = re.sub(r'[/\\<>:"|?*\0-\x1f]', "_", filled).strip().rstrip(". ")
    if not stem.strip("."):
        raise FileError("The name of the export is empty. Write one, such as {name}-recolored.")
    return stem


def _fitted(stem: str, ending: str) -> str:
    """Return stem and ending, the stem shortened to what a file system can hold."""
    room = LONGEST_NAME - len(os.fsencode(ending))
    while len(os.fsencode(stem)) > room:
        stem = stem[:-1]
    return stem + ending
