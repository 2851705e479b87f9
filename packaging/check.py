"""Checks what was built, as somebody would who has just downloaded it; prints what it found."""

from __future__ import annotations

import os
import plistlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from xml.etree import ElementTree

from parts import APP_ID, NAME, ROOT, TITLE, VERSION

HERE = Path(__file__).resolve().parent
SAMPLE = ROOT / "resources" / "samples" / "bowl-with-fig.jpg"
PATIENCE_S = 120
STARTS = 5


def all_of(bundle: Path, dist: Path, build: Path) -> None:
    """Raise AssertionError or CalledProcessError for the first thing that is not as it should be."""
    descriptions()
    packages(dist)
    wheel(build)
    folder(bundle)


def descriptions() -> None:
    """The files that describe the program to systems say what those understand."""
    done("desktop-file-validate", HERE / "linux" / f"{APP_ID}.desktop")
    done("appstreamcli", "validate", "--no-net", HERE / "linux" / f"{APP_ID}.metainfo.xml")
    ElementTree.parse(HERE / "linux" / f"{APP_ID}.mime.xml")
    plistlib.loads((HERE / "macos" / "Info.plist").read_bytes())
    say("desktop file, AppStream, MIME type, Info.plist: valid")


def packages(dist: Path) -> None:
    for package in dist.glob("*.deb"):
        found = done("lintian", "--fail-on", "error", "--allow-root", package)
        say(f"lintian: no errors in {package.name}, {found.count('W:')} warnings")


def wheel_file() -> Path:
    return next((ROOT / "dist").glob(f"palette_studio-{VERSION}-*.whl"))


def wheel(build: Path) -> None:
    """The wheel alone, without torch, does all that needs none, and says how the rest is added."""
    with tempfile.TemporaryDirectory() as name:
        environment = Path(name) / "environment"
        done(sys.executable, "-m", "venv", environment)
        done(environment / "bin" / "pip", "install", "--quiet", wheel_file())
        program = environment / "bin" / NAME
        with at_home(Path(name)) as home:
            work(program, home)
            told = refused(program, "colorize", SAMPLE, "-o", home / "colored.png")
            assert "palette-studio[models]" in told, told
        say(f"wheel: {wheel_file().stat().st_size / 2**20:.1f} MiB, {size_of(environment)} installed, works")


def folder(bundle: Path) -> None:
    """The bundle works from another folder, with networks and with processes of its own, and in a window."""
    program = bundle / NAME
    with tempfile.TemporaryDirectory() as name, at_home(Path(name)) as home:
        work(program, home)
        done(program, "colorize", SAMPLE, "-o", home / "colored.png")
        recipe = ROOT / "docs" / "gallery" / "green-glaze.palettestudio"
        done(program, "recolor", SAMPLE, "--from", "black,white", "--to", "navy,white", "-o", home / "x.png")
        photos = home / "photos"
        photos.mkdir()
        for number in range(4):
            shutil.copy(SAMPLE, photos / f"{number}.jpg")
        done(program, "batch", recipe, photos, "-o", home / "many", "--jobs", "2")
        assert len(list((home / "many").glob("*"))) >= 4, list((home / "many").glob("*"))
        say(f"bundle: {size_of(bundle)}; commands, networks and batches work from another folder")
        if shutil.which("xvfb-run"):
            seconds = [window(program, home) for _ in range(STARTS)]
            say(
                f"bundle: window on the screen {statistics.median(seconds):.2f} s after the start, under Xvfb"
            )


def work(program: Path, home: Path) -> None:
    """Do the main job by commands and offscreen."""
    assert VERSION in done(program, "--version")
    done(program, "doctor")
    found = done(program, "extract", SAMPLE, "-k", "5")
    assert found.count('"hex"') == 5, found
    done(
        program,
        "recolor",
        SAMPLE,
        "--from",
        "black,white",
        "--to",
        "navy,white",
        "-o",
        home / "recolored.png",
    )
    out = home / "out"
    done(program, "--headless", SAMPLE, "-o", out)
    assert len(list(out.iterdir())) > 1, "the window, painted to a file, and the recolored photo"


def window(program: Path, home: Path) -> float:
    """Open the window on a photo, quit by its key; return the seconds until it was on the screen."""
    script = (
        '"$0" "$1" & pid=$!; n=0; '
        'until xdotool search --onlyvisible --name "$2" >/dev/null 2>&1; do sleep 0.02; n=$((n+1)); '
        "[ $n -lt 5000 ] || exit 3; kill -0 $pid || exit 4; done; date +%s.%N; sleep 3; "
        'xdotool search --onlyvisible --name "$2" windowfocus key ctrl+q; wait $pid'
    )
    began = time.time()
    told = done("xvfb-run", "-a", "-s", "-screen 0 1600x1000x24", "sh", "-c", script, program, SAMPLE, TITLE)
    return float(told.split()[-1]) - began


@contextmanager
def at_home(folder: Path) -> Iterator[Path]:
    """Be somebody else: another home, another current folder, none of this environment's Python."""
    home = folder / "home of an artist"
    home.mkdir()
    before, here = dict(os.environ), Path.cwd()
    for name in [one for one in os.environ if one.startswith(("PYTHON", "NUMBA", "QT_", "VIRTUAL"))]:
        del os.environ[name]
    os.environ |= {
        "HOME": str(home),
        "XDG_CACHE_HOME": str(home / "cache"),
        "PALETTE_STUDIO_HOME": str(home / "ps"),
    }
    os.chdir(home)
    try:
        yield home
    finally:
        os.chdir(here)
        os.environ.clear()
        os.environ.update(before)


def done(*words: object) -> str:
    """Run a command and return what it said; what it complained of comes with the error."""
    result = subprocess.run(
        [str(word) for word in words], capture_output=True, text=True, timeout=PATIENCE_S * 5
    )
    if result.returncode:
        print(result.stdout[-3000:], result.stderr[-3000:], file=sys.stderr)
        raise subprocess.CalledProcessError(result.returncode, [str(word) for word in words])
    return result.stdout


def refused(*words: object) -> str:
    """Run a command that has to fail with one clear line; return it."""
    result = subprocess.run([str(word) for word in words], capture_output=True, text=True, timeout=PATIENCE_S)
    assert result.returncode == 1, f"{words}: {result.returncode}"
    assert "Traceback" not in result.stderr, result.stderr
    return result.stderr


def size_of(path: Path) -> str:
    files = (
        [path]
        if path.is_file()
        else [one for one in path.rglob("*") if one.is_file() and not one.is_symlink()]
    )
    return f"{sum(one.stat().st_size for one in files) / 2**20:.0f} MiB"


def say(words: str) -> None:
    print(words, flush=True)
