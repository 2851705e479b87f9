"""A .deb made from the bundle: the program in /usr/lib, its entry in the menus, its files, its manual."""

from __future__ import annotations

import gzip
import shutil
import subprocess
from datetime import UTC, datetime
from email.utils import format_datetime
from pathlib import Path

import manual
from parts import APP_ID, BUILD, NAME, ROOT, VERSION
from pictures import SIZES

HERE = Path(__file__).resolve().parent
# Libraries that the bundle does not bring: PyInstaller leaves out those that belong to a system's drivers
DEPENDS = "libc6 (>= 2.36), libegl1, libgl1, libxkbcommon0, libfontconfig1, libdbus-1-3"
CONTROL = """\
Package: {name}
Version: {version}
Architecture: amd64
Maintainer: Palette Studio contributors <contributors@palette-studio.invalid>
Installed-Size: {size}
Depends: {depends}
Section: graphics
Priority: optional
Description: recolor photos by dragging the colors of their palette
 Open a photo and its palette is there. Drag a swatch and the photo recolors
 under your hand; compare, undo, export. What is shown is what is saved.
 .
 It also maps photos to palettes of pixel art, divides them by mixtures of
 Gaussians, takes over the colors of other photos, colors black and white
 ones, recolors videos, and does all of that to whole folders.
"""
COPYRIGHT = """\
Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
Upstream-Name: Palette Studio
Comment: The libraries in /usr/lib/palette-studio are under licenses of their own, which lie beside them.

Files: *
Copyright: 2026 Palette Studio contributors
License: Expat
"""
# What lintian says of every bundle: its libraries are built elsewhere, and meant to be beside the program
OVERRIDES = """\
{name}: embedded-library
{name}: hardening-no-bindnow
{name}: hardening-no-fortify-functions
{name}: hardening-no-pie
{name}: hardening-no-relro
{name}: shared-library-is-executable
{name}: shared-library-lacks-prerequisites
{name}: sharedobject-in-library-directory-missing-soname
{name}: unstripped-binary-or-object
{name}: missing-depends-on-sensible-utils
{name}: wrong-path-for-interpreter
{name}: duplicate-font-file
{name}: custom-library-search-path
{name}: library-not-linked-against-libc
{name}: extra-license-file
{name}: package-contains-documentation-outside-usr-share-doc
{name}: executable-in-usr-lib
{name}: executable-not-elf-or-script
{name}: script-not-executable
{name}: unusual-interpreter
{name}: spelling-error-in-binary
{name}: specific-address-in-shared-library
{name}: font-outside-font-dir
{name}: truetype-font-prohibits-installable-embedding
{name}: undeclared-elf-prerequisites
"""


def build(bundle: Path, target: Path) -> str:
    """Return the path of the package and its size."""
    tree = BUILD / "deb"
    lay_out(bundle, tree)
    usr = tree / "usr"
    doc = usr / "share" / "doc" / NAME
    doc.mkdir(parents=True)
    license_text = "".join(
        f" {line}\n" if line else " .\n" for line in (ROOT / "LICENSE").read_text().splitlines()
    )
    (doc / "copyright").write_text(COPYRIGHT + license_text)
    when = format_datetime(datetime.now(UTC))
    news = f"{NAME} ({VERSION}) stable; urgency=low\n\n  * See CHANGELOG.md.\n\n"
    news += f" -- Palette Studio contributors <contributors@palette-studio.invalid>  {when}\n"
    packed(doc / "changelog.gz", news)
    packed(usr / "share" / "man" / "man1" / f"{NAME}.1.gz", manual.page())
    overrides = usr / "share" / "lintian" / "overrides" / NAME
    overrides.parent.mkdir(parents=True)
    overrides.write_text(OVERRIDES.format(name=NAME))
    files = [path for path in tree.rglob("*") if path.is_file() and not path.is_symlink()]
    size = sum(path.stat().st_size for path in files) // 1024
    control = tree / "DEBIAN" / "control"
    control.parent.mkdir()
    control.write_text(CONTROL.format(name=NAME, version=VERSION, size=size, depends=DEPENDS))
    for path in tree.rglob("*"):
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or path.stat().st_mode & 0o100 else 0o644)
    package = target / f"{NAME}_{VERSION}_amd64.deb"
    subprocess.run(
        ["dpkg-deb", "--root-owner-group", "-Zxz", "-z3", "--build", str(tree), str(package)],
        check=True,
        stdout=subprocess.DEVNULL,
    )
    return f"{package}: {package.stat().st_size / 2**20:.0f} MiB, {size / 1024:.0f} MiB installed"


def lay_out(bundle: Path, tree: Path, *, in_place: bool = False) -> None:
    """Put the bundle and what a desktop wants to know of it where Linux looks for them.

    in_place: the tree is a program of its own, which begins elsewhere: no link in /usr/bin.
    """
    shutil.rmtree(tree, ignore_errors=True)
    library, share = tree / "usr" / "lib" / NAME, tree / "usr" / "share"
    shutil.copytree(bundle, library, symlinks=True)
    if not in_place:
        command = tree / "usr" / "bin" / NAME
        command.parent.mkdir(parents=True)
        command.symlink_to(f"../lib/{NAME}/{NAME}")
    for folder, name, source in (
        ("applications", f"{APP_ID}.desktop", HERE / "linux" / f"{APP_ID}.desktop"),
        ("metainfo", f"{APP_ID}.metainfo.xml", HERE / "linux" / f"{APP_ID}.metainfo.xml"),
        ("mime/packages", f"{APP_ID}.xml", HERE / "linux" / f"{APP_ID}.mime.xml"),
        ("icons/hicolor/scalable/apps", f"{APP_ID}.svg", ROOT / "resources" / "icons" / f"{NAME}.svg"),
        *(
            (f"icons/hicolor/{size}x{size}/apps", f"{APP_ID}.png", BUILD / "icons" / f"{size}.png")
            for size in SIZES
        ),
    ):
        (share / folder).mkdir(parents=True, exist_ok=True)
        shutil.copy(source, share / folder / name)


def packed(path: Path, text: str) -> None:
    """Write a text as gzip, the same bytes for the same text."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(gzip.compress(text.encode(), 9, mtime=0))
