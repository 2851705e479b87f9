"""Frames decoded in a process of their own: the same, and nothing lost when it ends."""

from __future__ import annotations

import os
import signal
import sys

import cv2
import numpy as np
import pytest
from photo_files import encoded

from palette_studio.core.files import FileError, apart, read_sequence
from palette_studio.core.files.apart import asking
from palette_studio.core.files.apart.sequences import read_sequence_apart

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals are those of POSIX")


@pytest.fixture(autouse=True)
def ended():
    yield
    apart.close()


@pytest.fixture
def video(tmp_path):
    path = tmp_path / "x.avi"
    writer = cv2.VideoWriter(str(path), cv2.VideoWriter.fourcc(*"MJPG"), 25, (64, 48))
    for shade in range(0, 120, 10):
        writer.write(np.full((48, 64, 3), shade, np.uint8))
    writer.release()
    return path


def test_frames_of_a_folder_are_the_same_apart(tmp_path, random_pixels):
    for number in range(3):
        (tmp_path / f"{number}.png").write_bytes(encoded(random_pixels((20, 30, 3)), "png"))
    here, there = read_sequence(tmp_path), read_sequence_apart(tmp_path)
    assert (there.length, there.size) == (here.length, here.size)
    for one, other in zip(here, there, strict=True):
        np.testing.assert_array_equal(one, other)
    with pytest.raises(FileError, match=r"opens up to 0\.0001 MP"):
        read_sequence_apart(tmp_path, most_megapixels=0.0001)


def test_a_video_is_the_same_apart_in_any_order(video):
    here, there = read_sequence(video), read_sequence_apart(video)
    assert (there.length, there.size, there.name(3)) == (here.length, here.size, here.name(3))
    for number in (0, 1, 5, 2, 11):
        np.testing.assert_array_equal(there.frame(number), here.frame(number))
        assert not there.frame(number).flags.writeable
    for number in (-1, 12, 500):
        with pytest.raises(IndexError, match=f"no frame {number}"):
            there.frame(number)
    assert len(list(there)) == 12


def test_a_video_goes_on_where_its_decoder_was_ended(video):
    there = read_sequence_apart(video)
    third, number = there.frame(3), asking.running()
    assert number is not None
    os.kill(number, signal.SIGSTOP)
    asking.close()
    np.testing.assert_array_equal(there.frame(3), third)


def test_what_is_no_video_or_too_large_is_told_in_the_same_words(tmp_path, video):
    (tmp_path / "text.mp4").write_text("not a video")
    (tmp_path / "noise.mp4").write_bytes(bytes(range(256)) * 40)
    (tmp_path / "cut.avi").write_bytes(video.read_bytes()[:300])
    for name in ("text.mp4", "noise.mp4", "cut.avi", "gone.avi"):
        with pytest.raises(FileError) as here:
            read_sequence(tmp_path / name)
        with pytest.raises(FileError) as there:
            read_sequence_apart(tmp_path / name)
        assert str(there.value) == str(here.value)
    with pytest.raises(FileError, match=r"x\.avi is 64 × 48 pixels"):
        read_sequence_apart(video, most_megapixels=0.001)
