"""Let there be color!: the published layers, what it learns, and a training that stops and goes on."""

from dataclasses import replace

import numpy as np
import pytest
import torch
from PIL import Image

from palette_studio.core.colorize.paint import lightness
from palette_studio.core.tick import Canceled
from palette_studio.nets import album, colorize, runtime
from palette_studio.nets.let_there_be_color.model import LetThereBeColor, lessons
from palette_studio.nets.let_there_be_color.recipe import PUBLISHED, SPACES, STUDIO
from palette_studio.nets.let_there_be_color.run import Colorizer
from palette_studio.nets.let_there_be_color.spaces import light_and_color, painted, seen
from palette_studio.nets.let_there_be_color.train import Colorist, varied
from palette_studio.nets.study import Plan, Study, pardoned

TINY = replace(STUDIO, width=0.125, size=32, whole=32, classes=2, batch=4, tone=0.0, sharpness=0.0)


def layers(module, kind):
    return [each for each in module.modules() if isinstance(each, kind)]


@pytest.fixture(scope="module")
def published():
    return LetThereBeColor(PUBLISHED)


def test_the_published_network_has_the_layers_of_table_1(published):
    def shape(part):
        return [(each.out_channels, each.stride[0]) for each in layers(part, torch.nn.Conv2d)]

    assert shape(published.low) == [(64, 2), (128, 1), (128, 2), (256, 1), (256, 2), (512, 1)]
    assert shape(published.far) == [(512, 2), (512, 1), (512, 2), (512, 1)]
    assert shape(published.mid) == [(512, 1), (256, 1)]
    assert shape(published.fusion) == [(256, 1)]
    assert shape(published.color) == [(128, 1), (64, 1), (64, 1), (32, 1), (2, 1)]
    lines = [(each.in_features, each.out_features) for each in layers(published.lines, torch.nn.Linear)]
    assert lines == [(25088, 1024), (1024, 512), (512, 256)]
    tell = [(each.in_features, each.out_features) for each in layers(published.tell, torch.nn.Linear)]
    assert tell == [(512, 256), (256, 205)]
    assert all(each.kernel_size == (3, 3) for each in layers(published, torch.nn.Conv2d))


def test_the_published_network_has_43_million_numbers(published):
    assert sum(each.numel() for each in published.parameters()) == pytest.approx(43.4e6, rel=0.005)


def test_color_comes_out_at_half_the_size_and_any_size_goes_in(published):
    published.eval()
    with torch.no_grad():
        color, scores = published(torch.zeros(1, 1, 224, 224))
        assert color.shape == (1, 2, 112, 112)
        assert scores.shape == (1, 205)
        color, _ = published(torch.zeros(1, 1, 40, 72), torch.zeros(1, 1, 224, 224))
    assert color.shape == (1, 2, 20, 36)
    assert float(color.min()) >= 0
    assert float(color.max()) <= 1


@pytest.mark.parametrize("width", [0.25, 0.5])
def test_the_width_scales_every_layer(width):
    net = LetThereBeColor(replace(PUBLISHED, width=width))
    assert [each.out_channels for each in layers(net.low, torch.nn.Conv2d)] == [
        int(width * each) for each in (64, 128, 128, 256, 256, 512)
    ]


def test_the_style_of_another_photo_changes_the_color():
    torch.manual_seed(0)
    net = LetThereBeColor(TINY)
    light, another = torch.rand(2, 2, 1, 32, 32) - 0.5
    with torch.no_grad():
        for _ in range(20):
            net(light)  # norms learn how large features are
        net.eval()
        own, _ = net(light)
        same, _ = net(light, light)
        other, _ = net(light, another)
    assert torch.equal(own, same)
    assert not torch.equal(own, other)


@pytest.mark.parametrize("space", SPACES)
def test_color_goes_into_every_space_and_comes_back_with_its_lightness(space):
    rng = np.random.default_rng(0)
    small = rng.integers(60, 190, (4, 4, 3)).astype(np.uint8)
    pixels = np.asarray(Image.fromarray(small).resize((32, 32), Image.Resampling.BILINEAR))
    light, color = light_and_color(torch.from_numpy(pixels[None].copy()), space)
    assert light.shape == (1, 1, 32, 32)
    assert color.shape == (1, 3 if space == "rgb" else 2, 32, 32)
    made = painted(color[0].permute(1, 2, 0).numpy(), pixels, space)
    assert np.abs(made * 255 - pixels).max() < 1.5


def test_photos_of_no_known_kind_teach_color_alone():
    net = LetThereBeColor(TINY)
    light, color = torch.zeros(2, 1, 32, 32), torch.full((2, 2, 32, 32), 0.5)
    assert set(lessons(net, light, color, torch.tensor([-1, -1]))) == {"color"}
    assert set(lessons(net, light, color, torch.tensor([0, -1]))) == {"color", "kind"}


@pytest.fixture
def photos(tmp_path):
    """Eight photos of two kinds: what is dark is red, what is light is green or blue."""
    folder = tmp_path / "photos"
    folder.mkdir()
    rng = np.random.default_rng(0)
    rows = ["file,split,label"]
    for n in range(8):
        dark = disc(rng)
        top = np.array([60, 170, 60] if n % 2 else [150, 150, 220])
        pixels = np.where(dark[..., None], [150, 30, 30], top) + rng.normal(0, 3, (36, 36, 1))
        Image.fromarray(pixels.clip(0, 255).astype(np.uint8)).save(folder / f"{n}.png")
        rows.append(f"{n}.png,{'val' if n > 5 else 'train'},{'odd' if n % 2 else 'even'}")
    (folder / "index.csv").write_text("\n".join(rows))
    return folder


def disc(rng):
    y, x = np.mgrid[:36, :36]
    middle, radius = rng.uniform(10, 26, 2), rng.uniform(6, 12)
    return np.hypot(y - middle[0], x - middle[1]) < radius


def test_eight_photos_are_learned_by_heart(photos):
    (photos / "index.csv").unlink()
    own = album.read([photos], 36)
    assert len(own) == 8
    pupil = Colorist(TINY, own, own)
    before = pupil.judge(pupil.net.eval())["psnr"]
    Study(pupil, Plan(300, every=300, average=0.9, rate=4e-3)).run(photos / "net.safetensors")
    assert pupil.judge(pupil.net.eval())["psnr"] > before + 8


def test_a_training_goes_on_where_it_was_stopped(photos, tmp_path):
    own, judges = album.read([photos], 36), album.read([photos], 36, "val")
    plan = Plan(12, every=4)

    def study():
        return Study(Colorist(TINY, own, judges), plan)

    def stop(fraction, partial=None):
        if fraction >= 0.5:
            raise Canceled

    whole, parted = tmp_path / "whole.safetensors", tmp_path / "parted.safetensors"
    study().run(whole)
    with pytest.raises(Canceled):
        study().run(parted, tick=stop)
    lines = []
    study().run(parted, lines.append)
    assert lines[0] == "going on from step 6"
    curves = [path.with_suffix(".csv").read_text().splitlines() for path in (whole, parted)]
    assert [row.split(",")[0] for row in curves[0]] == ["step", "4", "8", "12"]
    assert curves[0][-1].split(",")[2:] == curves[1][-1].split(",")[2:]
    first, second = (runtime.load(path).tensors for path in (whole, parted))
    assert all(torch.equal(first[name], second[name]) for name in first)


def test_a_checkpoint_of_another_recipe_is_refused(photos, tmp_path):
    own = album.read([photos], 36)
    out = tmp_path / "net.safetensors"
    Study(Colorist(TINY, own, own), Plan(2, every=2)).run(out)
    other = Colorist(replace(TINY, batch=3), own, own)
    with pytest.raises(ValueError, match="another recipe"):
        Study(other, Plan(4, every=2)).run(out)


def test_what_was_written_is_what_is_loaded(photos, tmp_path):
    own = album.read([photos], 36)
    pupil, out = Colorist(TINY, own, own), tmp_path / "net.safetensors"
    pupil.write(pupil.net, out)
    light = np.random.default_rng(1).uniform(0, 100, (45, 70)).astype(np.float32)
    made = Colorizer.load(out).chroma(light)
    assert made.shape == (23, 35, 2)
    assert np.array_equal(made, Colorizer.load(out).chroma(light))
    assert not np.array_equal(made, Colorizer.load(out).chroma(light, light.T.copy()))


@pytest.mark.parametrize("shape", [(1, 1), (1, 300), (7, 5), (400, 9)])
def test_odd_pictures_get_a_color_too(shape, photos, tmp_path):
    pupil, out = (
        Colorist(TINY, album.read([photos], 36), album.read([photos], 36)),
        tmp_path / "net.safetensors",
    )
    pupil.write(pupil.net, out)
    pixels = np.full((*shape, 3), 9999, np.uint16)
    made = colorize(pixels, weights=out)
    assert made.shape == pixels.shape
    assert np.abs(lightness(made) - lightness(pixels)).max() < 0.01


def test_weights_of_something_else_are_refused(tmp_path):
    from safetensors.torch import save_file

    save_file({"a": torch.zeros(1)}, tmp_path / "odd.safetensors")
    with pytest.raises(runtime.WeightsError, match=r"odd\.safetensors"):
        Colorizer.load(tmp_path / "odd.safetensors")


def test_gray_photos_teach_nothing(photos):
    Image.new("RGB", (36, 36), (90, 90, 90)).save(photos / "gray.png")
    (photos / "index.csv").unlink()
    assert len(album.read([photos], 36)) == 8


def test_an_album_is_decoded_once(photos):
    said = []
    album.read([photos], 36, say=said.append)
    album.read([photos], 36, say=said.append)
    assert said == ["decoding photos (train)"]


def test_a_folder_without_photos_says_so(tmp_path):
    with pytest.raises(ValueError, match="no color photos"):
        album.read([tmp_path], 36)


def test_photos_that_err_most_count_less_where_errors_are_pardoned():
    errors = torch.tensor([1e-5, 0.002, 0.02], requires_grad=True)
    found = pardoned(errors, 0.002)
    assert float(found[0].detach()) == pytest.approx(1e-5, rel=0.01)
    weights = torch.autograd.grad(found.sum(), errors)[0]
    assert weights.tolist() == pytest.approx([1 / (1 + 0.005), 1 / 2, 1 / 11], rel=1e-3)
    assert pardoned(errors, 0.0) is errors


def test_lightness_is_varied_as_cameras_do():
    rng = np.random.default_rng(0)
    light = torch.from_numpy(rng.uniform(-0.5, 0.5, (4, 1, 16, 16)).astype(np.float32))
    assert varied(light, 0.0, 0.0, rng) is light
    tones = varied(light, 0.3, 0.0, rng)
    order = light.flatten(1).argsort(1)
    assert (tones.flatten(1).gather(1, order).diff(dim=1) >= 0).all()  # gamma keeps what is darker darker
    assert len({round(float(each.mean()), 4) for each in tones}) == 4
    flat = torch.full((2, 1, 16, 16), 0.1)
    assert torch.allclose(varied(flat, 0.0, 0.5, rng), flat, atol=1e-6)  # no detail, nothing to sharpen


def test_errors_in_srgb_are_those_that_are_seen():
    rng = np.random.default_rng(3)
    pixels = rng.integers(30, 220, (2, 8, 8, 3)).astype(np.uint8)
    light, color = light_and_color(torch.from_numpy(pixels), "lab")
    shown = seen(light, color).permute(0, 2, 3, 1).numpy()
    assert np.abs(shown - pixels / 255).max() < 2e-3
    beyond = seen(light, torch.ones_like(color).requires_grad_())
    assert torch.isfinite(beyond).all()
