"""Things that are called like pictures and are no ordinary files, and one that grows while it is read."""

from __future__ import annotations

import contextlib
import os
import threading
from collections.abc import Iterator
from pathlib import Path


def special_files(folder: Path, picture: bytes) -> dict[str, Path]:
    """Return what was made, by name. picture: a whole PNG, for names that are odd and files that are not."""
    folder.mkdir(parents=True, exist_ok=True)
    os.mkfifo(folder / "pipe.png")
    (folder / "dangling.png").symlink_to("nowhere.png")
    (folder / "loop.png").symlink_to("loop.png")
    (folder / "folder.png").mkdir()
    (folder / "zero.png").symlink_to("/dev/zero")
    (folder / "null.png").symlink_to("/dev/null")
    (folder / "closed.png").write_bytes(picture)
    (folder / "closed.png").chmod(0)
    undecodable = Path(os.fsdecode(os.fsencode(folder) + b"/bad\xff\xfe.png"))
    undecodable.write_bytes(picture)
    marked = folder / "<img src=x>\u202egnp.png"
    marked.write_bytes(picture)
    return {
        **{path.name: path for path in folder.iterdir() if path not in (undecodable, marked)},
        "a name that is no text": undecodable,
        "a name with marks": marked,
        "a name too long": folder / ("x" * 300 + ".png"),
        "nothing": folder / "gone.png",
        "a name with a zero": folder / "nul\0.png",
        "no name": Path(),
    }


@contextlib.contextmanager
def growing(path: Path, start: bytes) -> Iterator[Path]:
    """A file that is written to for as long as it is looked at, up to 200 MB."""
    path.write_bytes(start)
    over = threading.Event()

    def grow() -> None:
        with path.open("ab") as file:
            while not over.is_set() and file.tell() < 200 << 20:
                file.write(bytes(1 << 16))
                file.flush()
                over.wait(0.001)

    writer = threading.Thread(target=grow)
    writer.start()
    try:
        yield path
    finally:
        over.set()
        writer.join()
