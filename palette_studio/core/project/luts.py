"""Color tables in a project: their numbers, compressed."""

from __future__ import annotations

import base64
import binascii
import zlib
from typing import TYPE_CHECKING, Any

from palette_studio.core.project.fields import Fields

if TYPE_CHECKING:
    from palette_studio.core.lut import Lut
    from palette_studio.core.lut.table import Stage

QUICK = 1  # of zlib
LARGEST = 1e30  # a number of a table or of its domain


def told_lut(lut: Lut) -> dict[str, Any]:
    stages = {"curves": lut.curves, "cube": lut.cube}
    told = {name: _told_stage(stage) for name, stage in stages.items() if stage is not None}
    return {"title": lut.title, **told}


def lut_of(fields: Fields) -> Lut:
    from palette_studio.core.lut import Lut

    return Lut(fields.text("title"), fields.part("curves", _curves), fields.part("cube", _cube))


def _told_stage(stage: Stage) -> dict[str, Any]:
    values = base64.b64encode(zlib.compress(stage.values.astype("<f4").tobytes(), QUICK)).decode("ascii")
    return {"nodes": len(stage.values), "low": list(stage.low), "high": list(stage.high), "values": values}


def _curves(fields: Fields) -> Stage:
    from palette_studio.core.lut.table import MOST_STEPS

    nodes = fields.whole("nodes", 2, MOST_STEPS, 2)
    return _stage(fields, (nodes, 3))


def _cube(fields: Fields) -> Stage:
    from palette_studio.core.lut.table import MOST_NODES

    nodes = fields.whole("nodes", 2, MOST_NODES, 2)
    return _stage(fields, (nodes, nodes, nodes, 3))


def _stage(fields: Fields, shape: tuple[int, ...]) -> Stage:
    import numpy as np

    from palette_studio.core.lut.table import Stage

    low, high = (tuple(fields.numbers(key, 3, -LARGEST, LARGEST)) for key in ("low", "high"))
    size = 4 * int(np.prod(shape))
    values = np.frombuffer(_bytes(fields, size), "<f4").astype(np.float32).reshape(shape)
    return Stage(values, low, high)


def _bytes(fields: Fields, size: int) -> bytes:
    """Return exactly so many bytes; a bomb is not unpacked."""
    packed = fields.raw("values")
    try:
        if isinstance(packed, str):
            unpacking = zlib.decompressobj()
            data = unpacking.decompress(base64.b64decode(packed, validate=True), size + 1)
            if len(data) == size:
                return data
    except (binascii.Error, ValueError, zlib.error):
        pass
    raise fields.wrong("values", "the numbers of a table, packed")
