"""AVIF pictures of several tiles: larger than one AV1 frame may be, and encoded in the memory of one tile.

ISO/IEC 23008-12 (HEIF) 6.6.2.3 derives a picture from a grid of others; ISO/IEC 23000-22 (MIAF) 7.3.11.4 says
which sizes its tiles may have. Each tile is a whole AVIF when it comes here; the file is put together anew.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from palette_studio.core.files.exif import HEAD

MOST_WIDTH, MOST_HEIGHT, MOST_AREA = 16384, 8704, 35_651_584  # px of a frame: level 6 of AV1, annex A.3
TILE_WIDTH, TILE_HEIGHT = 4096, 2048  # px at most: level 5, which every reader of AVIF knows
LEAST_SIDE = 64  # px of a tile
HIDDEN, ESSENTIAL = 1, 0x80


@dataclass(frozen=True)
class Grid:
    """How a picture is cut. width, height: of the picture; tile_width, tile_height: even, px."""

    width: int
    height: int
    columns: int
    rows: int
    tile_width: int
    tile_height: int

    @classmethod
    def over(cls, width: int, height: int) -> Grid:
        columns, rows = -(-width // TILE_WIDTH), -(-height // TILE_HEIGHT)
        sides = (_even(max(-(-width // columns), LEAST_SIDE)), _even(max(-(-height // rows), LEAST_SIDE)))
        return cls(width, height, columns, rows, *sides)

    def corners(self) -> Iterator[tuple[int, int]]:
        """Yield the left and the top of every tile, row by row."""
        for row in range(self.rows):
            for column in range(self.columns):
                yield column * self.tile_width, row * self.tile_height

    def payload(self) -> bytes:
        wide = max(self.width, self.height) > 0xFFFF
        size = struct.pack(">II" if wide else ">HH", self.width, self.height)
        return bytes([0, wide, self.rows - 1, self.columns - 1]) + size


class Coded(NamedTuple):
    """One coded picture. properties: whole boxes; those that must be understood are marked."""

    data: bytes
    properties: tuple[tuple[bytes, bool], ...]


def fits_one_frame(width: int, height: int) -> bool:
    return width <= MOST_WIDTH and height <= MOST_HEIGHT and width * height <= MOST_AREA


def put_together(tiles: Iterable[bytes], grid: Grid, exif: bytes | None) -> bytes:
    """Return one AVIF from those of its tiles, row by row, all of one size and encoded alike.

    Profile and alpha are those of the tiles. Raises ValueError for a tile that is not an AVIF of libavif.
    """
    layers: list[list[Coded]] = []  # color, then alpha
    brands = b""
    for tile in tiles:
        brands = brands or _box(b"ftyp", _find(tile, b"ftyp"))
        for layer, coded in zip(range(2), _coded(tile), strict=False):
            layers += [[]] if len(layers) == layer else []
            layers[layer].append(coded)
    file = _File()
    for layer, cells in enumerate(layers):
        whole = file.add(b"grid", grid.payload(), _of_grid(cells[0].properties, grid), inside=True)
        names = [file.add(b"av01", cell.data, cell.properties, HIDDEN) for cell in cells]
        file.refer(b"dimg", whole, names)
        if layer:
            file.refer(b"auxl", whole, [1])
    if exif:
        note = file.add(b"Exif", struct.pack(">I", 0) + exif.removeprefix(HEAD), ())
        file.refer(b"cdsc", note, [1])
    return file.written(brands)


class _File:
    """Collects items, which are numbered from 1; the first is the picture that is shown."""

    def __init__(self) -> None:
        self._items: list[tuple[bytes, int, bool, bytes]] = []  # type, flags, inside of meta, content
        self._boxes: list[bytes] = []  # properties, each once
        self._has: list[bytes] = []
        self._references = b""

    def add(
        self,
        kind: bytes,
        content: bytes,
        properties: Iterable[tuple[bytes, bool]],
        flags: int = 0,
        *,
        inside: bool = False,
    ) -> int:
        """inside: the content lies in the file's head."""
        self._items.append((kind, flags, inside, content))
        marks = []
        for box, essential in properties:
            if box not in self._boxes:
                self._boxes.append(box)
            marks.append(self._boxes.index(box) + 1 | (ESSENTIAL if essential else 0))
        number = len(self._items)
        if marks:
            self._has.append(struct.pack(">HB", number, len(marks)) + bytes(marks))
        return number

    def refer(self, kind: bytes, source: int, targets: list[int]) -> None:
        numbers = struct.pack(f">{2 + len(targets)}H", source, len(targets), *targets)
        self._references += _box(kind, numbers)

    def written(self, brands: bytes) -> bytes:
        head = brands + self._meta(0)
        head = brands + self._meta(len(head) + 8)
        return head + _box(b"mdat", b"".join(content for _, _, inside, content in self._items if not inside))

    def _meta(self, start: int) -> bytes:
        """start: where in the file the contents begin that lie outside of this box."""
        count = struct.pack(">H", len(self._items))
        handler = _full_box(b"hdlr", struct.pack(">I4s13x", 0, b"pict"))
        infos = b"".join(
            _full_box(b"infe", struct.pack(">HH4sx", number, 0, kind), 2, flags)
            for number, (kind, flags, _, _) in enumerate(self._items, 1)
        )
        places, at = b"", {True: 0, False: start}
        for number, (_, _, inside, content) in enumerate(self._items, 1):
            places += struct.pack(">HHHHII", number, inside, 0, 1, at[inside], len(content))
            at[inside] += len(content)
        has = _full_box(b"ipma", struct.pack(">I", len(self._has)) + b"".join(self._has))
        return _full_box(
            b"meta",
            handler
            + _full_box(b"pitm", struct.pack(">H", 1))
            + _full_box(b"iloc", b"\x44\x00" + count + places, 1)
            + _full_box(b"iinf", count + infos)
            + _full_box(b"iref", self._references)
            + _box(b"iprp", _box(b"ipco", b"".join(self._boxes)) + has)
            + _box(b"idat", b"".join(content for _, _, inside, content in self._items if inside)),
        )


def _of_grid(properties: tuple[tuple[bytes, bool], ...], grid: Grid) -> list[tuple[bytes, bool]]:
    """Return what holds for the whole picture as for its tiles, and its size."""
    kept = [one for one in properties if one[0][4:8] not in (b"ispe", b"av1C")]
    return [(_full_box(b"ispe", struct.pack(">II", grid.width, grid.height)), False), *kept]


def _coded(file: bytes) -> Iterator[Coded]:
    """Yield the color and, where there is one, the alpha of an AVIF that holds one picture."""
    meta = _find(file, b"meta")[4:]
    described = _find(meta, b"iprp")
    boxes = [_box(kind, content) for kind, content in _boxes(_find(described, b"ipco"))]
    marks = _associations(_find(described, b"ipma"))
    for number, content in _contents(file, _find(meta, b"iloc")):
        if number in marks:
            properties = ((boxes[(mark & 0x7F) - 1], bool(mark & ESSENTIAL)) for mark in marks[number])
            yield Coded(content, tuple(properties))


def _contents(file: bytes, iloc: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield the number and the bytes of every item, as libavif places them: one piece, offsets of 4 bytes."""
    version, sizes, count = iloc[0], iloc[4:6], struct.unpack(">H", iloc[6:8])[0]
    if version != 0 or sizes != b"\x44\x00":
        raise ValueError("items of an AVIF that are placed in another way than libavif places them")
    for n in range(count):
        number, _, pieces, at, length = struct.unpack_from(">HHHII", iloc, 8 + 14 * n)
        if pieces != 1:
            raise ValueError("an item of an AVIF in several pieces")
        yield number, file[at : at + length]


def _associations(ipma: bytes) -> dict[int, bytes]:
    """Return the marked numbers of each item's properties."""
    if ipma[:4] != bytes(4):
        raise ValueError("properties of an AVIF that are numbered in another way than libavif does")
    found, at = {}, 8
    for _ in range(struct.unpack(">I", ipma[4:8])[0]):
        number, count = struct.unpack_from(">HB", ipma, at)
        found[number] = ipma[at + 3 : at + 3 + count]
        at += 3 + count
    return found


def _boxes(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = 0
    while at + 8 <= len(content):
        length, kind = struct.unpack_from(">I4s", content, at)
        if length < 8:
            raise ValueError("a box of an AVIF without a length")
        yield kind, content[at + 8 : at + length]
        at += length


def _find(content: bytes, wanted: bytes) -> bytes:
    for kind, inside in _boxes(content):
        if kind == wanted:
            return inside
    raise ValueError(f"an AVIF without {wanted.decode()}")


def _box(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I4s", 8 + len(content), kind) + content


def _full_box(kind: bytes, content: bytes, version: int = 0, flags: int = 0) -> bytes:
    return _box(kind, struct.pack(">I", version << 24 | flags) + content)


def _even(number: int) -> int:
    return number + number % 2
