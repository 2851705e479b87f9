"""How far a result is from the photo, against the plain arithmetic of the color module."""

from __future__ import annotations

import numpy as np
import pytest

from palette_studio.core.color import ciede2000, srgb_to_lab
from palette_studio.core.tick import Canceled
from palette_studio.core.trust import Trust, differences, trust


def pair(dtype: type, channels: int = 3, reach: int = 30) -> tuple[np.ndarray, np.ndarray]:
    """Return two pictures a third of whose pixels differ, by up to ``reach`` 8-bit steps a channel."""
    rng, most = np.random.default_rng(0), int(np.iinfo(dtype).max)
    before = rng.integers(0, most + 1, (300, 400, channels), dtype=dtype)
    moved = before.astype(np.int64)
    scale = most // 255
    moved[::3, :, :3] += rng.integers(-reach * scale, reach * scale + 1, moved[::3, :, :3].shape)
    return before, np.clip(moved, 0, most).astype(dtype)


def plain(before: np.ndarray, after: np.ndarray) -> Trust:
    most = np.iinfo(before.dtype).max
    seen = np.ones(before.shape[:2], bool) if before.shape[2] == 3 else before[..., 3] > 0
    before, after = before[seen][:, :3], after[seen][:, :3]
    off = ciede2000(srgb_to_lab(before / most), srgb_to_lab(after / most))
    off[(before == after).all(axis=1)] = 0
    clipped = ((before != after) & ((after == 0) | (after == most))).any(axis=1)
    return Trust((before != after).any(axis=1).mean(), off.mean(), off.max(), clipped.mean())


@pytest.mark.parametrize("dtype", [np.uint8, np.uint16])
@pytest.mark.parametrize("channels", [3, 4])
@pytest.mark.parametrize("reach", [2, 30, 255])
def test_it_is_what_the_plain_formulas_say(dtype, channels, reach):
    before, after = pair(dtype, channels, reach)
    if channels == 4:
        before[100:150, :, 3] = after[100:150, :, 3] = 0
        after[..., 3] = before[..., 3]
    found, wanted = trust(before, after), plain(before, after)
    assert found.moved == pytest.approx(wanted.moved, abs=1e-12)
    assert found.clipped == pytest.approx(wanted.clipped, abs=1e-12)
    assert found.mean == pytest.approx(wanted.mean, rel=1e-4)
    assert found.largest == pytest.approx(wanted.largest, rel=1e-3)


def test_single_differences_are_right_to_a_hundredth():
    """Hues that are all but opposite, where the formula itself jumps, are left out."""
    rng = np.random.default_rng(0)
    first = rng.integers(0, 256, (200_000, 3), dtype=np.uint8)
    second = np.where(rng.random((200_000, 1)) < 0.5, rng.integers(0, 256, first.shape), first // 2 + 60)
    second = second.astype(np.uint8)
    lab = srgb_to_lab(first / 255), srgb_to_lab(second / 255)
    hue = [np.arctan2(each[:, 2], each[:, 1]) for each in lab]
    apart = np.abs(np.degrees(hue[1] - hue[0]) % 360 - 180)
    off = np.abs(differences(first, second) - ciede2000(*lab))
    assert off[apart > 0.5].max() < 0.01
    assert off.mean() < 1e-4


def test_every_gray_and_every_single_step_is_right():
    ramp = np.arange(256, dtype=np.uint8)
    colors = np.concatenate(
        [
            np.repeat(ramp[:, None], 3, axis=1),
            *(np.eye(3, dtype=np.uint8)[c] * ramp[:, None] for c in range(3)),
        ]
    )
    stepped = np.where(colors < 255, colors + 1, colors - 1).astype(np.uint8)
    off = differences(colors, stepped) - ciede2000(srgb_to_lab(colors / 255), srgb_to_lab(stepped / 255))
    assert np.abs(off).max() < 0.002
    assert (differences(colors, colors) < 1e-3).all()


def test_the_same_picture_has_not_moved():
    before, _ = pair(np.uint8)
    assert trust(before, before) == trust(before, before.copy()) == Trust()


@pytest.mark.parametrize("shape", [(0, 5, 3), (5, 0, 3), (4, 4, 4)])
def test_nothing_to_see_has_not_moved(shape):
    before = np.zeros(shape, np.uint8)
    after = before.copy()
    after[..., :3] = 9
    assert trust(before, after) == Trust()


def test_clipped_means_newly_at_the_edge():
    before = np.uint8([[[0, 10, 255], [5, 5, 5], [0, 0, 0], [255, 255, 255]]])
    after = np.uint8([[[0, 20, 255], [0, 5, 5], [0, 0, 0], [254, 255, 255]]])
    assert trust(before, after).clipped == 0.25


def test_it_is_the_same_every_time():
    before, after = pair(np.uint8, reach=255)
    assert len({trust(before, after) for _ in range(5)}) == 1


def test_pictures_must_be_alike():
    before, after = pair(np.uint8)
    with pytest.raises(ValueError, match="the same"):
        trust(before, after[:10])
    with pytest.raises(ValueError, match="the same"):
        trust(before, after.astype(np.uint16))


def test_it_can_be_canceled():
    def stop(fraction: float, partial: object = None) -> None:
        raise Canceled

    with pytest.raises(Canceled):
        trust(*pair(np.uint8), stop)
