"""Everything that reads or writes a user's file.

The names below are fetched from their modules at first use, because the codecs' modules need numpy and the
window's first paint does not wait for it.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from palette_studio.core.files.apart import read_photo_apart, read_photo_bytes_apart
    from palette_studio.core.files.error import FileError
    from palette_studio.core.files.lut_io import read_lut, write_lut
    from palette_studio.core.files.options import ExportOptions, export_path
    from palette_studio.core.files.palette_io import (
        PaletteFile,
        read_palette,
        read_palette_file,
        write_palette,
    )
    from palette_studio.core.files.photo_io import photo_from_pixels, read_photo, read_photo_bytes
    from palette_studio.core.files.photo_out import encode_photo, write_photo
    from palette_studio.core.files.sequence_io import read_sequence

_HOMES = {
    "read_photo_apart": "apart",
    "read_photo_bytes_apart": "apart",
    "FileError": "error",
    "ExportOptions": "options",
    "export_path": "options",
    "PaletteFile": "palette_io",
    "read_palette": "palette_io",
    "read_palette_file": "palette_io",
    "write_palette": "palette_io",
    "read_lut": "lut_io",
    "write_lut": "lut_io",
    "photo_from_pixels": "photo_io",
    "read_photo": "photo_io",
    "read_photo_bytes": "photo_io",
    "encode_photo": "photo_out",
    "write_photo": "photo_out",
    "read_sequence": "sequence_io",
}

__all__ = [
    "ExportOptions",
    "FileError",
    "PaletteFile",
    "encode_photo",
    "export_path",
    "photo_from_pixels",
    "read_lut",
    "read_palette",
    "read_palette_file",
    "read_photo",
    "read_photo_apart",
    "read_photo_bytes",
    "read_photo_bytes_apart",
    "read_sequence",
    "write_lut",
    "write_palette",
    "write_photo",
]


def __getattr__(name: str) -> object:
    """Return a public name from the module it lives in (PEP 562)."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
