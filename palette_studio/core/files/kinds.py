"""What kind of file this is, by its first bytes."""

from __future__ import annotations

from importlib.util import find_spec
from typing import Literal

PHOTO_KINDS = {  # what we read -> how people call it
    "jpeg": "JPEG",
    "png": "PNG",
    "tiff": "TIFF",
    "webp": "WebP",
    "bmp": "BMP",
    "gif": "GIF",
    "avif": "AVIF",
}
MORE_KINDS = {"heic": "HEIC", "jxl": "JPEG XL", "raw": "camera raw"}  # what palette-studio[formats] adds
LIBRARIES = {"heic": "pillow_heif", "jxl": "pillow_jxl", "raw": "rawpy"}  # what reads them
_STARTS = (
    (b"\xff\xd8\xff", "jpeg"),
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"II*\0", "tiff"),
    (b"MM\0*", "tiff"),
    (b"II+\0", "tiff"),  # BigTIFF
    (b"MM\0+", "tiff"),
    (b"GIF87a", "gif"),
    (b"GIF89a", "gif"),
    (b"\xff\x0a", "jxl"),
    (b"\0\0\0\x0cJXL ", "jxl"),
    (b"FUJIFILMCCD-RAW", "raw"),
    (b"IIRO", "raw"),  # Olympus
    (b"IIRS", "raw"),
    (b"MMOR", "raw"),
    (b"IIU\0", "raw"),  # Panasonic
    (b"FOVb", "raw"),  # Sigma
)
KNOWN = (  # what we do not read, but can name
    (b"8BPS", "a Photoshop document"),
    (b"%PDF", "a PDF document"),
    (b"\0\0\x01\0", "an icon"),
    (b"\0\0\0\x0cjP  ", "a JPEG 2000 picture"),
    (b"DDS ", "a DDS texture"),
    (b"gimp xcf", "a GIMP document"),
    (b"qoif", "a QOI picture"),
    (b"PK\x03\x04", "a zip archive, or a document made of one"),
    (b"v/1\x01", "an OpenEXR picture"),
    (b"#?RADIANCE", "a Radiance HDR picture"),
)
_HEIF = {b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1"}
_BITMAP_HEADERS = {12, 16, 40, 52, 56, 64, 108, 124}
MOST_BYTES_SEEN = 4096
MAKE, SUBFILE, SUB_FOLDERS, DNG_VERSION = 271, 254, 330, 50706  # tags of TIFF and DNG


def photo_kind(start: bytes) -> str | None:
    """Return the key in ``PHOTO_KINDS`` or ``MORE_KINDS`` of a file that begins with ``start``, or None.

    start: the first MOST_BYTES_SEEN bytes. Names and extensions play no part.
    """
    for magic, kind in _STARTS:
        if start.startswith(magic):
            return "raw" if kind == "tiff" and _is_raw(start) else kind
    if start.startswith(b"BM") and start[14:15] and start[14] in _BITMAP_HEADERS:
        return "bmp"  # "BM" alone is too little: any text may begin so
    if start[:4] == b"RIFF" and start[8:12] == b"WEBP":
        return "webp"
    brands = _brands(start) if start[4:8] == b"ftyp" else set()
    found = ((b"avif", "avif"), (b"avis", "avif"), (b"crx ", "raw"), *((each, "heic") for each in _HEIF))
    return next((kind for brand, kind in found if brand in brands), None)


def can_read(kind: str) -> bool:
    """Return whether what reads a kind (a key of PHOTO_KINDS or MORE_KINDS) is installed."""
    return kind in PHOTO_KINDS or find_spec(LIBRARIES[kind]) is not None


def described(start: bytes) -> str:
    """Return what a file that is no photo seems to be: "a text", "a PDF document", "no photo"."""
    for magic, words in KNOWN:
        if start.startswith(magic):
            return words
    if start[4:8] == b"ftyp":
        return "a video"
    if b"<svg" in start.lower():
        return "an SVG drawing"
    try:
        text = start.decode("utf-8") if start[-4:].isascii() else start[:-3].decode("utf-8", "strict")
    except UnicodeDecodeError:
        return "no picture that it knows"
    return "a text" if all(c.isprintable() or c in "\r\n\t\f" for c in text) else "no picture that it knows"


def _is_raw(start: bytes) -> bool:
    """Return whether a TIFF holds what a sensor saw: a DNG, or a maker's own with pictures inside."""
    order: Literal["little", "big"] = "little" if start[:2] == b"II" else "big"
    place = int.from_bytes(start[4:8], order)
    count = int.from_bytes(start[place : place + 2], order)
    tags = {}
    for entry in range(place + 2, min(place + 2 + 12 * count, len(start) - 11), 12):
        tags[int.from_bytes(start[entry : entry + 2], order)] = start[entry + 8 : entry + 12]
    reduced = int.from_bytes(tags.get(SUBFILE, b""), order) == 1
    of_a_maker = reduced and MAKE in tags and SUB_FOLDERS in tags
    return start[8:10] == b"CR" or DNG_VERSION in tags or of_a_maker


def _brands(start: bytes) -> set[bytes]:
    end = min(int.from_bytes(start[:4], "big"), len(start))
    return {start[8:12], *(start[i : i + 4] for i in range(16, end - 3, 4))}
