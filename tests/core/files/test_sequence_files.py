"""Sequences from folders, files and videos: in order, one frame at a time, errors that name the file."""

import cv2
import numpy as np
import pytest
from PIL import Image

from palette_studio.core.files import FileError, read_sequence


def save(path, value=0, size=(16, 12)):
    Image.new("RGB", size, (value, value, value)).save(path)


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "frames"
    made.mkdir()
    for number in (1, 2, 10, 9, 100):
        save(made / f"f{number}.png", number)
    (made / "notes.txt").write_text("no frame")
    (made / ".hidden.png").write_text("no frame")
    return made


@pytest.fixture
def video(tmp_path):
    path = tmp_path / "video.avi"
    writer = cv2.VideoWriter(str(path), cv2.VideoWriter_fourcc(*"MJPG"), 10, (32, 24))
    for number in range(9):
        writer.write(np.full((24, 32, 3), (0, 0, 20 * number), np.uint8))
    writer.release()
    return path


def test_frames_of_a_folder_come_in_the_order_of_their_numbers(folder):
    frames = read_sequence(folder)
    assert (frames.length, frames.size) == (5, (16, 12))
    assert [frame[0, 0, 0] for frame in frames] == [1, 2, 9, 10, 100]
    assert frames.frame(3)[0, 0, 0] == 10
    assert frames.name(4) == "f100"
    assert frames.frame(0).shape == (12, 16, 3)
    assert frames.frame(0).dtype == np.uint8


def test_files_stay_in_the_order_given(folder):
    frames = read_sequence([folder / "f10.png", folder / "f2.png"])
    assert [frame[0, 0, 0] for frame in frames] == [10, 2]
    assert read_sequence(folder / "f9.png").length == 1


def test_frames_are_read_when_they_are_asked_for(folder):
    frames = iter(read_sequence(folder))
    next(frames)
    (folder / "f2.png").write_bytes(b"\x89PNG\r\n\x1a\nbroken")
    with pytest.raises(FileError, match=r"f2\.png"):
        next(frames)


def test_every_kind_of_frame_is_8_bit_rgb(tmp_path):
    for kind in ("png", "jpg", "bmp", "tif", "webp"):
        Image.new("L", (8, 6), 77).save(tmp_path / f"a.{kind}")
    cv2.imwrite(str(tmp_path / "b.png"), np.full((6, 8), 77 * 257, np.uint16))
    frames = read_sequence(tmp_path)
    assert frames.length == 6
    assert all(frame.shape == (6, 8, 3) and abs(int(frame[0, 0, 0]) - 77) < 2 for frame in frames)


def test_a_frame_of_another_size_is_named(folder):
    save(folder / "f3.png", 3, (20, 12))
    with pytest.raises(FileError, match=r"f3\.png is 20 × 12.* 16 × 12"):
        list(read_sequence(folder))


def test_a_video_can_be_gone_through_and_jumped_in(video):
    frames = read_sequence(video)
    assert (frames.length, frames.size) == (9, (32, 24))
    reds = [int(frame[..., 0].mean()) for frame in frames]
    assert reds == pytest.approx([20 * n for n in range(9)], abs=6)
    for number in (7, 2, 3, 8):
        np.testing.assert_array_equal(frames.frame(number)[..., 0].mean().astype(int), reds[number])
    assert frames.name(0) == "frame-000001"
    for number in (9, -1):
        with pytest.raises(IndexError):
            frames.frame(number)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (b"Dear diary", "a text, not a video"),
        (b"#EXTM3U\nother.ts\n", "a text"),
        (bytes(range(128, 256)) * 30, "no video that can be read"),
        (b"%PDF-1.7" + bytes(900), "a PDF document"),
    ],
)
def test_what_is_no_video_is_told_so(data, words, tmp_path, capfd):
    path = tmp_path / "clip.mp4"
    path.write_bytes(data)
    with pytest.raises(FileError, match=f"clip.mp4.*{words}"):
        read_sequence(path)
    assert capfd.readouterr() == ("", "")


def test_where_there_is_nothing_to_read_it_is_said(tmp_path):
    (tmp_path / "empty").mkdir()
    for source, words in (
        (tmp_path / "empty", "empty has no frames"),
        (tmp_path / "gone", "not exist"),
        ([], "No"),
    ):
        with pytest.raises(FileError, match=words):
            read_sequence(source)
    with pytest.raises(FileError, match="device"):
        read_sequence("/dev/null")
    with pytest.raises(FileError, match="is a folder"):
        read_sequence([tmp_path / "empty", tmp_path / "empty"])
