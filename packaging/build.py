"""Builds what can be built here, and checks it: ``python packaging/build.py``, or the names of single steps.

    wheel      dist/palette_studio-*.whl
    bundle     build/bundle/palette-studio: one folder with everything, by PyInstaller
    deb        dist/palette-studio_*.deb, from the bundle
    appimage   dist/Palette_Studio-*.AppImage, from the bundle (needs the runtime, see README.md)
    installer  dist/Palette-Studio-*-setup.exe, from the bundle (on Windows; elsewhere its script is checked)
    check      desktop file, AppStream, lintian; the wheel in an environment of its own; the bundle at work

Python's own parts are installed into build/environment; what the system has to bring is named where it lacks.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

import check
import debian
import pictures
from parts import APP_ID, BUILD, DIST, NAME, ROOT, VERSION

HERE = Path(__file__).resolve().parent
ENVIRONMENT = BUILD / "environment"
BUNDLE = BUILD / "bundle" / NAME
PYINSTALLER = "pyinstaller>=6.22,<7"  # GPL with an exception: what it makes is under no terms of its own


def wheel() -> None:
    """Build the wheel and install it, with all that a bundle holds, into an environment of its own."""
    for old in DIST.glob("palette_studio-*.whl"):
        old.unlink()
    run(sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", DIST, ROOT)
    say(check.wheel_file())


def environment() -> Path:
    """Return the Python that the bundle is made of; made anew where it lacks."""
    python = ENVIRONMENT / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    if not python.exists():
        run(sys.executable, "-m", "venv", "--clear", ENVIRONMENT)
        run(python, "-m", "pip", "install", "--quiet", f"{ROOT}[models]", PYINSTALLER)
        run(python, "-m", "pip", "uninstall", "--quiet", "--yes", "palette-studio")  # the sources are bundled
    return python


def bundle() -> None:
    """Put the program with its Python and its libraries into one folder."""
    python, start = environment(), time.monotonic()
    pictures.make(python)
    shutil.rmtree(BUNDLE.parent, ignore_errors=True)
    spec = HERE / f"{NAME}.spec"
    paths = "--distpath", BUNDLE.parent, "--workpath", BUILD / "pyinstaller"
    run(python, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN", *paths, spec)
    say(f"{BUNDLE}: {check.size_of(BUNDLE)} in {time.monotonic() - start:.0f} s")


def deb() -> None:
    say(debian.build(BUNDLE, DIST))


def appimage() -> None:
    """Put the bundle and the runtime, which is not ours to fetch, into one file that runs by itself."""
    folder = BUILD / f"{APP_ID}.AppDir"
    debian.lay_out(BUNDLE, folder, in_place=True)
    shutil.copy(HERE / "appimage" / "AppRun", folder / "AppRun")
    (folder / "AppRun").chmod(0o755)
    shutil.copy(HERE / "linux" / f"{APP_ID}.desktop", folder)
    shutil.copy(ROOT / "resources" / "icons" / f"{NAME}.svg", folder / f"{APP_ID}.svg")
    squashed = BUILD / f"{APP_ID}.squashfs"
    squashed.unlink(missing_ok=True)
    run("mksquashfs", folder, squashed, "-root-owned", "-noappend", "-quiet", "-no-progress", "-comp", "zstd")
    runtime = os.environ.get("APPIMAGE_RUNTIME")
    if not runtime:
        say(f"{squashed}: {check.size_of(squashed)}; set APPIMAGE_RUNTIME to make an AppImage of it")
        return
    target = DIST / f"Palette_Studio-{VERSION}-x86_64.AppImage"
    target.write_bytes(Path(runtime).read_bytes() + squashed.read_bytes())
    target.chmod(0o755)
    say(f"{target}: {check.size_of(target)}")


def installer() -> None:
    """Make the installer for Windows; elsewhere have its script compiled over a stand-in for the bundle."""
    content, target = BUNDLE, DIST / f"Palette-Studio-{VERSION}-setup.exe"
    if os.name != "nt":
        content, target = BUILD / "stand-in", BUILD / "stand-in-setup.exe"
        content.mkdir(parents=True, exist_ok=True)
        for name in (f"{NAME}.exe", f"{NAME}-cli.exe"):
            (content / name).write_text("a stand-in")
    if not (BUILD / "icons" / f"{NAME}.ico").exists():
        pictures.make(environment())
    named = {"VERSION": VERSION, "CONTENT": content, "TARGET": target, "ROOT": ROOT}
    run(
        "makensis",
        "-V2",
        *(f"-D{key}={value}" for key, value in named.items()),
        HERE / "windows" / "setup.nsi",
    )
    say(f"{target}: {check.size_of(target)}")


def checks() -> None:
    check.all_of(BUNDLE, DIST, BUILD)


STEPS = {
    "wheel": wheel,
    "bundle": bundle,
    "deb": deb,
    "appimage": appimage,
    "installer": installer,
    "check": checks,
}


def run(*words: object) -> None:
    subprocess.run([str(word) for word in words], check=True, cwd=ROOT)


def say(words: object) -> None:
    print(words, flush=True)


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "steps", nargs="*", choices=[*STEPS, []], metavar="STEP", help="all, if none is named"
    )
    steps = parser.parse_args().steps or list(STEPS)
    DIST.mkdir(exist_ok=True)
    for name in steps:
        print(f"== {name}", flush=True)
        try:
            STEPS[name]()
        except FileNotFoundError as error:
            print(
                f"{error.filename} is not here. Install it first; packaging/README.md says how.",
                file=sys.stderr,
            )
            return 1
        except subprocess.CalledProcessError as error:
            print(f"{error.cmd[0]} ended with {error.returncode}.", file=sys.stderr)
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
