"""Background models: the paper's, OpenCV's, and laws that hold for any."""

import json

import cv2
import numpy as np
import pytest
from reference_stauffer_grimson import Reference

from palette_studio.core.evaluate.sequences import Sequence
from palette_studio.core.mixture import BackgroundMixture

PLAIN = {"warm_up": False, "shadows": False, "spread": 0, "light": False}


def frames_of(kind, count, size=(64, 48), seed=11):
    return [frame.pixels for frame in Sequence(kind, seed, size, count)]


@pytest.mark.parametrize("rho", ["paper", "alpha"])
@pytest.mark.parametrize("kind", ["static", "waving"])
def test_the_papers_equations_give_the_golden_masks_and_states(kind, rho, shared_data):
    path = shared_data / "gmm" / f"golden_sg_{kind}_{rho}.npz"
    if not path.is_file():
        pytest.skip("the golden sequences are not here")
    golden = np.load(path)
    of = json.loads(str(golden["params"]))
    model = BackgroundMixture(
        rho=rho, components=of["K"], alpha=of["alpha"], threshold=of["T"], match=of["lam"], weight=of["w0"]
    )
    for frame, mask in zip(golden["frames"], golden["mask"], strict=True):
        np.testing.assert_array_equal(model.apply(frame), mask)
    for y, x in np.ndindex(golden["w"].shape[:2]):
        pixel = model.gaussians(x, y)
        used = len(pixel.weights)
        np.testing.assert_allclose(pixel.weights, golden["w"][y, x, :used], atol=1e-6)
        np.testing.assert_allclose(pixel.means, golden["mu"][y, x, :used], atol=1e-4)
        np.testing.assert_allclose(pixel.variances, golden["var"][y, x, :used], rtol=1e-5)
        assert not golden["w"][y, x, used:].any()


@pytest.mark.parametrize("rho", ["paper", "alpha", "weight"])
@pytest.mark.parametrize("channels", [1, 3])
def test_a_slow_reading_of_the_paper_says_the_same(rho, channels):
    frames = [frame[:16, :20, :channels] for frame in frames_of("waving", 40)]
    numbers = {"alpha": 0.03, "match": 2.5, "least": 4.0, "components": 3}
    model = BackgroundMixture(rho=rho, **numbers, **PLAIN)
    slow = Reference(frames[0], alpha=0.03, rho=rho)
    for frame in frames:
        mask = model.apply(frame if channels == 3 else frame[..., 0])
        assert (mask != slow.apply(frame)).mean() < 0.002  # float32 and float64 may part at a threshold
    pixel, (weight, mean, variance) = model.gaussians(3, 5), slow.pixels[5][3][0]
    assert pixel.weights[0] == pytest.approx(weight, abs=1e-5)
    assert pixel.means[0] == pytest.approx(mean, abs=1e-3)
    assert pixel.variances[0] == pytest.approx(variance, rel=1e-4)


@pytest.mark.parametrize("kind", ["shadow", "waving"])
@pytest.mark.parametrize("gray", [False, True])
def test_mog2_agrees_with_opencv(kind, gray):
    model, peer = BackgroundMixture(method="mog2"), cv2.createBackgroundSubtractorMOG2()
    off, shadows = [], 0
    for frame in frames_of(kind, 200, (80, 60)):
        frame = cv2.cvtColor(frame, cv2.COLOR_RGB2GRAY) if gray else frame
        mine, theirs = model.apply(frame), peer.apply(frame)
        off.append((mine != theirs).mean())
        shadows += (mine == 127).sum()
    assert np.mean(off) < 0.001
    assert shadows
    assert np.abs(model.background().astype(int) - peer.getBackgroundImage()).max() <= 1
