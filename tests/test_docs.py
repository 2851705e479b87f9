"""The documentation says what is so: generated pages are fresh, links lead somewhere, examples run."""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from palette_studio.cli import COMMANDS
from palette_studio.cli.grammar import parser
from palette_studio.core.handbook import slug
from palette_studio.core.project import read_project

ROOT = Path(__file__).resolve().parents[1]
DOCS, SAMPLES = ROOT / "docs", ROOT / "resources" / "samples"
TEXTS = sorted(
    path
    for path in (
        *ROOT.glob("*.md"),
        *DOCS.rglob("*.md"),
        *ROOT.glob("packaging/*.md"),
        *ROOT.glob("resources/**/*.md"),
    )
)
LINK = re.compile(r"\]\(([^)\s]+)\)")
FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
HEADING = re.compile(r"^#{1,6} +(.+?)\s*$", re.MULTILINE)


def blocks(path: Path, kind: str) -> list[str]:
    return [text for found, text in FENCE.findall(path.read_text(encoding="utf-8")) if found == kind]


def with_blocks(kind: str) -> list[Path]:
    return [path for path in TEXTS if blocks(path, kind)]


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def commands(path: Path) -> list[str]:
    """Return the commands of a page, those that go over several lines in one."""
    lines = "\n".join(blocks(path, "sh")).replace("\\\n", " ").splitlines()
    return [line for line in lines if line.startswith("palette-studio ")]


def test_pages_made_from_the_program_are_as_it_is():
    command = [sys.executable, DOCS / "build.py", "--check"]  # a process without what other tests have joined
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("path", TEXTS, ids=name_of)
def test_every_link_leads_somewhere(path: Path):
    text = FENCE.sub("", path.read_text(encoding="utf-8"))
    for target in LINK.findall(text):
        if re.match(r"[a-z]+:", target):
            continue
        place, _, anchor = target.partition("#")
        file = path.parent / place if place else path
        assert file.exists(), f"{name_of(path)} leads to {target}"
        if anchor:
            headings = HEADING.findall(file.read_text(encoding="utf-8"))
            assert anchor in {slug(heading) for heading in headings}, f"{name_of(path)} leads to {target}"


@pytest.mark.parametrize("path", with_blocks("sh"), ids=name_of)
def test_every_command_that_is_shown_is_one(path: Path):
    for line in commands(path):
        words = shlex.split(line, comments=True)[1:]
        if words[0] in COMMANDS:
            try:
                parser().parse_args(words)
            except SystemExit:
                pytest.fail(f"{name_of(path)}: {line}")


@pytest.mark.parametrize("path", with_blocks("python"), ids=name_of)
def test_every_example_in_python_runs(path: Path, tmp_path: Path):
    for photo in SAMPLES.glob("*.jpg"):
        shutil.copy(photo, tmp_path)
    script = tmp_path / "example.py"
    script.write_text("\n".join(blocks(path, "python")), encoding="utf-8")
    ran = subprocess.run(
        [sys.executable, "-W", "error", script],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr


@pytest.mark.parametrize("path", with_blocks("json"), ids=name_of)
def test_every_example_of_a_file_is_json(path: Path):
    for text in blocks(path, "json"):
        json.loads(text)


@pytest.mark.parametrize("path", sorted(DOCS.rglob("*.md")), ids=name_of)
def test_every_command_of_a_menu_that_is_named_is_there(path: Path):
    from palette_studio.ui.actions import COMMANDS, MNEMONICS, place, plain

    there = {f"{place(command)} › {plain(command)}" for command in COMMANDS}
    there |= {place(command) for command in COMMANDS if command.menu in MNEMONICS}
    text = " ".join(path.read_text(encoding="utf-8").split())
    named = re.findall(r"\*((?:File|Edit|View|Palette|Window|Help) › [^*]+)\*", text)
    assert {one.rstrip("…") for one in named} <= there


def test_the_recipe_that_is_shown_opens(tmp_path: Path):
    (text,) = blocks(DOCS / "reference" / "projects.md", "json")
    (tmp_path / "shown.palettestudio").write_text(text, encoding="utf-8")
    project = read_project(tmp_path / "shown.palettestudio")
    assert project.document.method == "mixture" and project.document.edited[0].locked


def test_the_table_of_keys_of_a_project_is_complete(tmp_path: Path):
    text = (DOCS / "reference" / "projects.md").read_text(encoding="utf-8")
    named = {
        key for row in re.findall(r"^\| (`.+?) \|", text, re.MULTILINE) for key in re.findall(r"`(\w+)`", row)
    }
    (tmp_path / "p.palettestudio").write_text(
        '{"format": "palette-studio-recipe", "version": 1, "nonsense": 1}', encoding="utf-8"
    )
    with pytest.raises(ValueError, match="there are") as told:
        read_project(tmp_path / "p.palettestudio")
    known = set(str(told.value).rpartition("there are ")[2].split(". Open")[0].split(", "))
    assert named == known


def test_every_picture_of_the_gallery_is_small_and_has_its_recipe():
    folder = DOCS / "gallery"
    text = (folder / "README.md").read_text(encoding="utf-8")
    pictures = sorted(folder.glob("*.webp"))
    assert len(pictures) == 8
    for picture in pictures:
        assert f"({picture.name})" in text
        assert picture.stat().st_size < 60_000
    for recipe in folder.glob("*.palettestudio"):
        assert f"({recipe.name})" in text
        document = read_project(recipe).document
        assert len(document.found) == len(document.edited) > 0
    named = {word for line in commands(folder / "README.md") for word in shlex.split(line)}
    assert {path.name for path in folder.glob("*.palettestudio")} <= named


def test_what_ships_is_what_the_wheel_and_the_bundle_are_told():
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    bundle = (ROOT / "packaging" / "palette-studio.spec").read_text(encoding="utf-8")
    kept_here = ("gallery", "speed", "__pycache__")
    for folder in (path.name for path in DOCS.iterdir() if path.is_dir() and path.name not in kept_here):
        assert f'"docs/{folder}"' in project and f'"{folder}"' in bundle


def test_the_figures_of_the_readme_are_those_of_the_page_of_figures():
    shown = (ROOT / "README.md").read_text(encoding="utf-8").partition("<!-- bench:start -->")[2]
    lines = shown.partition("<!-- bench:end -->")[0].splitlines()
    rows = [line for line in lines if line.startswith("| ")][2:]
    page = (DOCS / "speed" / "README.md").read_text(encoding="utf-8")
    assert len(rows) > 10
    assert [row for row in rows if row.split(" | ", 1)[1] not in page] == []
