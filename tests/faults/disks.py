"""Disks that are full, broken or closed: a clear error, the old file as it was, nothing left, a retry works.

Run: python tests/faults/disks.py. Every kind of file is saved over an old one by a process to which something
is done: by strace, which answers for the system, and by limits and small disks, which are real.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from saving import KINDS, contents

TEMPORARY = ".palette-studio-0000000000000000.tmp"
# Saves the new content, and then elsewhere, as the user does who has read the message. So that strace can be
# told of one file, its name is not random; so that the k-th write can fail, writes are small.
SAVE = """
import json, os, sys
from pathlib import Path
sys.path.insert(0, {here!r})
import saving
from palette_studio.core.files import FileError, atomic
kind, path, elsewhere, setup = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]), sys.argv[4]
saving.KINDS[kind][1](elsewhere, False)  # all is loaded
atomic.CHUNK = 300
os.urandom = lambda count: bytes(count)
exec(setup)
told = {{"error": ""}}
try:
    saving.KINDS[kind][1](path, True)
except FileError as error:
    told["error"] = str(error)
import resource
resource.setrlimit(resource.RLIMIT_FSIZE, (-1, -1))
saving.KINDS[kind][1](elsewhere, True)
print(json.dumps(told))
"""
LIMITED = "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (700, -1))"
SHORT = (
    "whole = os.write; os.write = lambda handle, data: whole(handle, bytes(data)[:max(1, len(data) // 2)])"
)

# What is done, what strace is told, what the process does to itself, and words of the message; "" for none
FAULTS = {
    "full disk": (None, "", "is full"),
    "file size limit": (None, LIMITED, "is full"),
    "ENOSPC at write 1": ("write:error=ENOSPC:when=1", "", "is full"),
    "ENOSPC at write 3": ("write:error=ENOSPC:when=3", "", "is full"),
    "EIO at write 2": ("write:error=EIO:when=2", "", "Input/output error"),
    "EIO at fsync": ("fsync:error=EIO:when=1", "", "Input/output error"),
    "EIO at close": ("close:error=EIO:when=1", "", "Input/output error"),
    "EACCES at rename": ("rename:error=EACCES:when=1", "", "you may not write"),
    "EROFS at open": ("openat:error=EROFS:when=1", "", "read-only"),
    "short writes": (None, SHORT, ""),
}


def missing(fault: str) -> str:
    """Return why this fault cannot be made here, "" when it can."""
    if fault == "full disk" and (not hasattr(os, "geteuid") or os.geteuid() != 0):
        return "only root can mount small disks"
    if sys.platform != "linux":
        return "made for Linux"
    if FAULTS[fault][0] and shutil.which("strace") is None:
        return "there is no strace"
    return ""


def tried(kind: str, fault: str, folder: Path) -> list[str]:
    """Do it, and return what is not as it should be."""
    inject, setup, words = FAULTS[fault]
    path, elsewhere = folder / "disk" / KINDS[kind][0], folder / "elsewhere" / KINDS[kind][0]
    with _disk(folder / "disk", small=fault == "full disk"):
        for place in (path, elsewhere):
            place.parent.mkdir(parents=True, exist_ok=True)
        old, new = contents(kind, path)
        before = sorted(path.parent.iterdir())
        if fault == "full disk":
            _fill(path.parents[1])
        done = _run(kind, path, elsewhere, inject, setup)
        if done.returncode:
            return [done.stderr.strip()[-200:]]
        error = json.loads(done.stdout)["error"]
        after = [one for one in sorted(path.parent.iterdir()) if one.suffix != ".lock"]
        before = [one for one in before if one.suffix != ".lock"]
        checks = {
            f"the message is {error!r}": words in error and (error.startswith(path.name) or not words),
            "the old file is another": path.read_bytes() == (old if words else new),
            f"left behind: {after}": before == after,
            "the retry elsewhere is not whole": elsewhere.read_bytes() == new,
        }
    return [wrong for wrong, held in checks.items() if not held]


def _run(
    kind: str, path: Path, elsewhere: Path, inject: str | None, setup: str
) -> subprocess.CompletedProcess[str]:
    script = SAVE.format(here=str(Path(__file__).parent))
    command = [sys.executable, "-c", script, kind, str(path), str(elsewhere), setup]
    if inject:
        named = path if inject.startswith("rename") else path.with_name(TEMPORARY)
        watch = ["-P", str(path.with_name(TEMPORARY)), "-P", str(named)]
        call = inject.partition(":")[0]
        command = [
            "strace",
            "-f",
            "-o",
            os.devnull,
            *watch,
            "-e",
            f"trace={call}",
            "-e",
            f"inject={inject}",
            *command,
        ]
    home = str(path.parents[2] / "home")
    environment = os.environ | {"PALETTE_STUDIO_HOME": home, "PYTHONDONTWRITEBYTECODE": "1"}
    return subprocess.run(command, capture_output=True, text=True, env=environment, check=False)


@contextlib.contextmanager
def _disk(at: Path, small: bool) -> Iterator[None]:
    at.mkdir()
    if not small:
        yield
        return
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", at], check=True)
    try:
        yield
    finally:
        subprocess.run(["umount", at], check=True)


def _fill(folder: Path) -> None:
    with contextlib.suppress(OSError), (folder / "filler").open("wb", buffering=0) as file:
        while file.write(bytes(4096)):
            continue


def main() -> bool:
    held = True
    print(f"{'':18} " + "  ".join(KINDS))
    for fault in FAULTS:
        if reason := missing(fault):
            print(f"{fault:18} not run: {reason}")
            continue
        row, wrongs = [], []
        for kind in KINDS:
            with tempfile.TemporaryDirectory() as folder:
                wrong = tried(kind, fault, Path(folder))
            row.append(("MISS" if wrong else "held").ljust(len(kind)))
            wrongs += [f"    {kind}: {one}" for one in wrong]
        print(f"{fault:18} " + "  ".join(row), *wrongs, sep="\n" if wrongs else "", flush=True)
        held = held and not wrongs
    return held


if __name__ == "__main__":
    sys.exit(not main())
