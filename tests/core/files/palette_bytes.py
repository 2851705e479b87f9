"""Small palette files of every format, made by code: red, half-clear green, and blue as their formats can."""

from __future__ import annotations

import io
import plistlib
import struct
import zipfile

from palette_studio.core.files.palette_io import WRITTEN, PaletteFile, format_palette, parse_palette_file
from palette_studio.core.palette import Palette, Swatch

RGB = ["#FF0000", "#008000", "#0000FF"]
SAMPLE = Palette(
    (
        Swatch((255, 0, 0), "Red", spot=True),
        Swatch((0, 128, 0), "Grün & <green>", alpha=128, group="Plants"),
        Swatch((0, 0, 255), "", group="Plants"),
    )
)


def read(data: bytes | str, name: str = "x") -> PaletteFile:
    return parse_palette_file(data.encode() if isinstance(data, str) else data, name)


def hexes(file: PaletteFile) -> list[str]:
    return [swatch.hex for swatch in file.palette.swatches]


def names(file: PaletteFile) -> list[str]:
    return [swatch.name for swatch in file.palette.swatches]


def alphas(file: PaletteFile) -> list[int]:
    return [swatch.alpha for swatch in file.palette.swatches]


def packed(**members: bytes | str) -> bytes:
    """Return a ZIP file; "__" in a name stands for a dot."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name.replace("__", "."), content)
    return out.getvalue()


def wide(text: str, kind: str = ">I", zero: bool = True) -> bytes:
    """Return a counted text of UTF-16, big endian."""
    units = (text + "\0" * zero).encode("utf-16-be")
    return struct.pack(kind, len(units) // 2) + units


def aco(colors: list[tuple[int, ...]], names: list[str] | None = None) -> bytes:
    """Return one version of ACO. colors: a space and four numbers."""
    data = struct.pack(">2H", 1 if names is None else 2, len(colors))
    for number, color in enumerate(colors):
        data += struct.pack(">5H", *(value & 0xFFFF for value in color))
        data += b"" if names is None else wide(names[number])
    return data


def ase_color(name: str, model: bytes, values: tuple[float, ...], kind: int = 0) -> bytes:
    body = wide(name, ">H") + model + struct.pack(f">{len(values)}fH", *values, kind)
    return struct.pack(">HI", 1, len(body)) + body


def ase(*blocks: bytes, count: int | None = None) -> bytes:
    return b"ASEF" + struct.pack(">2HI", 1, 0, len(blocks) if count is None else count) + b"".join(blocks)


def acb(
    space: int, colors: list[tuple[str, bytes]], title: str = "Book", prefix: str = "", end: bytes = b""
) -> bytes:
    texts = b"".join(wide(text, zero=False) for text in (title, prefix, " C", "About"))
    body = b"".join(wide(name, zero=False) + b"CODE01" + values for name, values in colors)
    return (
        b"8BCB" + struct.pack(">2H", 1, 7) + texts + struct.pack(">4H", len(colors), 7, 0, space) + body + end
    )


def gpa(colors: list[tuple[str, tuple[float, float, float]]]) -> bytes:
    def text(value: str) -> bytes:
        return struct.pack("<I", len(value.encode())) + value.encode()

    def chunk(name: bytes, content: bytes) -> bytes:
        return name.ljust(16, b"\0") + struct.pack("<Q", len(content)) + content

    kinds = struct.pack("<I", 3) + text("color") + text("float") + text("string")
    listed = b""
    for name, rgb in colors:
        listed += struct.pack("<I", 2) + b"\0" + text("color") + struct.pack("<I4f", 16, *rgb, 0.0)
        listed += b"\2" + text("name") + text(name)
    version = chunk(b"GPA version", struct.pack("<I", 0x10000))
    return version + chunk(b"handler_map", kinds) + chunk(b"color_list", listed)


def clr(colors: list[tuple[str, dict[str, object]]]) -> bytes:
    uid = plistlib.UID
    objects: list[object] = ["$null"]

    def kept(value: object) -> plistlib.UID:
        objects.append(value)
        return uid(len(objects) - 1)

    names = kept({"NS.objects": [kept(name) for name, _ in colors]})
    values = kept({"NS.objects": [kept(color) for _, color in colors]})
    whole = {
        "$archiver": "NSKeyedArchiver",
        "$version": 100_000,
        "$top": {"NSKeys": names, "NSColors": values},
        "$objects": objects,
    }
    return plistlib.dumps(whole, fmt=plistlib.FMT_BINARY)


def aseprite(*chunks: tuple[int, bytes]) -> bytes:
    body = b"".join(struct.pack("<IH", len(content) + 6, kind) + content for kind, content in chunks)
    frame = struct.pack("<I3H2xI", len(body) + 16, 0xF1FA, len(chunks), 100, len(chunks)) + body
    head = struct.pack("<I5H", 128 + len(frame), 0xA5E0, 1, 8, 8, 8)
    return head.ljust(128, b"\0") + frame


def aseprite_palette(colors: list[tuple[int, int, int, int, str]]) -> tuple[int, bytes]:
    content = struct.pack("<3I8x", len(colors), 0, len(colors) - 1)
    for r, g, b, alpha, name in colors:
        content += struct.pack("<H4B", bool(name), r, g, b, alpha)
        content += struct.pack("<H", len(name.encode())) + name.encode() if name else b""
    return 0x2019, content


def kpl(inside: str, head: str = 'name="Set" columns="8" rows="2"') -> bytes:
    return packed(
        mimetype="application/x-krita-palette", colorset__xml=f"<ColorSet {head}>{inside}</ColorSet>"
    )


def png(pixels: list[list[tuple[int, ...]]], mode: str = "RGB") -> bytes:
    from PIL import Image

    image = Image.new(mode, (len(pixels[0]), len(pixels)))
    image.putdata([pixel for row in pixels for pixel in row])
    out = io.BytesIO()
    image.save(out, "PNG")
    return out.getvalue()


def indexed(kind: str, **how: object) -> bytes:
    """Return an indexed picture of red, green, blue, and black for the rest of 256."""
    from PIL import Image

    image = Image.new("P", (2, 2))
    image.putpalette([255, 0, 0, 0, 128, 0, 0, 0, 255] + [0] * 759)
    image.putdata([0, 1, 2, 255])
    out = io.BytesIO()
    image.save(out, kind, **how)
    return out.getvalue()


def read_only() -> dict[str, bytes]:
    """Return one file of each format that we do not write."""
    red, green, blue = b"1 0 0\0", b"0 0.50196078 0 0.5", b"0 0 1\0"
    return {
        "acb": acb(7, [("Red", bytes((138, 209, 198))), ("", bytes(3)), ("Blue", bytes((75, 196, 16)))]),
        "clr": clr(
            [
                ("Red", {"NSRGB": red, "NSColorSpace": 1}),
                ("Grün", {"NSRGB": red, "NSComponents": green, "NSColorSpace": 1}),
                ("Blue", {"NSRGB": blue, "NSColorSpace": 2}),
            ]
        ),
        "autocad": b"<?xml version='1.0'?><colorBook><bookName>Book</bookName><colorPage><colorEntry>"
        b"<colorName>Red</colorName><RGB8><red>255</red><green>0</green><blue>0</blue></RGB8></colorEntry>"
        b"<colorEntry><RGB8><red>0</red><green>128</green><blue>0</blue></RGB8></colorEntry><colorEntry>"
        b"<RGB8><red>0</red><green>0</green><blue>255</blue></RGB8></colorEntry></colorPage></colorBook>",
        "gpa": gpa([("Red", (1, 0, 0)), ("Grün", (0, 0.50196, 0)), ("Blue", (0, 0, 1))]),
        "aseprite": aseprite(
            (0x0004, b"\1\0\0\1\1\2\3"),
            aseprite_palette([(255, 0, 0, 255, "Red"), (0, 128, 0, 128, "Grün"), (0, 0, 255, 255, "")]),
        ),
        "skencil": "##Sketch RGBPalette 0\n1 0 0\tRed\n0 0.502 0\tGrün\n0 0 1\n".encode(),
        "sketch": b'{"compatibleVersion": "2.0", "pluginVersion": "2.2", "colors": ['
        b'{"red": 1, "green": 0, "blue": 0, "alpha": 1, "name": "Red"}, '
        b'{"red": 0, "green": 0.502, "blue": 0, "alpha": 0.502}, "#0000ff"]}',
        "hpl": b"Palette\r\nVersion 4.0\r\n-----------\r\n255 0 0\r\n0 128 0\r\n0 0 255\r\n",
        "kde": b"KDE RGB Palette\n255 0 0 Red\n0 128 0 Green\n0 0 255 Blue\n",
        "indexed": indexed("PNG"),
    }


def every_format() -> dict[str, bytes]:
    """Return one file of each format, and of those that several readers share, more."""
    files = {kind: format_palette(SAMPLE, kind, "Sample", columns=2) for kind in WRITTEN} | read_only()
    return files | {
        "gif": indexed("GIF", transparency=1),
        "bmp": indexed("BMP"),
        "scheme": b"[General]\nName=Night\n[Colors:Window]\nBackgroundNormal=1,2,3\nText=4,5,6,7\nx=y\n",
        "tokens": b'{"brand": {"red": {"$value": "#f00"}, "deep": {"500": "rgb(0 0 255 / 50%)"}}}',
        "sprite-old": aseprite((0x0011, b"\1\0\0\2\x3f\0\0\0\0\x3f")),
    }
