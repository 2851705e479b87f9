"""The program without any network, and what it asks of one: nothing but sockets within the machine.

Run: python tests/faults/network.py. A window that nobody sees opens a photo, recolors and exports it, and so
does the command line, also with learned models; once where there is no network, not even to the machine
itself, and once under strace, which writes down every socket that is opened.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from saving import PHOTO

OTHER = PHOTO.with_name("mountain-path.jpg")
COLORS = "#402010,#90a0c0"
# What is done; OUT is a folder, LEARNED needs torch
JOBS = {
    "window: open, recolor, export": ["--headless", PHOTO, "-o", "OUT"],
    "extract": ["extract", PHOTO, "-k", "4", "-o", "OUT/palette.gpl"],
    "recolor": ["recolor", PHOTO, "--from", COLORS, "--to", "#104020,#c0a090", "-o", "OUT/photo.png"],
    "transfer by Hue-Net": [
        "transfer",
        PHOTO,
        "--reference",
        OTHER,
        "--method",
        "hue-net",
        "-o",
        "OUT/photo.png",
    ],
    "colorize": ["colorize", PHOTO, "-o", "OUT/photo.png"],
}
LEARNED = ("transfer by Hue-Net", "colorize")
WITHIN = ("AF_UNIX", "AF_LOCAL")


def without_network() -> list[str]:
    """Return the command that runs another without a network, [] where there is none."""
    for command in (["unshare", "-n"], ["unshare", "-rn"]):
        try:
            subprocess.run([*command, "true"], capture_output=True, check=True)
        except (OSError, subprocess.CalledProcessError):
            continue
        return command
    return []


def missing(job: str) -> str:
    """Return why a job cannot be tried here, "" when it can."""
    from importlib.util import find_spec

    return "torch is not installed" if job in LEARNED and find_spec("torch") is None else ""


def runs_without(job: str, folder: Path) -> str:
    """Do a job where there is no network; return what went wrong."""
    done = _run(without_network(), job, folder)
    if done.returncode == 0 and any(folder.iterdir()):
        return ""
    return done.stderr[-300:] or "nothing was written"


def sockets(job: str, folder: Path) -> dict[str, int]:
    """Return how many sockets of each family a job, and whatever it starts, asks for."""
    log = folder.with_suffix(".log")
    done = _run(["strace", "-f", "-qq", "-e", "trace=network", "-o", str(log)], job, folder)
    if done.returncode:
        raise RuntimeError(done.stderr[-300:])
    found: dict[str, int] = {}
    for family in re.findall(r"\bsocket(?:pair)?\((\w+)", log.read_text()):
        found[family] = found.get(family, 0) + 1
    return found


def _run(before: list[str], job: str, folder: Path) -> subprocess.CompletedProcess[str]:
    words = [str(word).replace("OUT", str(folder)) for word in JOBS[job]]
    environment = os.environ | {
        "PALETTE_STUDIO_HOME": str(folder.with_name("home")),
        "QT_QPA_PLATFORM": "offscreen",
    }
    command = [*before, sys.executable, "-m", "palette_studio", *words]
    return subprocess.run(command, capture_output=True, text=True, env=environment, check=False)


def main() -> bool:
    held = True
    for job in JOBS:
        if reason := missing(job):
            print(f"{job:30} not run: {reason}")
            continue
        with tempfile.TemporaryDirectory() as folder:
            out = Path(folder) / "out"
            out.mkdir()
            told = []
            if without_network():
                wrong = runs_without(job, out)
                told.append(f"without a network: {wrong or 'done'}")
                held = held and not wrong
            if shutil.which("strace"):
                traced = out.with_name("traced")
                traced.mkdir()
                found = sockets(job, traced)
                counts = ", ".join(f"{count} {family}" for family, count in found.items())
                told.append(f"sockets: {counts or 'none'}")
                held = held and set(found) <= set(WITHIN)
            print(
                f"{job:30} " + "; ".join(told or ["not run: neither unshare nor strace is here"]), flush=True
            )
    return held


if __name__ == "__main__":
    sys.exit(not main())
