"""The documentation as pages: what README.md of its folder lists, section by section."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from palette_studio.core.resources import documentation

INDEX = "README.md"
_LINK = re.compile(r"\[([^\]]+)\]\(([^)#\s]+\.md)\)")
_HEADING = re.compile(r"#{1,6} +(.+)")


@dataclass(frozen=True)
class Page:
    """One page. name: its path below the folder, with slashes. text: Markdown."""

    name: str
    title: str
    section: str
    text: str


def pages(folder: Path | None = None) -> tuple[Page, ...]:
    """Return the pages that the index lists and the folder holds, in the order of the index.

    folder: that of the program's own documentation, if None. Other indexes are no pages. Without
    an index there are none.
    """
    folder = documentation() if folder is None else folder
    found: dict[str, Page] = {}
    section = ""
    for line in _read(folder / INDEX).splitlines():
        if heading := _HEADING.fullmatch(line):
            section = heading[1]
        for title, name in _LINK.findall(line):
            text = _read(folder / name) if ".." not in name and not name.endswith(INDEX) else ""
            if text and name not in found:
                found[name] = Page(name, title, section, text)
    return tuple(found.values())


def linked(page: Page, target: str, among: Sequence[Page]) -> Page | None:
    """Return the page that a link in ``page`` leads to, None where it is none of them."""
    path = target.partition("#")[0]
    if not path:
        return page
    parts = page.name.split("/")[:-1]
    for part in path.split("/"):
        if part == ".." and parts:
            parts.pop()
        elif part not in (".", ".."):
            parts.append(part)
    return next((one for one in among if one.name == "/".join(parts)), None)


def slug(heading: str) -> str:
    """Return the end of an address that leads to a heading, as forges of code make it."""
    kept = re.sub(r"[^\w\- ]", "", heading.strip().lower())
    return kept.replace(" ", "-")


def found(words: str, among: Sequence[Page]) -> list[Page]:
    """Return the pages that have all of the words: first in the title, then in a heading, then anywhere.

    A word may be part of one; case and accents do not count. Without words, all of them.
    """
    wanted = plain(words).split()
    ranked = []
    for number, page in enumerate(among):
        title, text = plain(page.title), plain(page.text)
        headings = " ".join(_HEADING.findall(text))
        ranks = [_rank(word, title, headings, text) for word in wanted]
        if None not in ranks:
            ranked.append((sum(rank or 0 for rank in ranks), number, page))
    return [page for *_, page in sorted(ranked, key=lambda one: one[:2])]


def _rank(word: str, *places: str) -> int | None:
    return next((rank for rank, place in enumerate(places) if word in place), None)


def plain(text: str) -> str:
    """Return a text without case and accents."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in apart if not unicodedata.combining(sign))


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except OSError:
        return ""
