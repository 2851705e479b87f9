"""Everything that reads or writes a user's file."""

from palette_studio.core.files.error import FileError
from palette_studio.core.files.options import ExportOptions, export_path
from palette_studio.core.files.palette_io import read_palette, write_palette
from palette_studio.core.files.photo_io import photo_from_pixels, read_photo, read_photo_bytes
from palette_studio.core.files.photo_out import encode_photo, write_photo

__all__ = [
    "ExportOptions",
    "FileError",
    "encode_photo",
    "export_path",
    "photo_from_pixels",
    "read_palette",
    "read_photo",
    "read_photo_bytes",
    "write_palette",
    "write_photo",
]
