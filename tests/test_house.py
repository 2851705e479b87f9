"""The house itself: what lies where, who knows whom, and what may be shipped."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PIL import Image
from PySide6.QtSvg import QSvgRenderer

ROOT = Path(__file__).resolve().parents[1]
RESOURCES = ROOT / "resources"

HOUSE = {"pyproject.toml", "docs", "palette_studio", "resources", "tests", "packaging", "README.md"}
HOUSE |= {
    "Makefile",
    "LICENSE",
    "CHANGELOG.md",
    "CONTRIBUTING.md",
}  # and files of tools, which begin with a dot
IGNORED = {line.strip("/\n") for line in (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()}

TEXT_KINDS = {".py", ".md", ".toml", ".svg", ".qss", ".sh", ".desktop", ".txt", ".json", ".ini", ".ts", ""}
OF_ONE_MACHINE = re.compile(
    r"(?<![\w.])/(?:work|root|home|Users)/|pypi\.org|pythonhosted\.org|deb\.debian\.org"
)

ICONS = sorted(path for path in (RESOURCES / "icons").glob("*.svg") if path.stem != "palette-studio")
SAMPLES = sorted(path for path in (RESOURCES / "samples").iterdir() if path.suffix != ".md")

# Answers an import of a watched package with its name on stdout, and as if it were not installed.
WATCHED_IMPORT = """
import importlib, pkgutil, sys
class Watch:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in {watched!r}:
            print("met", name)
            raise ImportError(name)
sys.meta_path.insert(0, Watch())
for name in {modules!r}:
    module = importlib.import_module(name)
    for found in pkgutil.walk_packages(getattr(module, "__path__", []), name + "."):
        importlib.import_module(found.name)
"""


def packages_met(modules: list[str], watched: set[str]) -> str:
    """Return what of ``watched`` importing ``modules``, and all inside them, asks for."""
    script = WATCHED_IMPORT.format(modules=modules, watched=watched)
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, cwd=ROOT, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def project_files() -> list[Path]:
    """Return every file of the project, without what tools leave behind."""
    kept = [path for path in ROOT.iterdir() if path.name in HOUSE | {".ci", ".gitignore"}]
    inside = [found for path in kept for found in ([path] if path.is_file() else path.rglob("*"))]
    return [path for path in inside if path.is_file() and "__pycache__" not in path.parts]


def test_the_top_level_holds_what_it_should_and_nothing_else():
    names = {path.name for path in ROOT.iterdir() if not path.name.startswith(".")}
    assert {name for name in names - IGNORED if not name.endswith(".egg-info")} == HOUSE
    assert (ROOT / ".ci" / "run").stat().st_mode & 0o111


def test_the_arrows_of_the_architecture_point_one_way():
    tool = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run([tool], capture_output=True, text=True, cwd=ROOT, check=False)
    assert done.returncode == 0, done.stdout


def test_core_and_the_command_line_know_no_qt():
    qt = {"PySide6", "shiboken6", "pyqtgraph"}
    assert packages_met(["palette_studio.core", "palette_studio.nets", "palette_studio.cli"], qt) == ""


def test_the_window_and_the_command_line_start_without_torch():
    doors = ["palette_studio.app", "palette_studio.cli", "palette_studio.ui", "palette_studio.workbench"]
    assert packages_met(doors, {"torch"}) == ""


def test_the_first_paint_waits_for_no_library_but_qt():
    heavy = {"numpy", "numba", "cv2", "PIL", "pyqtgraph", "tifffile", "imagecodecs", "torch"}
    assert packages_met(["palette_studio.app", "palette_studio.studio"], heavy) == ""


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("from PySide6.QtWidgets import QWidget", "TID251"),
        ("import torch", "TID253"),
        ("from palette_studio.nets import runtime", "TID253"),
    ],
)
def test_the_workbench_may_not_import(line: str, rule: str):
    tool = Path(sys.executable).with_name("ruff")
    command = [
        tool,
        "check",
        "--output-format",
        "concise",
        "--stdin-filename",
        "palette_studio/workbench/new.py",
        "-",
    ]
    done = subprocess.run(command, input=line + "\n", capture_output=True, text=True, cwd=ROOT, check=False)
    assert rule in done.stdout


def test_files_have_one_subject_and_functions_fit_a_screen():
    for path in (ROOT / "palette_studio").rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        assert text.count("\n") <= 400, path
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.FunctionDef):
                assert (node.end_lineno or 0) - node.lineno < 60, f"{path}: {node.name}"


# Who may open a file for writing, and why nobody loses anything there
WRITERS = {
    "core/files/atomic.py": "the one writer",
    "core/files/leftovers.py": "its notes",
    "core/files/lock.py": "files of no content",
    "workbench/recovery.py": "what faulthandler writes when the process dies",
    "core/files/apart/child.py": "a switch of the system's",
    "core/files/journal.py": "lines added to a ledger, each on the disk before the next step",
    "core/files/video_out.py": "OpenCV writes the video; the one writer gives it its name",
    "nets/album.py": "gigabytes of the cache, renamed when they are whole",
    "nets/study.py": "rows added to a log",
    "nets/hue_net/training_run.py": "rows added to a log",
    "cli/streams.py": "the device that swallows everything",
}
IN_MEMORY = {"core/files/encoding.py", "core/evaluate/strips.py", "cli/segmenting.py", "headless.py"}
WRITING = {"write_bytes", "write_text", "tofile", "savez", "savez_compressed", "savetxt", "save_file"}
WRITING |= {
    "imwritemulti",
    "VideoWriter",
    "QSaveFile",
    "QSettings",
    "NamedTemporaryFile",
    "copyfile",
    "copy2",
}


def writes(node: ast.AST) -> bool:
    """Return whether a node is a call that makes or changes a file, as far as that can be seen."""
    if not isinstance(node, ast.Call):
        return False
    called = ast.unparse(node.func)
    name = called.rpartition(".")[2]
    told = [
        part.value
        for part in (*node.args, *(word.value for word in node.keywords))
        if isinstance(part, ast.Constant)
    ]
    if name == "open":
        flags = ast.unparse(node)
        modes = [mode for mode in told if isinstance(mode, str) and re.fullmatch("[rwaxbt+]{1,4}", mode)]
        return bool(re.search("O_(WRONLY|RDWR)", flags)) or any(set(mode) & set("wax+") for mode in modes)
    return name in WRITING or called in ("np.save", "cv2.imwrite")


def test_files_are_written_in_one_place():
    for path in (ROOT / "palette_studio").rglob("*.py"):
        text, name = path.read_text(encoding="utf-8"), path.relative_to(ROOT / "palette_studio").as_posix()
        found = [node for node in ast.walk(ast.parse(text)) if writes(node)]
        assert not found or name in WRITERS, f"{name}:{found[0].lineno} writes a file; write_atomically does"
        pictures = re.findall(r"(?:Image\.\w+\(.*\)|grab\(\))\.save\(", text)
        assert not pictures or name in IN_MEMORY, f"{name} saves a picture; it must be to memory"


def test_work_away_from_the_window_imports_no_qt():
    """PySide6 makes its types when they are first named, and dies where two threads do so at once."""
    of_qt = re.compile(r"(?:import|from) (?:pyqtgraph|PySide6)")
    for path in (ROOT / "palette_studio" / "workbench" / "jobs").rglob("*.py"):
        assert not of_qt.search(path.read_text(encoding="utf-8")), path


def test_nothing_that_is_read_is_run():
    code_in_data = re.compile(
        r"\bpickle\b|(?<![\w.])(?:eval|exec)\(|yaml\.load|weights_only\s*=\s*False|allow_pickle\s*=\s*True|torch\.load|"
        r"\b(?:marshal|shelve|dill|joblib)\b"
    )
    for path in (ROOT / "palette_studio").rglob("*.py"):
        lines = path.read_text(encoding="utf-8").splitlines()
        assert [line for line in lines if code_in_data.search(line)] == [], path


def test_nothing_speaks_of_one_machine():
    texts = [path for path in project_files() if path.suffix in TEXT_KINDS]
    spoken = [path for path in texts if OF_ONE_MACHINE.search(path.read_text(encoding="utf-8"))]
    assert spoken == []


def test_every_dependency_says_why_it_is_there():
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    project = tomllib.loads(text)["project"]
    wanted = [
        project["dependencies"],
        *project["optional-dependencies"].values(),
        tomllib.loads(text)["build-system"]["requires"],
    ]
    for requirement in (one for group in wanted for one in group):
        assert re.search(re.escape(f'"{requirement}"') + r".*#\s*\w+", text), requirement


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_every_sample_may_be_shipped_and_is_small(path: Path):
    credits = (RESOURCES / "samples" / "CREDITS.md").read_text(encoding="utf-8")
    rows = [line for line in credits.splitlines() if line.startswith(f"| `{path.name}` |")]
    assert len(rows) == 1
    assert re.search(r"\| (?:\[CC BY 4\.0\]|\[CC0 1\.0\]|public domain) \|$", rows[0])
    with Image.open(path) as photo:
        assert max(photo.size) <= 1600
    assert path.stat().st_size < 700_000


def test_credits_name_no_sample_that_is_gone():
    credits = (RESOURCES / "samples" / "CREDITS.md").read_text(encoding="utf-8")
    assert set(re.findall(r"^\| `([^`]+)` \|", credits, re.MULTILINE)) == {path.name for path in SAMPLES}


@pytest.mark.parametrize("path", ICONS, ids=lambda path: path.stem)
def test_every_icon_is_of_the_family(path: Path, qapp):
    root = ElementTree.parse(path).getroot()
    given = {
        name: {node.get(name) for node in root.iter()} - {None} for name in ("stroke", "stroke-width", "fill")
    }
    assert given == {"stroke": {"currentColor"}, "stroke-width": {"1.6"}, "fill": {"none"}}
    assert root.get("viewBox") == "0 0 24 24"
    assert root.get("stroke-linecap") == root.get("stroke-linejoin") == "round"
    assert QSvgRenderer(path.read_bytes().replace(b"currentColor", b"#000000")).isValid()


def test_every_icon_that_is_asked_for_is_there():
    from palette_studio.ui.actions import COMMANDS

    code = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "palette_studio").rglob("*.py"))
    asked = {command.icon for command in COMMANDS} | set(re.findall(r'\b(?:icon|pixmap)\("([a-z-]+)"', code))
    assert asked - {""} <= {path.stem for path in ICONS}


def test_the_font_comes_with_its_license():
    assert "SIL OPEN FONT LICENSE Version 1.1" in (RESOURCES / "fonts" / "OFL.txt").read_text(
        encoding="utf-8"
    )
    for path in (RESOURCES / "fonts").glob("*.otf"):
        assert path.stat().st_size < 500_000
