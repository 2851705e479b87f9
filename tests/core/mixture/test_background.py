"""Background models: the paper's, OpenCV's, and laws that hold for any."""

import json

import cv2
import numpy as np
import pytest
from reference_stauffer_grimson import Reference

from palette_studio.core.evaluate.sequences import Sequence
from palette_studio.core.mixture import BackgroundMixture, despeckled

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


KINDS = [{"method": "stauffer-grimson"}, {"rho": "paper"}, {"rho": "alpha", "spread": 1}, {"method": "mog2"}]


@pytest.fixture(scope="module")
def waving():
    return frames_of("waving", 30)


@pytest.mark.parametrize("options", KINDS)
def test_a_frozen_model_stays_as_it_is(options, waving):
    model = BackgroundMixture(**options)
    for frame in waving[:20]:
        model.apply(frame)
    before, first = model.gaussians(7, 9), model.apply(waving[20], 0)
    for frame in waving[21:]:
        model.apply(frame, learning_rate=0)
    np.testing.assert_array_equal(model.apply(waving[20], 0), first)
    for a, b in zip(before, model.gaussians(7, 9), strict=True):
        np.testing.assert_array_equal(a, b)


@pytest.mark.parametrize("options", KINDS)
@pytest.mark.parametrize("value", [0, 1, 128, 255])
def test_a_scene_that_never_changes_is_background(options, value):
    model, frame = BackgroundMixture(**options), np.full((9, 11, 3), value, np.uint8)
    masks = [model.apply(frame) for _ in range(30)]
    assert not np.any(masks[1:])  # to OpenCV, all of the first frame is foreground
    np.testing.assert_array_equal(model.background(), frame)


@pytest.mark.parametrize("rho", ["paper", "alpha", "weight"])
def test_the_order_of_channels_does_not_matter(rho, waving):
    one, other = BackgroundMixture(rho=rho), BackgroundMixture(rho=rho)
    for frame in waving:
        mask = one.apply(frame)
        swapped = other.apply(np.ascontiguousarray(frame[..., ::-1]))
        assert (mask != swapped).mean() < 0.001  # sums are rounded in another order


@pytest.mark.parametrize("options", KINDS)
def test_a_learning_rate_of_1_begins_anew_at_any_size(options, waving):
    model, fresh = BackgroundMixture(**options), BackgroundMixture(**options)
    for frame in waving:
        model.apply(frame)
    small = [frame[:20, :30] for frame in waving]
    np.testing.assert_array_equal(model.apply(small[0], learning_rate=1), fresh.apply(small[0]))
    for frame in small[1:8]:
        np.testing.assert_array_equal(model.apply(frame), fresh.apply(frame))


@pytest.mark.parametrize("options", KINDS)
def test_threads_change_no_pixel(options, waving, monkeypatch):
    masks = []
    for cores in (1, 5):
        monkeypatch.setattr("palette_studio.core.tiles.CORES", cores)
        model = BackgroundMixture(**options)
        masks.append([model.apply(frame) for frame in waving])
    np.testing.assert_array_equal(*masks)


@pytest.mark.parametrize("options", KINDS)
def test_16_bits_are_scaled_to_8(options, waving):
    one, other = BackgroundMixture(**options), BackgroundMixture(**options)
    for frame in waving[:5]:
        np.testing.assert_array_equal(one.apply(frame), other.apply(frame.astype(np.uint16) * 257))


@pytest.mark.parametrize(
    ("frame", "words"),
    [
        (np.zeros((4, 4, 3)), "uint8.*float64"),
        (np.full((4, 4), np.nan), "uint8.*float64"),
        (np.zeros((4, 4, 4), np.uint8), r"\(4, 4, 4\)"),
        (np.zeros((0, 4, 3), np.uint8), "empty"),
        (np.zeros(4, np.uint8), r"\(4,\)"),
        (np.zeros((5, 4, 3), np.uint8), "4 × 5 pixels in color.*4 × 4 pixels in color.*learning_rate=1"),
        (np.zeros((4, 4), np.uint8), "in gray.*in color"),
    ],
)
def test_frames_of_another_kind_are_refused_and_change_nothing(frame, words):
    model, good = BackgroundMixture(), np.full((4, 4, 3), 9, np.uint8)
    model.apply(good)
    with pytest.raises(ValueError, match=words):
        model.apply(frame)
    assert not model.apply(good).any()


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"method": "magic"}, "magic.*stauffer-grimson, mog2"),
        ({"rho": "beta"}, "beta.*paper"),
        ({"components": 0}, "components.*1 to 12.*0"),
        ({"components": 2.5}, "whole"),
        ({"alpha": float("nan")}, "alpha"),
        ({"threshold": 1.5}, "threshold.*1.5"),
        ({"match": "far"}, "match.*far"),
    ],
)
def test_options_without_meaning_are_refused(options, words):
    with pytest.raises(ValueError, match=words):
        BackgroundMixture(**options)
    model = BackgroundMixture(components=4)
    with pytest.raises(ValueError, match=words):
        model.change(**options)
    assert model.options.components == 4


def test_what_there_is_not_yet_or_not_at_all_is_said():
    model = BackgroundMixture()
    with pytest.raises(ValueError, match="no frame"):
        model.background()
    with pytest.raises(ValueError, match="learning_rate"):
        model.apply(np.zeros((4, 4), np.uint8), 2)
    model.apply(np.zeros((4, 6), np.uint8))
    with pytest.raises(ValueError, match=r"\(6, 0\)"):
        model.gaussians(6, 0)
    with pytest.raises(TypeError):
        BackgroundMixture(gaussians=3)


@pytest.mark.parametrize("options", KINDS)
def test_components_come_and_go_between_frames(options, waving):
    model = BackgroundMixture(**options, components=3)
    for frame in waving[:15]:
        model.apply(frame)
    for count in (5, 2, 1, 4):
        model.change(components=count)
        for frame in waving[15:25]:
            model.apply(frame)
        for x in range(0, 64, 7):
            pixel = model.gaussians(x, 11)
            assert 1 <= len(pixel.weights) <= count
            assert pixel.background[0]
            if model.options.method != "mog2":  # OpenCV lets go what the least component had
                assert pixel.weights.sum() == pytest.approx(1, abs=1e-4)


def test_a_tighter_match_finds_more(waving):
    model = BackgroundMixture(spread=0, shadows=False)
    for frame in waving[:-1]:
        model.apply(frame)
    loose = (model.apply(waving[-1], 0) == 255).sum()
    model.change(match=2.0)
    assert (model.apply(waving[-1], 0) == 255).sum() > loose


@pytest.mark.parametrize("options", KINDS)
def test_the_state_does_not_grow(options, waving):
    model = BackgroundMixture(**options)
    model.apply(waving[0])
    size = model._model.state.nbytes
    for frame in waving:
        model.apply(frame)
    assert model._model.state.nbytes == size


def test_weights_hold_over_many_frames():
    model, rng = BackgroundMixture(alpha=0.5, light=False), np.random.default_rng(0)
    for _ in range(200):
        model.apply(rng.integers(90, 110, (4, 4), dtype=np.uint8))
    assert model.gaussians(1, 1).weights.sum() == pytest.approx(1, abs=1e-4)


@pytest.mark.parametrize("options", KINDS)
def test_frames_may_be_read_only_or_not_and_stay_so(options):
    from palette_studio.core.kernels import background, background_mog2

    model, frame = BackgroundMixture(**options), np.full((8, 9, 3), 40, np.uint8)
    model.apply(frame)
    kernels = (background.watched, background_mog2.watched_mog2)
    before = [len(kernel.signatures) for kernel in kernels]
    assert frame.flags.writeable
    frame.flags.writeable = False
    model.apply(frame)
    assert [len(kernel.signatures) for kernel in kernels] == before


def test_shadows_are_a_class_of_their_own():
    model, counts = BackgroundMixture(), np.zeros((2, 2))
    for number, (frame, truth) in enumerate(Sequence("shadow", 21, (120, 90), 90)):
        mask = model.apply(frame)
        if number > 45:
            counts += [[((mask == m) & (truth == t)).sum() for t in (50, 255)] for m in (127, 255)]
    assert counts[0, 0] > 0.6 * counts[:, 0].sum()  # most of the shadows
    assert counts[1, 1] > 0.7 * counts[:, 1].sum()  # and few of the things


def test_a_switch_of_the_light_is_followed():
    model, plain, found, missed = BackgroundMixture(), BackgroundMixture(light=False), [], []
    for number, frame in enumerate(frames_of("switch", 100, (120, 90))):
        masks = model.apply(frame), plain.apply(frame)
        if number == 56:
            found, missed = ((mask == 255).mean() for mask in masks)
    assert found < 0.25 < missed


def test_a_second_look_takes_back_what_only_moved():
    scores = []
    for spread in (0, 1):
        model, wrong = BackgroundMixture(spread=spread), 0
        for number, (frame, truth) in enumerate(Sequence("jitter", 21, (120, 90), 60)):
            wrong += ((model.apply(frame) == 255) != (truth == 255)).sum() if number > 30 else 0
        scores.append(wrong)
    assert scores[1] < scores[0]


def test_specks_of_one_or_two_pixels_are_ignored():
    mask = np.zeros((12, 12), np.uint8)
    mask[1, 1] = mask[4, 4] = mask[5, 5] = 255
    mask[8:10, 8:10] = 255
    mask[3, 9] = 127
    kept = mask.copy()
    kept[1, 1] = kept[4, 4] = kept[5, 5] = 0
    np.testing.assert_array_equal(despeckled(mask), kept)
    np.testing.assert_array_equal(despeckled(mask, 5), cv2.medianBlur(mask, 5))
    with pytest.raises(ValueError, match="median"):
        despeckled(mask, 4)
