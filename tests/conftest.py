"""What all tests share: a home of their own, one cache of compiled kernels, and threads that end."""

from __future__ import annotations

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["LC_ALL"] = "C.UTF-8"  # the window speaks English here, whatever the machine does
os.environ.setdefault("LOKY_MAX_CPU_COUNT", "1")  # joblib warns in containers that hide their cores
os.environ.setdefault("NUMBA_CACHE_DIR", str(ROOT / ".cache" / "kernels"))

import pytest  # noqa: E402  after the environment that imports read

LONG = {  # files that take a quarter of a minute or more
    "test_batch_window",
    "test_scale",
    "test_warm",
    "test_monkey",
    "test_faults",
    "test_shipped_colorizers",
    "test_error_words",
    "test_kernel_cache",
    "test_colorize_commands",
    "test_cli_batch",
    "test_hostile_files",
}
SHARED = Path(os.environ.get("PALETTE_STUDIO_SHARED", ROOT.parent / "shared"))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the long files: of two workers, none waits for the other at the end."""
    items.sort(key=lambda item: item.path.stem not in LONG)


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch) -> Path:
    """A home for settings, caches and logs that no other test sees."""
    folder = tmp_path / "home"
    monkeypatch.setenv("PALETTE_STUDIO_HOME", str(folder))
    return folder


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """Photos and files that lie beside the project, where they are present."""
    folder = SHARED / "data"
    if not folder.is_dir():
        pytest.skip("the shared data is not here")
    return folder


@pytest.fixture(scope="session")
def coffee() -> Path:
    return ROOT / "resources" / "samples" / "coffee.jpg"


@pytest.fixture
def photo(tmp_path, coffee) -> Path:
    """A small photo in a folder of its own."""
    from PIL import Image

    with Image.open(coffee) as image:
        image.reduce(4).save(tmp_path / "photo.png")
    return tmp_path / "photo.png"


@pytest.fixture
def run(capfdbinary):
    """Run the program in this process; return (exit code, stdout, stderr)."""
    from palette_studio.cli import main

    def go(*arguments: object) -> tuple[int, str, str]:
        code = main([str(argument) for argument in arguments])
        out, err = capfdbinary.readouterr()
        return code, out.decode(errors="replace"), err.decode()

    return go


@pytest.fixture(scope="session")
def warmed() -> None:
    """Every kernel compiled, so that no test waits for a compiler while it waits for a signal."""
    from palette_studio.core.warm import warm

    warm()


@pytest.fixture
def studio(qtbot, warmed):
    """A whole studio in a window that is on the (offscreen) screen; its threads have ended afterwards."""
    from palette_studio.studio import Studio

    made = Studio()
    qtbot.addWidget(made.window)
    made.window.resize(1280, 800)
    made.window.show()
    qtbot.waitUntil(lambda: made.canvas_desk.warm, timeout=60_000)
    yield made
    made.close()
    assert not made.live._thread.isRunning()
    assert not made.batch._thread.isRunning()


@pytest.fixture
def opened(studio, qtbot, coffee):
    """A studio with a photo, its palette and the exact picture."""
    studio.open(coffee)
    qtbot.waitUntil(lambda: len(studio.document.edited) > 0 and studio.settled, timeout=60_000)
    return studio


@pytest.fixture
def opened_small(studio, qtbot, photo):
    """The same with a photo of 150 x 100 pixels."""
    studio.open(photo)
    qtbot.waitUntil(lambda: len(studio.document.edited) > 0 and studio.settled, timeout=60_000)
    return studio


@pytest.fixture
def german(qapp):
    """The program speaks German."""
    from PySide6.QtCore import QLocale

    from palette_studio.core.spoken import say_by
    from palette_studio.ui import languages

    before = QLocale()
    made = languages.install(qapp, "de")
    yield made
    for translator in made:
        qapp.removeTranslator(translator)
    QLocale.setDefault(before)
    say_by(str)


@pytest.fixture(scope="session")
def language_of_nobody(tmp_path_factory) -> Path:
    """A file with a language of long, accented words in brackets."""
    import pseudo_language

    return pseudo_language.make(tmp_path_factory.mktemp("language"))


@pytest.fixture
def nobodys(qapp, language_of_nobody):
    """The program speaks a language that nobody speaks."""
    from PySide6.QtCore import QTranslator

    translator = QTranslator()
    assert translator.load(str(language_of_nobody))
    qapp.installTranslator(translator)
    yield
    qapp.removeTranslator(translator)
