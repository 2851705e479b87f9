"""EXIF: what a camera wrote beside the pixels, made fit for a picture that is upright and may be smaller."""

from __future__ import annotations

from PIL import ExifTags, Image, TiffImagePlugin

Tags = dict[int, object]
ORIENTATION = int(ExifTags.Base.Orientation)
EXIF, GPS, INTEROP = int(ExifTags.IFD.Exif), int(ExifTags.IFD.GPSInfo), int(ExifTags.IFD.Interop)
WIDTH, HEIGHT = int(ExifTags.Base.ExifImageWidth), int(ExifTags.Base.ExifImageHeight)
MOST_VALUE = 32 << 10  # bytes of one value: a JPEG holds 64 KB of EXIF in all
HEAD = b"Exif\0\0"
# What may stand in the main directory. All else there speaks of how some other file stored its pixels, or is
# a thumbnail of them.
MAIN = {
    int(tag)
    for tag in (
        ExifTags.Base.ImageDescription,
        ExifTags.Base.Make,
        ExifTags.Base.Model,
        ExifTags.Base.XResolution,
        ExifTags.Base.YResolution,
        ExifTags.Base.ResolutionUnit,
        ExifTags.Base.Software,
        ExifTags.Base.DateTime,
        ExifTags.Base.Artist,
        ExifTags.Base.Copyright,
        ExifTags.Base.HostComputer,
        ExifTags.Base.Rating,
        ExifTags.Base.RatingPercent,
    )
}
# The maker's note holds offsets into the old file, and often a preview of the unedited picture or its place.
DROPPED = {int(ExifTags.Base.MakerNote), ORIENTATION}


def orientation_of(exif: Image.Exif | None) -> int:
    """Return 1..8; 1 when nothing valid is said."""
    value = None if exif is None else exif.get(ORIENTATION)
    return value if isinstance(value, int) and 1 <= value <= 8 else 1


def kept(exif: Image.Exif | None) -> bytes | None:
    """Return the block worth keeping, without orientation, thumbnail and maker's note; None when empty."""
    if exif is None:
        return None
    try:
        main = _clean({tag: value for tag, value in exif.items() if tag in MAIN})
        details, place = _clean(exif.get_ifd(EXIF)), _clean(exif.get_ifd(GPS))
        return _block(main, details, place)
    except Exception:  # damaged notes are no reason not to open a photo
        return None


def fitted(block: bytes | None, width: int, height: int, keep_gps: bool) -> bytes | None:
    """Return the block for a picture of this size; its place on earth only when ``keep_gps``."""
    if block is None:
        return None
    main, details, place = directories(block)
    if details:
        details = {**details, WIDTH: width, HEIGHT: height}
    return _block(main, details, place if keep_gps else {})


def directories(block: bytes) -> tuple[Tags, Tags, Tags]:
    """Return (main, EXIF, GPS) tags of a block that ``kept`` made."""
    exif = Image.Exif()
    exif.load(block)
    main = {tag: value for tag, value in exif.items() if tag in MAIN}
    return main, dict(exif.get_ifd(EXIF)), dict(exif.get_ifd(GPS))


def directory_bytes(tags: Tags, offset: int) -> bytes:
    """Return a little-endian TIFF directory that will stand at ``offset`` of a file."""
    directory = TiffImagePlugin.ImageFileDirectory_v2(ifh=b"II\x2a\0\x08\0\0\0")
    for tag, value in tags.items():
        directory[tag] = value
    return directory.tobytes(offset)


def _clean(tags: Tags) -> Tags:
    good = {}
    for tag, value in tags.items():
        if tag in DROPPED or isinstance(value, dict) or tag == INTEROP:
            continue
        try:
            size = len(directory_bytes({tag: value}, 8))
        except Exception:  # a value that cannot be written again
            continue
        if size <= MOST_VALUE:
            good[tag] = value
    return good


def _block(main: Tags, details: Tags, place: Tags) -> bytes | None:
    if not (main or details or place):
        return None
    exif = Image.Exif()
    exif.endian = "<"
    for tag, value in main.items():
        exif[tag] = value
    if details:
        exif[EXIF] = details
    if place:
        exif[GPS] = place
    return exif.tobytes()
