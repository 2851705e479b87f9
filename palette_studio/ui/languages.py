"""Languages the window speaks: which one is shown, and the files that hold its words."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from palette_studio.core.resources import resource
from palette_studio.core.spoken import say_by

SOURCE = "en"  # what the code says
LANGUAGES = {SOURCE: "English", "de": "Deutsch"}  # by their own names: whoever is lost finds theirs


def spoken(wish: str, of_system: Iterable[str]) -> str:
    """Return a key of LANGUAGES: the wish, or the first of the system's that there is, or English.

    wish: "" for the system's. of_system: as QLocale.uiLanguages has them, "de-AT" among them.
    """
    names = [wish] if wish else [name.replace("_", "-").partition("-")[0] for name in of_system]
    return next((name for name in names if name in LANGUAGES), SOURCE)


def color_word(word: str) -> str:
    """Return the name of a color, one of core.names.NAMES, in the language of the window."""
    return QCoreApplication.translate("Colors", word)


def install(app: QCoreApplication, wish: str) -> list[QTranslator]:
    """Have the program speak a language from now on, numbers and dates too; return what translates.

    Call it before any widget is made. The application owns the translators.
    """
    language = spoken(wish, QLocale.system().uiLanguages())
    QLocale.setDefault(QLocale(language))
    if language == SOURCE:
        return []
    say_by(color_word)
    found = []
    folders = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath), str(resource("translations"))
    for name, folder in zip(("qtbase", "palette_studio"), folders, strict=True):
        translator = QTranslator(app)
        if translator.load(f"{name}_{language}", folder):
            app.installTranslator(translator)
            found.append(translator)
    return found
