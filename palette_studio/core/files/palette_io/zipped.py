"""Palettes in ZIP files: bounded, and in nothing but deflate."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib

from palette_studio.core.files.palette_io.source import UnreadableError

MOST_MEMBERS = 2000  # files in it; Krita puts a color profile of each space beside the colors
MOST_UNPACKED = 8 << 20  # bytes of one member
_BROKEN = (zipfile.BadZipFile, NotImplementedError, zlib.error, EOFError, OSError, struct.error)
_EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest that ZIP knows: equal palettes make equal files


def is_zip(data: bytes) -> bool:
    return data.startswith((b"PK\x03\x04", b"PK\x05\x06"))


def members(data: bytes) -> list[str]:
    """Return the names in a ZIP file, [] if it is broken or has too many."""
    try:
        return _opened(data).namelist()
    except ValueError:
        return []


def unpacked(data: bytes, name: str) -> bytes:
    """Return one member.

    Raises ValueError for a broken file and UnreadableError for one that is locked or too large.
    """
    archive = _opened(data)
    try:
        info = archive.getinfo(name)
    except KeyError as error:
        raise ValueError(f"it has no {name} in it") from error
    if info.flag_bits & 1:
        raise UnreadableError(f"is locked by a password. Unpack {name} from it, or save it without one.")
    if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise ValueError(f"its {name} is packed in a way that palettes do not use")
    try:
        with archive.open(info) as member:
            content = member.read(MOST_UNPACKED + 1)
    except (*_BROKEN, RuntimeError) as error:
        raise ValueError(f"its {name} cannot be unpacked") from error
    if len(content) > MOST_UNPACKED:
        raise UnreadableError(f"has a {name} of more than {MOST_UNPACKED >> 20} MB; no palette is so large.")
    return content


def _opened(data: bytes) -> zipfile.ZipFile:
    if data.count(b"PK\x01\x02") > MOST_MEMBERS:
        raise ValueError(f"it has more than {MOST_MEMBERS:,} files in it")
    try:
        return zipfile.ZipFile(io.BytesIO(data))
    except (*_BROKEN, UnicodeError, RuntimeError) as error:
        raise ValueError("its ZIP directory is broken") from error


def packed(files: dict[str, bytes]) -> bytes:
    """Return a ZIP file of these; one called mimetype is not compressed, so that it stands in plain sight."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in files.items():
            info = zipfile.ZipInfo(name, _EPOCH)
            info.compress_type = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            archive.writestr(info, content)
    return out.getvalue()
