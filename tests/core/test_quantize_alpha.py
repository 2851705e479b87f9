"""Indexed pictures with alpha: what is clear, opaque and soft stays so, and edges have no fringe."""

import numpy as np
import pytest
from palette_pictures import SAMPLES, photo, with_alpha

from palette_studio.core.nearest import nearest
from palette_studio.core.quantize import MODES, quantize
from palette_studio.core.quantize.alpha import cut_out, quantize_rgba


@pytest.fixture(scope="module")
def cat():
    return photo(SAMPLES / "cat.jpg", 160)


@pytest.fixture(scope="module")
def cut(cat):
    """The cat in a circle with a soft edge; what is clear is black, as many programs leave it."""
    rows, columns = np.indices(cat.shape[:2])
    distance = np.hypot(rows - cat.shape[0] / 2, columns - cat.shape[1] / 2)
    alpha = np.clip((45 - distance) / 12 + 0.5, 0, 1) * 255
    return with_alpha(np.where(alpha[..., None] < 1, 0, cat).astype(np.uint8), alpha)


def over(rgba, background):
    alpha = rgba[..., 3:] / 255
    return rgba[..., :3] * alpha + background * (1 - alpha)


def psnr_over(pixels, result, background):
    error = over(pixels, background) - over(result, background)
    return 10 * np.log10(255**2 / np.mean(error**2))


@pytest.mark.parametrize("mode", MODES)
def test_clear_pixels_stay_clear_and_opaque_ones_opaque(mode, cut):
    indices, entries = quantize_rgba(cut, 24, mode=mode)
    result = entries[indices]
    assert len(entries) <= 24
    assert (result[cut[..., 3] == 0] == 0).all()
    assert (result[cut[..., 3] == 255, 3] == 255).all()
    assert (np.diff(entries[:, 3].astype(int)) >= 0).all()
    assert ((entries[:, 3] > 0) & (entries[:, 3] < 255)).sum() >= 3


@pytest.mark.parametrize("mode", MODES)
def test_soft_edges_look_right_over_black_and_over_white(mode, cut):
    indices, entries = quantize_rgba(cut, 64, mode=mode)
    hard = cut_out(nearest(cut, quantize(cut, 63).colors), quantize(cut, 63).colors, cut[..., 3])
    for background in (0, 255):
        soft = psnr_over(cut, entries[indices], background)
        assert soft > 29
        assert soft > psnr_over(cut, hard.entries[hard.indices], background)


def test_an_edge_has_no_dark_fringe():
    alpha = np.tile(np.clip(np.linspace(-0.3, 1.3, 60), 0, 1) * 255, (30, 1))
    yellow = np.where(alpha[..., None] < 1, 0, [250, 220, 40])
    indices, entries = quantize_rgba(with_alpha(yellow.astype(np.uint8), alpha), 12)
    shown = entries[entries[:, 3] > 0]
    assert np.abs(shown[:, :3].astype(int) - [250, 220, 40]).max() <= 2
    assert len(np.unique(entries[indices][..., 3])) == len(entries) > 8


def test_without_alpha_it_is_the_palette_and_the_nearest(cat):
    colors = quantize(cat, 20).colors
    for pixels in (cat, with_alpha(cat, np.full(cat.shape[:2], 255))):
        indices, entries = quantize_rgba(pixels, 20)
        assert (entries[:, :3] == colors).all()
        assert (entries[:, 3] == 255).all()
        assert (indices == nearest(cat, colors)).all()


@pytest.mark.parametrize("k", [2, 3, 4, 9, 256])
def test_there_are_never_more_entries_than_asked(k, cut):
    indices, entries = quantize_rgba(cut, k)
    assert len(entries) <= k
    assert indices.max() < len(entries)
    assert (entries[indices][cut[..., 3] == 0, 3] == 0).all()
    assert (entries[indices][cut[..., 3] == 255, 3] == 255).all()


def test_locked_colors_are_opaque_entries(cut):
    entries = quantize_rgba(cut, 12, locked=[(255, 0, 255), (1, 2, 3)]).entries
    assert {(255, 0, 255, 255), (1, 2, 3, 255)} <= {tuple(entry) for entry in entries.tolist()}
    assert len(entries) <= 12
    with pytest.raises(ValueError, match="2 locked colors and 1 clear one are more than 2"):
        quantize_rgba(cut, 2, locked=[(255, 0, 255), (1, 2, 3)])


def test_a_picture_of_smoke_has_no_opaque_entry(cat):
    smoke = with_alpha(cat, np.full(cat.shape[:2], 90))
    indices, entries = quantize_rgba(smoke, 32)
    assert len(entries) == 32
    assert np.abs(entries[:, 3].astype(int) - 90).max() <= 1
    assert psnr_over(smoke, entries[indices], 0) > 33


def test_a_picture_with_nothing_to_see_is_one_clear_entry():
    indices, entries = quantize_rgba(np.zeros((4, 5, 4), np.uint16), 8)
    assert entries.tolist() == [[0, 0, 0, 0]]
    assert (indices == 0).all()


def test_the_same_picture_gives_the_same_entries(cut):
    first, again = quantize_rgba(cut, 30), quantize_rgba(cut.copy(), 30)
    assert (first.indices == again.indices).all()
    assert (first.entries == again.entries).all()


def test_what_is_cut_out_keeps_the_palette_and_adds_a_clear_entry(cut):
    colors = np.array([(0, 0, 0), (255, 255, 255), (0, 0, 0)], np.uint8)
    picked = nearest(cut, colors)
    indices, entries = cut_out(picked, colors, cut[..., 3])
    assert (entries[:3, :3] == colors).all()
    assert entries[:, 3].tolist() == [255, 255, 255, 0]
    assert ((indices == 3) == (cut[..., 3] < 128)).all()
    assert (indices[indices < 3] == picked[cut[..., 3] >= 128]).all()
    assert len(cut_out(picked, colors, np.full(picked.shape, 200, np.uint8)).entries) == 3
    with pytest.raises(ValueError, match="256 colors leave no place for a clear one; use at most 255"):
        cut_out(picked, np.zeros((256, 3), np.uint8), cut[..., 3])


def test_a_size_without_meaning_is_refused(cut):
    with pytest.raises(ValueError, match="k is 300"):
        quantize_rgba(cut, 300)
