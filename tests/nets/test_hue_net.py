"""Hue-Net: the published layers, what it learns, and what it does to a photo."""

from dataclasses import replace

import numpy as np
import pytest
import torch

from palette_studio.core.tick import Canceled
from palette_studio.core.transfer.distances import hue_emd
from palette_studio.nets import runtime
from palette_studio.nets.hue_net.colors import inputs, to_hsv, to_rgb
from palette_studio.nets.hue_net.loss import losses, made_hue
from palette_studio.nets.hue_net.model import Discriminator, Generator, outputs_of
from palette_studio.nets.hue_net.recipe import LATER, PUBLISHED, STUDIO
from palette_studio.nets.hue_net.run import HueNet, Turns, _fitted
from palette_studio.nets.hue_net.start import eased, even_around, start, transport_turns
from palette_studio.nets.hue_net.train import Training, parameters
from palette_studio.nets.hue_net.yuv import from_yuv, to_yuv

TINY = replace(STUDIO, width=4, size=32, bins=32, batch=2)


def picture(hue, seed=0, size=40):
    """A picture of colors around a hue (0..1), (size, size, 3) uint8."""
    rng = np.random.default_rng(seed)
    hsv = np.stack([np.full((size, size), hue), *rng.uniform(0.5, 1, (2, size, size))])
    hsv[0] = (hsv[0] + rng.normal(0, 0.02, (size, size))) % 1
    rgb = to_rgb(torch.from_numpy(hsv)[None].float())[0]
    return np.rint(rgb.permute(1, 2, 0).numpy() * 255).astype(np.uint8)


def convolutions(net):
    kinds = torch.nn.Conv2d, torch.nn.ConvTranspose2d
    return [each for each in net.modules() if isinstance(each, kinds)]


def test_the_published_generator_has_the_layers_of_pix2pix():
    generator = Generator(PUBLISHED)
    layers = convolutions(generator)
    down, up = layers[:8], layers[8:]
    assert [each.out_channels for each in down] == [64, 128, 256, 512, 512, 512, 512, 512]
    assert [each.in_channels for each in up] == [512, 1024, 1024, 1024, 1024, 512, 256, 128]
    assert [each.out_channels for each in up] == [512, 512, 512, 512, 256, 128, 64, 1]
    assert all(each.kernel_size == (4, 4) and each.stride == (2, 2) for each in layers)
    assert down[0].in_channels == 4  # hue, saturation, value, and the hue of the reference
    drops = [each for each in generator.modules() if isinstance(each, torch.nn.Dropout)]
    assert len(drops) == 3
    assert parameters(generator) == pytest.approx(54.4e6, rel=0.002)


def test_the_discriminator_judges_30_by_30_patches():
    discriminator = Discriminator(replace(PUBLISHED, width=8))
    layers = convolutions(discriminator)
    assert [each.out_channels for each in layers] == [8, 16, 32, 64, 1]
    assert [each.stride[0] for each in layers] == [2, 2, 2, 1, 1]
    assert discriminator(torch.zeros(1, 5, 256, 256)).shape == (1, 1, 30, 30)


@pytest.mark.parametrize("recipe", [TINY, replace(PUBLISHED, width=2, size=32, bins=32, batch=2)])
def test_hues_go_in_and_come_out_as_hues(recipe):
    source = to_hsv(torch.rand(2, 3, 32, 32))
    planes, histograms, begun = inputs(source, source.flip(0), recipe)
    with torch.no_grad():
        hue, points = made_hue(source, Generator(recipe)(planes, histograms), begun, recipe)
    assert hue.shape == (2, 32, 32)
    assert points.shape == (2, 2, 32, 32)
    assert float(hue.min()) >= 0
    assert float(hue.max()) <= 1


def test_an_untrained_network_starts_from_the_cheapest_turn_or_from_none():
    photo, reference = picture(0.3), picture(0.7)
    bare = HueNet(Generator(replace(TINY, hint=False))).transfer(photo, reference)
    assert np.abs(bare.astype(int) - photo).max() <= 3
    made = HueNet(Generator(TINY)).transfer(photo, reference)
    assert hue_emd(made, reference) < 0.25 * hue_emd(photo, reference)


@pytest.mark.parametrize("seed", range(3))
def test_a_picture_that_is_its_own_reference_stays(seed):
    photo = np.random.default_rng(seed).integers(0, 256, (40, 50, 3), dtype=np.uint8)
    net = Generator(TINY)
    torch.nn.init.normal_(net.out.conv.weight, std=0.1)
    made = HueNet(net).transfer(photo, photo)
    assert np.abs(made.astype(int) - photo).max() <= 1


def test_a_pair_is_learned_by_heart():
    photo, reference = picture(0.1, size=32), picture(0.4, seed=1, size=32)
    eager = replace(
        TINY,
        hint=False,
        emd=250.0,
        squared=False,
        information=1.0,
        smooth=0.0,
        grain=0.0,
        structure=0.0,
        rate=3e-3,
    )
    training = Training(eager, steps=120)
    training._crop = lambda pixels, rng: pixels
    training._pair = lambda pictures, pair=training._pair: tuple(
        to_hsv(torch.from_numpy(np.stack([each] * 2)).permute(0, 3, 1, 2).float() / 255)
        for each in (photo, reference)
    )
    training.run([photo, reference])
    made = HueNet(training.generator).transfer(photo, reference)
    assert hue_emd(made, reference) < 0.35 * hue_emd(photo, reference)


def test_a_training_goes_on_where_it_was_stopped(tmp_path):
    photos = [picture(n / 6, seed=n) for n in range(6)]
    whole = Training(TINY, steps=6)
    whole.run(photos)
    first = Training(TINY, steps=6)

    def stop(fraction, partial=None):
        if fraction >= 0.5:
            raise Canceled

    with pytest.raises(Canceled):
        first.run(photos, tick=stop)
    first.save(tmp_path / "half.checkpoint")
    second = Training.resumed(tmp_path / "half.checkpoint")
    assert second.step == 3
    second.run(photos)
    once, twice = (each.generator.state_dict() for each in (whole, second))
    assert all(torch.equal(once[name], twice[name]) for name in once)


def test_the_later_version_makes_three_channels_and_learns_a_pair():
    recipe = replace(LATER, width=4, size=32, bins=32, batch=2, adversarial=0.0, information=1.0, rate=3e-3)
    assert outputs_of(recipe) == 3 and convolutions(Generator(LATER))[0].in_channels == 3
    photo, reference = picture(0.1, size=32), picture(0.55, seed=1, size=32)
    training = Training(recipe, steps=150)
    training._pair = lambda pictures: tuple(
        to_hsv(torch.from_numpy(np.stack([each] * 2)).permute(0, 3, 1, 2).float() / 255)
        for each in (photo, reference)
    )
    training.run([photo, reference])
    net = HueNet(training.generator)
    made = net.transfer(photo, reference)
    means = [each.reshape(-1, 3).mean(0) for each in (made, photo, reference)]
    assert np.abs(means[0] - means[2]).max() < 0.4 * np.abs(means[1] - means[2]).max()
    assert net.transfer(photo, reference, strength=0) is photo


def test_yuv_and_back_is_the_same_color():
    rgb = torch.rand(1, 3, 8, 8)
    torch.testing.assert_close(from_yuv(to_yuv(rgb)), rgb, atol=1e-5, rtol=0)
    assert float(to_yuv(rgb).abs().max()) <= 1.3


def test_the_same_seed_gives_the_same_weights():
    photos = [picture(n / 6, seed=n) for n in range(6)]
    nets = []
    for _ in range(2):
        training = Training(TINY, steps=3, seed=4)
        training.run(photos)
        nets.append(training.generator.state_dict())
    assert all(torch.equal(nets[0][name], nets[1][name]) for name in nets[0])


@pytest.mark.parametrize("known", [PUBLISHED, LATER])
def test_an_adversary_trains_beside_the_generator(known):
    recipe = replace(known, width=4, size=32, bins=32, batch=2)
    seen = []
    Training(recipe, steps=2).run([picture(n / 4, seed=n) for n in range(4)], seen.append, every=1)
    assert {"emd", "information", "adversarial", "discriminator"} == set(seen[-1].losses)
    assert all(np.isfinite(list(each.losses.values())).all() for each in seen)


def test_what_is_saved_is_what_is_loaded_and_damage_is_told(tmp_path):
    net, file = HueNet(Generator(TINY)), tmp_path / "net.safetensors"
    net.save(file)
    photo, reference = picture(0.2), picture(0.8, seed=2)
    np.testing.assert_array_equal(
        HueNet.load(file).transfer(photo, reference), net.transfer(photo, reference)
    )
    file.with_suffix(".json").write_text('{"sha256": "0"}')
    with pytest.raises(runtime.WeightsError, match="damaged"):
        HueNet.load(file)
    file.with_suffix(".json").unlink()
    file.write_bytes(file.read_bytes()[:100])
    with pytest.raises(runtime.WeightsError, match="can't be read"):
        HueNet.load(file)
    with pytest.raises(runtime.WeightsError, match="not there"):
        HueNet.load(tmp_path / "none.safetensors")


@pytest.mark.parametrize("dtype", [np.uint8, np.uint16])
def test_saturation_value_alpha_and_grays_stay(dtype):
    top = np.iinfo(dtype).max
    rng = np.random.default_rng(0)
    pixels = rng.integers(0, top, (20, 30, 4), dtype=dtype, endpoint=True)
    pixels[0, :, :3] = pixels[0, :, :1]
    angle = np.linspace(-3, 3, 20 * 30).reshape(20, 30)
    field = np.stack([np.cos(angle), np.sin(angle)], -1).astype(np.float32)
    turns = Turns(field)
    made = turns.apply(pixels)
    np.testing.assert_array_equal(made[..., 3], pixels[..., 3])
    np.testing.assert_array_equal(made[0], pixels[0])
    for extreme in (np.max, np.min):
        np.testing.assert_allclose(
            extreme(made[..., :3].astype(int), -1), extreme(pixels[..., :3].astype(int), -1), atol=1
        )
    np.testing.assert_array_equal(turns.apply(pixels, strength=0), pixels)


def test_strength_0_is_the_same_bytes_and_others_are_refused():
    net, photo = HueNet(Generator(TINY)), picture(0.2)
    assert net.transfer(photo, picture(0.5), strength=0) is photo
    with pytest.raises(ValueError, match="strength is 0 to 1"):
        net.transfer(photo, photo, strength=1.5)


@pytest.mark.parametrize("shape", [(1, 1, 3), (3, 90, 3), (64, 33, 4)])
def test_pictures_of_any_size_go_through(shape):
    pixels = np.random.default_rng(0).integers(0, 255, shape, dtype=np.uint8)
    assert HueNet(Generator(TINY)).transfer(pixels, picture(0.5, size=7)).shape == shape


def test_the_cheapest_turns_carry_one_histogram_to_the_other():
    p, q = np.zeros(64), np.zeros(64)
    p[60:64], q[4:8] = 0.25, 0.25
    turns = transport_turns(p, q)
    np.testing.assert_allclose(turns[60:64], 8 / 64, atol=1 / 64)
    np.testing.assert_allclose(transport_turns(p, p)[60:64], 0, atol=1e-9)


def test_an_eased_turn_is_even_where_there_are_pixels_and_keeps_its_way_between_groups():
    p = np.full(64, 1e-4)
    p[8:14] = p[40:46] = 1 / 12
    rough = np.where(np.arange(64) < 27, 0.1, -0.2) + np.random.default_rng(0).normal(0, 0.03, 64)
    turns = np.angle(eased(p / p.sum(), np.exp(2j * np.pi * rough))) / (2 * np.pi)
    for group, wanted in ((slice(8, 14), 0.1), (slice(40, 46), -0.2)):
        assert np.ptp(turns[group]) < 0.25 * np.ptp(rough[group])
        assert abs(turns[group].mean() - wanted) < 0.1


def test_of_two_ways_that_a_color_may_go_the_one_of_more_pixels_is_taken():
    p = np.full(64, 1e-4)
    p[20:30] = 0.1
    ways = np.where(np.arange(64) < 26, 0.25, -0.2)  # six tenths there, four tenths here
    turns = np.angle(eased(p / p.sum(), np.exp(2j * np.pi * ways))) / (2 * np.pi)
    np.testing.assert_allclose(turns[20:26], 0.25, atol=0.05)


@pytest.mark.parametrize("count", [5, 64])
def test_a_system_round_the_circle_is_solved_as_the_full_matrix_is(count):
    rng = np.random.default_rng(count)
    counts, links = rng.uniform(0.1, 1, (2, count))
    turns = np.exp(2j * np.pi * rng.random(count))
    places, following = np.arange(count), (np.arange(count) + 1) % count
    system = np.diag(counts + links + np.roll(links, 1))
    system[places, following] -= links
    system[following, places] -= links
    wanted = np.linalg.solve(system, counts * turns)
    np.testing.assert_allclose(even_around(counts, links, turns), wanted, atol=1e-9)


def test_losses_are_none_for_a_picture_that_is_its_own_reference():
    source = to_hsv(torch.from_numpy(picture(0.6, size=32)).permute(2, 0, 1)[None].float() / 255)
    still = torch.zeros(1, 2, 32, 32)
    found = losses(source, source, still, start(source, source, TINY.bins), replace(TINY, grain=1.0))
    assert float(found["emd"]) == pytest.approx(0, abs=1e-3)
    assert float(found["grain"]) == pytest.approx(0, abs=1e-3)
    assert float(found["structure"]) == pytest.approx(0, abs=1e-3)
    assert float(found["smooth"]) == pytest.approx(0, abs=1e-6)


@pytest.mark.parametrize("shape", [(1, 3000), (3000, 1), (2, 60000), (1, 1)])
def test_a_line_of_pixels_is_no_more_work_than_a_photo(shape):
    pixels = np.random.default_rng(0).integers(0, 256, (*shape, 3), np.uint8)
    height, width = _fitted(pixels, 256, 32).shape[2:]
    assert min(height, width) >= 32
    assert height * width <= 4 * 256 * 256
    network = HueNet(Generator(TINY))
    assert network.transfer(pixels, pixels[:, ::-1]).shape == pixels.shape
