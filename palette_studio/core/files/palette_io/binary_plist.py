"""Binary property lists of Apple, bounded: objects are read one by one and refer to each other by number.

Nothing is put together, so that a list of lists of lists costs no more than it says. Layout after Apple's
CFBinaryPList.c: "bplist00", objects, a table of their places, a trailer of 32 bytes.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from typing import Any

from palette_studio.core.files.palette_io.source import UnreadableError

MAGIC = b"bplist00"
MOST_PARTS = 1_000_000  # objects and references between them
TRAILER = 32
_INTEGER, _REAL, _DATA, _ASCII, _WIDE, _UID, _ARRAY, _DICT = 0x1, 0x2, 0x4, 0x5, 0x6, 0x8, 0xA, 0xD


@dataclass(frozen=True)
class Uid:
    """A reference of a keyed archive: a place in its list of objects."""

    number: int


@dataclass(frozen=True)
class _Table:
    data: bytes
    offsets: list[int]
    width: int  # bytes of a reference


def objects(data: bytes) -> tuple[list[Any], int]:
    """Return all objects and the number of the top one.

    Arrays are tuples of object numbers, dictionaries are {key's number: value's number}; numbers, texts,
    bytes and Uids are themselves; else None. Raises ValueError for what is damaged, UnreadableError if it
    is too large.
    """
    if len(data) < len(MAGIC) + TRAILER:
        raise ValueError(f"it ends at byte {len(data)}, before its trailer")
    size, width, count, top, start = struct.unpack(">6x2B3Q", data[-TRAILER:])
    if count > MOST_PARTS:
        raise UnreadableError(f"has {count:,} objects in its property list; no palette is so large.")
    end = start + count * size
    if not (1 <= size <= 8 and 1 <= width <= 8 and top < count and end <= len(data) - TRAILER):
        raise ValueError(f"its trailer at byte {len(data) - TRAILER} does not fit the rest")
    offsets = [int.from_bytes(data[at : at + size], "big") for at in range(start, end, size)]
    table, found, budget = _Table(data, offsets, width), [], MOST_PARTS
    for offset in offsets:
        value, parts = _object(table, offset, budget)
        budget -= parts
        found.append(value)
    return found, top


def _object(table: _Table, at: int, budget: int) -> tuple[Any, int]:
    """Return one object and how many references or hundred bytes it took."""
    data = table.data
    if at >= len(data):
        raise ValueError(f"it refers to an object at byte {at}, but ends at byte {len(data)}")
    kind, low = data[at] >> 4, data[at] & 15
    at += 1
    if kind == _INTEGER:
        return int.from_bytes(data[at : at + (1 << min(low, 4))], "big", signed=low >= 3), 1
    if kind == _REAL and low in (2, 3) and at + (1 << low) <= len(data):
        return struct.unpack_from(">f" if low == 2 else ">d", data, at)[0], 1
    if kind == _UID:
        return Uid(int.from_bytes(data[at : at + low + 1], "big")), 1
    if kind not in (_DATA, _ASCII, _WIDE, _ARRAY, _DICT):
        return None, 1
    count, at = _count(data, at, low)
    each = {_WIDE: 2, _ARRAY: table.width, _DICT: 2 * table.width}.get(kind, 1)
    parts = count if kind in (_ARRAY, _DICT) else 1 + count * each // 100
    if at + count * each > len(data):
        raise ValueError(f"an object of {count:,} parts at byte {at} goes beyond its end")
    if parts > budget:
        raise UnreadableError("has a property list of more parts than any palette.")
    content = data[at : at + count * each]
    if kind == _DATA:
        return content, parts
    if kind in (_ASCII, _WIDE):
        return content.decode("ascii" if kind == _ASCII else "utf-16-be", "replace"), parts
    width = table.width
    numbers = [int.from_bytes(content[n : n + width], "big") for n in range(0, len(content), width)]
    if any(number >= len(table.offsets) for number in numbers):
        raise ValueError(f"the object at byte {at} refers to one that is not there")
    return (
        tuple(numbers) if kind == _ARRAY else dict(zip(numbers[:count], numbers[count:], strict=True))
    ), parts


def _count(data: bytes, at: int, low: int) -> tuple[int, int]:
    """Return the length that a marker says, in its low bits or as a number behind it, and the place after."""
    if low < 15:
        return low, at
    if at >= len(data) or data[at] >> 4 != _INTEGER:
        raise ValueError(f"a length at byte {at} is no number")
    size = 1 << (data[at] & 15)
    if size > 8:
        raise ValueError(f"a length at byte {at} is no number")
    return int.from_bytes(data[at + 1 : at + 1 + size], "big"), at + 1 + size
