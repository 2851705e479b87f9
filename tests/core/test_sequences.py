"""Generated sequences: the same every time, streamed, and labeled right."""

import numpy as np
import pytest

from palette_studio.core.evaluate.sequences import BACKGROUND, FOREGROUND, KINDS, SHADOW, Sequence


@pytest.mark.parametrize("kind", KINDS)
def test_a_sequence_is_the_same_every_time_and_another_by_another_seed(kind):
    first, again, other = (list(Sequence(kind, seed, (64, 48), 6)) for seed in (3, 3, 4))
    assert all(np.array_equal(a.pixels, b.pixels) for a, b in zip(first, again, strict=True))
    assert all(np.array_equal(a.truth, b.truth) for a, b in zip(first, again, strict=True))
    assert not np.array_equal(first[0].pixels, other[0].pixels)


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_labeled_where_things_are(kind):
    shown = set()
    for frame in Sequence(kind, 3, (96, 64), 40):
        assert frame.pixels.shape == (64, 96, 3)
        assert frame.pixels.dtype == frame.truth.dtype == np.uint8
        shown |= set(np.unique(frame.truth))
    assert shown == {BACKGROUND, FOREGROUND} | ({SHADOW} if kind == "shadow" else set())


def test_where_nothing_is_labeled_a_still_scene_differs_by_noise_alone():
    frames = list(Sequence("static", 5, (96, 64), 60))
    pictures = np.stack([frame.pixels for frame in frames]).astype(float)
    pictures[np.stack([frame.truth for frame in frames]) != BACKGROUND] = np.nan
    seen = np.isfinite(pictures[..., 0]).sum(0) > 20
    assert np.nanstd(pictures[:, seen], axis=0).mean() == pytest.approx(3, abs=0.2)


def test_shadows_dim_the_ground_and_keep_its_color():
    frames = list(Sequence("shadow", 1, (160, 120), 60))
    lit = np.median([frame.pixels for frame in frames], axis=0)
    dimmed = np.concatenate([(f.pixels / np.maximum(lit, 1))[f.truth == SHADOW] for f in frames])
    assert 0.4 < np.median(dimmed) < 0.97
    assert np.median(np.ptp(dimmed, axis=1)) < 0.12


def test_a_switch_changes_the_light_at_once_and_back():
    light = np.array([frame.pixels.mean() for frame in Sequence("switch", 1, (64, 48), 100)])
    assert (light[55:80] < 0.8 * light[:55].mean()).all()
    assert light[80:].mean() == pytest.approx(light[:55].mean(), rel=0.1)


def test_frames_are_painted_as_they_are_asked_for():
    frames = iter(Sequence("static", 0, (64, 48), 10**4))
    assert next(frames).pixels.shape == (48, 64, 3)


def test_what_cannot_be_painted_is_refused():
    with pytest.raises(ValueError, match="no kind of sequence"):
        Sequence("rain")
    with pytest.raises(ValueError, match="32"):
        Sequence("static", size=(8, 8))
