"""A table of all 2^24 colors in two levels: 32^3 cells of 8^3 colors, with one answer or a block of them.

``top`` (32768,) uint32 has for the cell (r>>3 g>>3 b>>3) where its answers begin in ``store``, (n,) uint8.
The first 256 bytes of the store are the numbers 0 to 255: a cell with one answer begins at it. Others begin
at a multiple of BLOCK, in the order (r&7 g&7 b&7). So cells with one answer take no room in the cache.
"""

from __future__ import annotations

import numpy as np
from numba import njit

from palette_studio.core.kernels.cube import PLACE_B, PLACE_G, PLACE_R

U = np.uint32
BLOCK = 512  # colors in a cell, and bytes in a block of the store
CELLS = 1 << 15
DENSE = 256  # entries from here on are blocks, those below are answers


@njit(nogil=True, cache=True)
def settled(cells, entries, blocks, first, top, store):
    """Put blocks into the store from block ``first`` on, and let the cells point at them.

    cells, entries: (n,). blocks: (512 m,) uint8; the block of an entry is its number above DENSE.
    """
    room = store[first * BLOCK : first * BLOCK + blocks.shape[0]]
    for n in range(blocks.shape[0]):
        room[n] = blocks[n]
    for n in range(cells.shape[0]):
        entry = entries[n]
        top[cells[n]] = entry if entry < DENSE else (first + entry - DENSE) * BLOCK


@njit(nogil=True, cache=True, inline="always")
def answer(top, store, place):
    """Return the answer for the color at a place of ``kernels.cube``, without a branch."""
    start = top[place >> U(9)]
    return store[start + (place & U(511) if start >= U(BLOCK) else U(0))]


@njit(nogil=True, cache=True)
def mapped(pixels, top, store, out):
    """Write the index of every pixel. pixels: (h, w, 3|4) uint8; out: (h, w) uint8."""
    for i in range(pixels.shape[0]):
        row, line = pixels[i], out[i]
        for j in range(row.shape[0]):
            line[j] = answer(top, store, PLACE_R[row[j, 0]] | PLACE_G[row[j, 1]] | PLACE_B[row[j, 2]])


@njit(nogil=True, cache=True)
def painted(pixels, top, store, colors, out):
    """Write the palette color of every pixel; alpha is copied. colors: (k, 3) uint8; out: like pixels."""
    alpha = pixels.shape[2] == 4
    for i in range(pixels.shape[0]):
        row, line = pixels[i], out[i]
        for j in range(row.shape[0]):
            index = answer(top, store, PLACE_R[row[j, 0]] | PLACE_G[row[j, 1]] | PLACE_B[row[j, 2]])
            line[j, 0], line[j, 1], line[j, 2] = colors[index, 0], colors[index, 1], colors[index, 2]
            if alpha:
                line[j, 3] = row[j, 3]


@njit(nogil=True, cache=True)
def spread(top, store, start, stop, out):
    """Write all answers of the planes r = start to stop. out: (256, 256, 256) uint8."""
    for r in range(start, stop):
        for g in range(256):
            for b in range(256):
                out[r, g, b] = answer(top, store, PLACE_R[r] | PLACE_G[g] | PLACE_B[b])


@njit(nogil=True, cache=True)
def gathered(top, store, numbers, blocks):
    """Write the blocks that cells point at, in the order of the cells, and the number of each cell's entry.

    numbers: (32768,) uint16, an answer or DENSE + the row of ``blocks``, (n, 512) uint8. Returns how many.
    """
    count = 0
    for cell in range(CELLS):
        place = top[cell]
        numbers[cell] = place
        if place >= BLOCK:
            blocks[count] = store[place : place + BLOCK]
            numbers[cell] = DENSE + count
            count += 1
    return count
