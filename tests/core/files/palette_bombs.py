"""Palette files that are made to crash, hang or fill a careless reader; each is small."""

from __future__ import annotations

import struct

from palette_bytes import packed


def binary_plist(objects: list[bytes], top: int = 0, count: int | None = None) -> bytes:
    """Return a binary property list of objects of our own making, with offsets of four bytes."""
    data, offsets = b"bplist00", []
    for content in objects:
        offsets.append(len(data))
        data += content
    start = len(data)
    data += b"".join(struct.pack(">I", offset) for offset in offsets)
    return data + struct.pack(">6x2B3Q", 4, 1, len(objects) if count is None else count, top, start)


def overlapping_arrays() -> bytes:
    """Return 200 arrays that all are the same three million references: 600 million if put together."""
    size = 3_000_000
    array = b"\xaf\x12" + struct.pack(">I", size) + b"\0" * size
    data = b"bplist00" + array
    return data + struct.pack(">I", 8) * 200 + struct.pack(">6x2B3Q", 4, 1, 200, 0, len(data))


def bombs() -> dict[str, bytes]:
    """Return files by name; none of them may be read, or for long."""
    entity = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">'
    for name, inside in zip("bcdefghi", "abcdefgh", strict=True):
        entity += f'<!ENTITY {name} "{f"&{inside};" * 10}">'
    laughs = f'{entity}]><SCRIBUSCOLORS Name="&i;"><COLOR NAME="&i;" RGB="#ff0000"/></SCRIBUSCOLORS>'
    deep_xml = "<SCRIBUSCOLORS>" + "<a>" * 200_000
    entries = "<COLOR/>" * 500_000
    attributes = " ".join(f'a{number:x}=""' for number in range(400_000))
    values = '<values model="x">1</values>' * 60_000
    swatches = '<swatch material="1"/>' * 60_000
    book = f"<materials><color><identifier>1</identifier>{values}</color></materials><book>{swatches}</book>"
    xml = "xml version='1.0'"
    return {
        "laughs.xml": f"<?{xml}?>{laughs}".encode(),
        "laughs-16.soc": f"<?xml version='1.0' encoding='utf-16'?>{laughs}<color-table/>".encode("utf-16"),
        "laughs.kpl": packed(colorset__xml=laughs),
        "deep.xml": deep_xml.encode(),
        "wide.xml": f"<SCRIBUSCOLORS>{entries}</SCRIBUSCOLORS>".encode(),
        "attributes.xml": f"<SCRIBUSCOLORS {attributes}/>".encode(),
        "codec.soc": b'<?xml version="1.0" encoding="idna"?><color-table/>',
        "quadratic.sbz": packed(swatchbook__xml=f"<SwatchBook>{book}</SwatchBook>"),
        "zeros.swatches": packed(Swatches__json=b"[" + b"null," * 6_000_000 + b"null]"),
        "zeros.kpl": packed(colorset__xml=b" " * 100_000_000),
        "members.kpl": packed(**{f"m{number}": b"" for number in range(5000)}),
        "deep.json": b'{"a":' * 700_000,
        "objects.json": b"[" + b'{"":0},' * 590_000 + b"0]",
        "lists.json": b"[" + b"[]," * 1_300_000 + b"0]",
        "long.json": b'["1' + b" " * 3_000_000 + b'x"]',
        "numbers.json": b"[" + b"1.5," * 1_000_000 + b"1]",
        "digits.json": b"[1" + b"0" * 3_000_000 + b"]",
        "spaces.gpl": b"GIMP Palette\n" + b" " * 3_000_000 + b"x",
        "digits.gpl": b"GIMP Palette\n" + b"1 2 3\t" + b"a " * 1_500_000,
        "long.gpl": b"GIMP Palette\n\x01" + b"1 2 3\n" * 5_000_000,
        "lines.gpl": b"GIMP Palette\n" + b"\n" * 4_000_000,
        "spaces.colors": b"[Colors:Window]\n" + b" " * 4_000_000 + b"\na" + b" " * 4000 + b"=",
        "colons.css": b"a:" * 500_000,
        "dashes.css": b"--a" + b"-1" * 400_000 + b"x:#fff;/* a */",
        "brackets.css": b"a:" + b"rgb(" * 250_000,
        "comments.css": b"/*" * 500_000,
        "urls.css": b"url(" * 250_000,
        "semicolons.css": b";" * 1_000_000,
        "words.hex": b"ffffff " + b"a " * 2_000_000,
        "blocks.ase": b"ASEF" + struct.pack(">2HI", 1, 0, 1) + b"\0\7\0\0\0\0" * 5_000_000,
        "count.aco": struct.pack(">2H", 2, 65_535) + bytes(14 * 65_535),
        "name.aco": struct.pack(">2H", 2, 1) + bytes(10) + b"\xff\xff\xff\xff",
        "chunks.pal": b"RIFF\0\0\0\0PAL " + b"junk\0\0\0\0" * 4_000_000,
        "chunks.png": b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR"
        + b"\0\0\0\1" * 2
        + b"\x08\3\0\0\0crc!"
        + bytes(30 << 20),
        "blocks.gif": b"GIF89a\1\0\1\0\0\0\0!\xfe" + b"\1x" * 8_000_000,
        "size.gpa": b"GPA version\0\0\0\0\0" + b"\xff" * 8,
        "empty.gpa": b"GPA version\0\0\0\0\0"
        + bytes(8)
        + b"color_list\0\0\0\0\0\0"
        + struct.pack("<Q", 16 << 20)
        + bytes(16 << 20),
        "frames.ase": bytes(4)
        + b"\xe0\xa5"
        + bytes(122)
        + struct.pack("<I4HI", 0, 0xF1FA, 0, 0, 0, 0xFFFFFFFF)
        + bytes(30 << 20),
        "colors.ase": bytes(4)
        + b"\xe0\xa5"
        + bytes(122)
        + struct.pack("<I4HI", 0, 0xF1FA, 1, 0, 0, 1)
        + struct.pack("<IH3I8x", 4_000_026, 0x2019, 0xFFFFFFFF, 0, 0xFFFFFFFE)
        + bytes(4_000_000),
        "arrays.clr": overlapping_arrays(),
        "self.clr": binary_plist([b"\xd1\0\0"]),
        "count.clr": binary_plist([b"\xd1\0\0"], count=1 << 60),
        "books.acb": b"8BCB\0\1\0\1" + bytes(16) + b"\xff\xff\0\0\0\0\0\0" + bytes(13 * 65_535),
        "size.bmp": b"BM"
        + struct.pack("<I4x2I2i2H6I", 0, 0xFFFFFFFF, 40, 1, 1, 1, 8, 0, 0, 0, 0, 0xFFFFFFFF, 0),
    }
