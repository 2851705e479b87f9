"""Cubes on disk: whole, or made anew."""

import errno
import os
import zlib
from hashlib import blake2b
from pathlib import Path

import numpy as np
import pytest
from palettes import PALETTES, noise

from palette_studio.core.files import FileError
from palette_studio.core.nearest import Cube, at_hand, cache, cube_file, nearest


@pytest.fixture(autouse=True)
def nothing_in_memory():
    at_hand.forget()


@pytest.mark.parametrize("name", ["one", "grid", "noise"])
def test_a_cube_comes_back_as_it_was(tmp_path, name):
    cube = Cube.build(PALETTES[name]).moved(0, (90, 91, 92))
    cube.save(tmp_path / "cube")
    loaded = Cube.load(tmp_path / "cube")
    assert loaded.metric == "rgb"
    assert np.array_equal(loaded.colors, cube.colors)
    assert np.array_equal(loaded.spread(), cube.spread())
    assert np.array_equal(loaded.moved(0, (0, 99, 9)).spread(), cube.moved(0, (0, 99, 9)).spread())


def test_equal_cubes_are_equal_files(tmp_path):
    colors = noise(20, 3)
    Cube.build(colors).save(tmp_path / "built")
    Cube.build(colors).moved(3, (1, 2, 3)).moved(3, colors[3]).save(tmp_path / "moved")
    assert (tmp_path / "built").read_bytes() == (tmp_path / "moved").read_bytes()


@pytest.mark.parametrize("place", [0, 30, 60, 100, -1])
def test_one_changed_byte_is_noticed(tmp_path, place):
    path = tmp_path / "cube"
    Cube.build(noise(9, 3)).save(path)
    data = bytearray(path.read_bytes())
    data[place] ^= 1
    path.write_bytes(data)
    with pytest.raises(FileError, match=r"cube has been damaged|cube is no"):
        Cube.load(path)


@pytest.mark.parametrize("length", [0, 10, 40, 54, 70, 5000])
def test_half_a_file_is_no_cube(tmp_path, length):
    path = tmp_path / "cube"
    Cube.build(noise(9, 3)).save(path)
    path.write_bytes(path.read_bytes()[:length])
    with pytest.raises(FileError):
        Cube.load(path)


def test_a_file_that_is_not_there_is_told(tmp_path):
    with pytest.raises(FileError, match="does not exist"):
        Cube.load(tmp_path / "cube")


def forged(count=2, metric=0, numbers=None, blocks=b"", plain=None):
    """Return a file with the right digest whose numbers contradict each other."""
    numbers = np.zeros(32768, "<u2") if numbers is None else numbers
    packed = zlib.compress(numbers.tobytes() + blocks if plain is None else plain)
    body = bytes([metric, count - 1]) + bytes(3 * count) + packed
    return cube_file.MAGIC + blake2b(body, digest_size=32).digest() + body


@pytest.mark.parametrize(
    "data",
    [
        forged(numbers=np.full(32768, 2, "<u2")),
        forged(numbers=np.full(32768, 256, "<u2")),
        forged(numbers=np.full(32768, 256, "<u2"), blocks=bytes([2]) * 512),
        forged(blocks=bytes(511)),
        forged(plain=b"short"),
        forged(plain=bytes(cube_file.LARGEST + 10)),
        forged(metric=4),
        forged()[:-9],
        cube_file.MAGIC + blake2b(b"", digest_size=32).digest(),
    ],
)
def test_a_forged_file_makes_no_kernel_read_what_is_not_its_own(tmp_path, data):
    (tmp_path / "cube").write_bytes(data)
    with pytest.raises(FileError):
        Cube.load(tmp_path / "cube")


def test_a_cube_is_kept_once_and_recalled():
    pixels, colors = noise(20, 20, 3), noise(30, 3)
    assert cache.kept() == (0, 0)
    first = nearest(pixels, colors, method="cube", metric="lab")
    count, size = cache.kept()
    assert count == 1
    assert 1000 < size < 10_000_000
    at_hand.forget()
    recalled = cache.recall(colors, "lab")
    assert recalled is not None
    assert np.array_equal(recalled.map(pixels), first)
    assert cache.recall(colors, "rgb") is None
    assert cache.recall(colors[::-1], "lab") is None
    cache.clear()
    assert cache.kept() == (0, 0)


def test_frames_of_a_drag_are_not_kept():
    pixels, colors = noise(20, 20, 3), noise(30, 3)
    nearest(pixels, colors, method="cube")
    for step in range(5):
        colors = colors.copy()
        colors[4] = (step, 2 * step, 3 * step)
        found = nearest(pixels, colors, method="cube")
        assert np.array_equal(found, nearest(pixels, colors, method="brute"))
    assert cache.kept()[0] == 1


@pytest.mark.parametrize("damage", [b"", b"nonsense" * 99, None])
def test_a_damaged_file_is_made_anew(damage):
    pixels, colors = noise(20, 20, 3), noise(30, 3)
    first = nearest(pixels, colors, method="cube")
    path = cache.path_of(colors, "rgb")
    whole = path.read_bytes()
    path.write_bytes(whole[:-1] + b"!" if damage is None else damage)
    at_hand.forget()
    assert np.array_equal(nearest(pixels, colors, method="cube"), first)
    assert path.read_bytes() == whole


def test_the_cube_of_another_palette_under_this_name_is_not_believed():
    colors = noise(30, 3)
    cache.keep(Cube.build(colors))
    cache.path_of(colors, "rgb").rename(cache.path_of(colors[::-1], "rgb"))
    assert cache.recall(colors[::-1], "rgb") is None
    assert cache.kept() == (0, 0)


def test_the_cube_used_longest_ago_goes_when_there_are_too_many(monkeypatch):
    palettes = [noise(4, 3, seed=n) for n in range(4)]
    for number, colors in enumerate(palettes[:3]):
        cache.keep(Cube.build(colors))
        os.utime(cache.path_of(colors, "rgb"), (number + 1, number + 1))
    assert cache.recall(palettes[0], "rgb")  # so that the second is the oldest
    last = Cube.build(palettes[3])
    last.save(cache.folder() / "last")
    sizes = [cache.path_of(colors, "rgb").stat().st_size for colors in palettes[:3:2]]
    monkeypatch.setattr(cache, "LIMIT", sum(sizes) + (cache.folder() / "last").stat().st_size)
    cache.keep(last)
    left = [cache.path_of(colors, "rgb").exists() for colors in palettes]
    assert left == [True, False, True, True]
    monkeypatch.setattr(cache, "LIMIT", 10)
    cache.keep(Cube.build(palettes[1]))
    assert cache.kept()[0] == 1


def test_where_nothing_can_be_kept_everything_still_works():
    pixels, colors = noise(20, 20, 3), noise(30, 3)
    cache.folder().parent.mkdir(parents=True, exist_ok=True)
    cache.folder().write_text("in the way")
    found = nearest(pixels, colors, method="cube")
    assert np.array_equal(found, nearest(pixels, colors, method="brute"))
    assert cache.kept() == (0, 0)
    cache.clear()


def in_its_place(path: Path, what: str) -> None:
    whole = path.read_bytes()
    path.unlink()
    if what == "folder":
        (path / "below").mkdir(parents=True)
    elif what == "pipe":
        os.mkfifo(path)
    elif what == "link to nothing":
        path.symlink_to("nowhere")
    elif what == "huge":
        with path.open("wb") as file:
            file.truncate(1 << 33)
    else:
        path.write_bytes(whole)
        path.chmod(0)


@pytest.mark.parametrize("what", ["folder", "pipe", "link to nothing", "huge", "closed"])
def test_what_is_in_the_place_of_a_cube_is_replaced(what):
    pixels, colors = noise(20, 20, 3), noise(30, 3)
    first = nearest(pixels, colors, method="cube")
    path = cache.path_of(colors, "rgb")
    whole = path.read_bytes()
    in_its_place(path, what)
    at_hand.forget()
    assert np.array_equal(nearest(pixels, colors, method="cube"), first)
    assert path.is_file() and (what == "closed" or path.read_bytes() == whole)


def test_a_full_disk_costs_the_cache_alone(monkeypatch):
    def full(*_: object) -> int:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    pixels, colors = noise(20, 20, 3), noise(30, 3)
    monkeypatch.setattr(os, "write", full)
    found = nearest(pixels, colors, method="cube")
    assert np.array_equal(found, nearest(pixels, colors, method="brute"))
    assert not list(cache.folder().iterdir())
