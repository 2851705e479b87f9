"""Worker threads over rows, and the pyramid."""

import threading
from itertools import pairwise

import numpy as np
import pytest

from palette_studio.core.tick import Canceled
from palette_studio.core.tiles import each_block, pyramid, to_8_bit


@pytest.mark.parametrize("rows", [0, 1, 63, 64, 65, 1000])
def test_every_row_is_worked_on_exactly_once(rows):
    seen = np.zeros(rows, int)

    def work(start, stop):
        seen[start:stop] += 1

    each_block(rows, work, block=64)
    assert (seen == 1).all()


def test_the_tick_is_called_in_the_calling_thread_and_ends_at_one():
    heard = []
    each_block(
        500, lambda a, b: None, lambda f, partial=None: heard.append((f, threading.get_ident())), block=7
    )
    fractions = [f for f, _ in heard]
    assert fractions == sorted(fractions)
    assert fractions[-1] == 1.0
    assert {ident for _, ident in heard} == {threading.get_ident()}


def test_a_tick_that_cancels_stops_the_blocks_not_yet_begun():
    done = []

    def tick(fraction, partial=None):
        if done:
            raise Canceled

    with pytest.raises(Canceled):
        each_block(100_000, lambda a, b: done.append(a), tick, block=1)
    assert len(done) < 100_000


@pytest.mark.parametrize("kind", [ValueError, IndexError, ZeroDivisionError])
def test_an_error_in_any_block_reaches_the_caller(kind):
    def work(start, stop):
        if start == 900:
            raise kind("row 900")

    with pytest.raises(kind, match="row 900"):
        each_block(1000, work, block=1)


def test_calls_may_nest_and_come_from_several_threads():
    total = np.zeros(4, int)

    def count(slot):
        def outer(a, b):
            each_block(8, lambda c, d: None, block=1)
            with lock:
                total[slot] += b - a

        each_block(64, outer, block=1)

    lock = threading.Lock()
    threads = [threading.Thread(target=count, args=(slot,)) for slot in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (total == 64).all()


def test_a_block_without_rows_is_refused():
    with pytest.raises(ValueError, match="at least 1 row"):
        each_block(10, lambda a, b: None, block=0)


def test_sixteen_bits_are_rounded_to_the_nearest_eight():
    values = np.arange(65536, dtype=np.uint16).reshape(256, 256, 1)
    assert np.array_equal(to_8_bit(values), np.rint(values / 257).astype(np.uint8))


@pytest.mark.parametrize("shape", [(1, 1, 3), (12000, 40, 3), (40, 12000, 4), (257, 3, 4), (600, 801, 3)])
@pytest.mark.parametrize("dtype", [np.uint8, np.uint16])
def test_each_level_is_half_of_the_one_before(shape, dtype):
    pixels = np.random.default_rng(0).integers(0, np.iinfo(dtype).max + 1, shape).astype(dtype)
    levels = pyramid(pixels)
    assert max(levels[-1].shape[:2]) <= 256
    for before, after in pairwise(levels):
        assert after.shape == ((before.shape[0] + 1) // 2, (before.shape[1] + 1) // 2, shape[2])
    for level in levels:
        assert level.dtype == np.uint8
        assert level.flags.c_contiguous
        assert not level.flags.writeable


def test_the_first_level_is_the_photo_itself_when_it_has_eight_bits():
    pixels = np.zeros((10, 10, 3), np.uint8)
    assert pyramid(pixels)[0] is pixels


def test_a_level_is_the_area_average():
    pixels = np.random.default_rng(0).integers(0, 256, (512, 512, 3)).astype(np.uint8)
    mean = pixels.reshape(256, 2, 256, 2, 3).mean(axis=(1, 3))
    assert np.abs(pyramid(pixels)[1] - mean).max() <= 0.5


@pytest.mark.parametrize("height", [512, 513])
def test_the_color_of_transparent_pixels_does_not_bleed(height):
    pixels = np.zeros((height, 512, 4), np.uint8)
    pixels[:, ::2] = (200, 100, 50, 255)
    pixels[:, 1::2] = (0, 255, 255, 0)
    half = pyramid(pixels)[1]
    assert (np.abs(half[..., :3].astype(int) - (200, 100, 50)) <= 1).all()
    assert (np.abs(half[..., 3].astype(int) - 127.5) <= 1).all()


def test_what_is_no_picture_is_refused():
    with pytest.raises(ValueError, match="not \\(4, 4\\)"):
        pyramid(np.zeros((4, 4), np.uint8))
    with pytest.raises(ValueError, match="float64"):
        pyramid(np.zeros((4, 4, 3)))
