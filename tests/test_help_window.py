"""Help, Documentation: the pages of docs, read in the window without a network."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QKeySequence, QTextDocument

from palette_studio.core.handbook import Page, found, linked, pages, slug
from palette_studio.ui import theme as themes
from palette_studio.ui.help_window import HelpWindow
from palette_studio.ui.reading import MEASURE_PX

PAGES = pages()
SMALL = (
    Page(
        "a.md",
        "First",
        "One",
        "# First\n\nGo to [the second](b/c.md#far-down) or [out](https://example.org).",
    ),
    Page(
        "b/c.md",
        "Second",
        "Two",
        "# Second\n\n" + "Été, a line.\n\n" * 80 + "## Far down\n\n[Back](../a.md).",
    ),
)


@pytest.fixture
def small(qtbot, qapp):
    theme = themes.load("dark")
    themes.apply(theme, qapp)
    window = HelpWindow(theme, SMALL)
    qtbot.addWidget(window)
    window.open()
    return window


def listed(window: HelpWindow) -> list[str]:
    return [item.text(0) for item in window._items()]


def test_the_index_lists_every_page_that_ships():
    folder = {"tutorial", "how-to", "reference", "explanation"}
    names = {page.name for page in PAGES}
    from palette_studio.core.resources import documentation

    there = {path.relative_to(documentation()).as_posix() for path in documentation().rglob("*.md")}
    assert names == {name for name in there if name.split("/")[0] in folder} | {"faq.md"}
    assert all(page.text.startswith("# ") for page in PAGES)


def test_f1_opens_the_documentation_beside_the_window_and_esc_closes_it(opened_small, qtbot):
    action = opened_small.window.actions_["help"]
    assert action.shortcut() == QKeySequence("F1")
    action.trigger()
    window = opened_small.pages.help
    qtbot.waitExposed(window)
    assert window.isVisible() and not window.isModal()
    assert listed(window) == [page.title for page in PAGES]
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert not window.isVisible()
    action.trigger()
    assert opened_small.pages.help is window and window.isVisible()
    window.close()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_page_is_laid_out_and_its_links_lead_to_pages(page, qtbot, qapp):
    theme = themes.load("light")
    themes.apply(theme, qapp)
    window = HelpWindow(theme, PAGES)
    qtbot.addWidget(window)
    window.show_page(page.name)
    document = window.reader.document()
    heading = document.begin()
    assert heading.blockFormat().headingLevel() == 1 and page.title in window.place.text()
    block = document.begin()
    while block.isValid():
        for piece in block.textFormats():
            target = piece.format.anchorHref()
            if target and not target.startswith("https://"):
                to = linked(page, target, PAGES)
                assert to is not None, f"{page.name} leads to {target}, which is no page"
        block = block.next()


def test_a_link_goes_to_the_heading_of_another_page_and_back(small, qtbot):
    small.reader.anchorClicked.emit(QUrl("b/c.md#far-down"))
    assert small.page == SMALL[1] and small.reader.verticalScrollBar().value() > 0
    small.back_button.click()
    assert small.page == SMALL[0] and not small.back_button.isEnabled()
    small.on_button.click()
    assert small.page == SMALL[1] and not small.on_button.isEnabled()


def test_a_link_out_is_opened_by_the_system_and_only_then(opened_small, monkeypatch):
    seen = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda address: seen.append(address.toString()))
    opened_small.window.actions_["help"].trigger()
    opened_small.pages.help.reader.anchorClicked.emit(QUrl("https://example.org"))
    assert seen == ["https://example.org"]
    opened_small.pages.help.close()


def test_words_are_searched_marked_and_opened_by_return(small, qtbot):
    qtbot.keyClicks(small.field, "ETE line")
    assert listed(small) == ["Second"]
    qtbot.keyClick(small.field, Qt.Key.Key_Return)
    assert small.page == SMALL[1] and small.isVisible()
    assert small.reader.extraSelections()
    small.field.setText("nowhere to be found")
    assert listed(small) == [] and small.nothing.isVisible()
    small.field.clear()
    assert listed(small) == ["First", "Second"] and not small.reader.extraSelections()


def test_a_page_that_was_read_leaves_nothing_behind(small, qapp):
    for name in ("b/c.md", "a.md", "b/c.md", "a.md"):
        small.show_page(name)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    pages_kept = small.reader.findChildren(QTextDocument, options=Qt.FindChildOption.FindDirectChildrenOnly)
    assert pages_kept == [small.reader.document()]


def test_the_page_is_reached_by_keys_alone(small, qtbot):
    small.field.setFocus()
    qtbot.keyClick(small.field, Qt.Key.Key_Down)
    qtbot.keyClick(small.index, Qt.Key.Key_Down)
    qtbot.keyClick(small.index, Qt.Key.Key_Down)
    assert small.page == SMALL[1]


@pytest.mark.parametrize("name", themes.THEMES)
def test_a_page_wears_the_theme_in_grays(name, small, qapp):
    theme = themes.load(name)
    themes.apply(theme, qapp)
    small.set_theme(theme)
    picture = small.grab().toImage()
    for x in range(0, picture.width(), 7):
        for y in range(0, picture.height(), 7):
            color = picture.pixelColor(x, y)
            assert color.red() == color.green() == color.blue()


def test_lines_are_no_longer_than_can_be_read(small, qtbot):
    small.resize(1600, 700)
    root = small.reader.document().rootFrame().frameFormat()
    room = small.reader.viewport().width() - root.leftMargin() - root.rightMargin()
    assert MEASURE_PX - 2 <= room <= MEASURE_PX + 2


def test_without_pages_it_says_so(qtbot, qapp, tmp_path):
    assert pages(tmp_path) == ()
    window = HelpWindow(themes.load("dark"), ())
    qtbot.addWidget(window)
    assert "Install" in window.reader.toPlainText()


def test_titles_come_before_headings_and_those_before_text():
    pages_ = (
        Page("1.md", "Color", "", "# Color\n\nA mask."),
        Page("2.md", "Region", "", "# Region\n\n## A mask\n"),
        Page("3.md", "Masks", "", "# Masks\n"),
    )
    assert [page.name for page in found("mask", pages_)] == ["3.md", "2.md", "1.md"]
    assert found("mask region", pages_) == [pages_[1]]


def test_addresses_of_headings_are_those_of_forges():
    assert slug("What `--mask` does, and why") == "what---mask-does-and-why"
    assert slug("16 bits & alpha") == "16-bits--alpha"
