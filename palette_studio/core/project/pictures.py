"""The pictures a project belongs to: files by their place and digest, others whole."""

from __future__ import annotations

import base64
import binascii
import os
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any
from weakref import WeakKeyDictionary

from palette_studio.core.project.fields import Fields

if TYPE_CHECKING:
    from palette_studio.core.photo import Photo

LONGEST_SIDE = 1_000_000
MOST_DATA = 512 << 20  # characters of a picture that is kept whole
LONGEST_PATH = 4096
_KEPT: WeakKeyDictionary[Photo, bytes] = WeakKeyDictionary()  # encoded once, not at every save


@dataclass(frozen=True)
class Picture:
    """A picture and where to find it. size: (w, h).

    path: of its file, absolute; None for one that came from no file, whose PNG is in ``data``. digest: the
    SHA-256 of the file, "" where it is not known.
    """

    name: str
    size: tuple[int, int]
    path: Path | None = None
    digest: str = ""
    data: bytes = b""


def picture_of_photo(photo: Photo) -> Picture:
    """Return what a project keeps of a photo."""
    size, origin = (photo.width, photo.height), photo.origin
    if origin.path is not None:
        return Picture(photo.name, size, origin.path, origin.digest)
    data = _KEPT.get(photo)
    if data is None:
        from palette_studio.core.files.photo_out import encode_photo

        data = _KEPT[photo] = encode_photo(photo.pixels, photo)
    return Picture(photo.name, size, data=data)


def told_picture(picture: Picture, folder: Path) -> dict[str, Any]:
    """folder: of the project; the file's place is told from there."""
    told: dict[str, Any] = {"name": picture.name, "size": list(picture.size)}
    if picture.path is None:
        return told | {"png": base64.b64encode(picture.data).decode("ascii")}
    return told | {"path": relative(picture.path, folder), "sha256": picture.digest}


def picture_of(fields: Fields, folder: Path) -> Picture:
    width, height = fields.numbers("size", 2, 1, LONGEST_SIDE)
    size, name = (int(width), int(height)), fields.text("name")
    digest, place, png = fields.text("sha256"), fields.text("path"), fields.raw("png")
    if digest and (len(digest) != 64 or not set(digest) <= set("0123456789abcdef")):
        raise fields.wrong("sha256", "64 hexadecimal digits")
    if place:
        return Picture(name, size, absolute(fields, place, folder), digest)
    if not isinstance(png, str) or not 0 < len(png) <= MOST_DATA:
        raise fields.wrong("path", "the place of a file")
    try:
        return Picture(name, size, data=base64.b64decode(png, validate=True))
    except (binascii.Error, ValueError) as error:
        raise ValueError("the picture in it is damaged") from error


def relative(path: Path, folder: Path) -> str:
    """Return a place as seen from a folder, with slashes; an absolute one where no way leads there."""
    try:
        return Path(os.path.relpath(path, folder)).as_posix()
    except ValueError:  # another drive
        return path.as_posix()


def absolute(fields: Fields, place: str, folder: Path) -> Path:
    """Return the file that a place leads to. Raises ValueError for one that no system has."""
    if len(place) > LONGEST_PATH or "\0" in place:
        raise fields.wrong("path", "the place of a file")
    return Path(os.path.normpath(folder / PurePosixPath(place)))
