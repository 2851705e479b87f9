"""XML of strangers: a small tree, bounded, and no entities."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.parsers import expat

from palette_studio.core.files.palette_io.source import UnreadableError
from palette_studio.core.files.palette_io.zipped import MOST_UNPACKED

MOST_ELEMENTS = 250_000  # three or four for each of 65,536 colors
DEEPEST = 64
LONGEST_RUN = 1 << 20  # bytes without ">": one element's attributes are in memory before we are asked


@dataclass(slots=True)
class Node:
    """An element. tag and the keys of attributes are local names, without prefix."""

    tag: str
    attributes: dict[str, str]
    children: list[Node] = field(default_factory=list)
    text: str = ""

    def all(self, *tags: str) -> Iterator[Node]:
        """Return the elements inside, in the order of the file, whose tag is one of these."""
        waiting = self.children[::-1]
        while waiting:
            node = waiting.pop()
            if node.tag in tags:
                yield node
            waiting += node.children[::-1]

    def first(self, tag: str) -> Node | None:
        return next(self.all(tag), None)

    def get(self, key: str) -> str:
        return self.attributes.get(key, "")

    def number(self, key: str) -> float:
        """Return an attribute as a number, NaN if it is none."""
        return as_number(self.get(key))


def tree(data: bytes) -> Node:
    """Return the root of an XML file.

    Raises ValueError, with the line, for what is no XML or nested more than DEEPEST, and UnreadableError
    for a DOCTYPE (palettes have none, and entities can grow without end) and for what is too large.
    """
    _check_size(data)
    builder = _Builder()
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = builder.doctype
    parser.StartElementHandler = builder.start
    parser.EndElementHandler = builder.end
    parser.CharacterDataHandler = builder.characters
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        words = expat.errors.messages.get(error.code, "not well-formed")
        raise ValueError(f"it is no XML from line {error.lineno} on ({words})") from error
    except (LookupError, UnicodeError) as error:
        raise ValueError("it has a text encoding that XML readers do not know") from error
    return builder.root.children[0]


def as_number(word: str) -> float:
    """Return a word of a file as a number, NaN if it is none."""
    try:
        return float(word)
    except ValueError:
        return float("nan")


def _check_size(data: bytes) -> None:
    if len(data) > MOST_UNPACKED:
        raise UnreadableError(f"has more than {MOST_UNPACKED >> 20} MB of XML; no palette is so large.")
    for number, run in enumerate(re.finditer(rb"[^>]+", data)):
        if run.end() - run.start() > LONGEST_RUN:
            raise UnreadableError(
                f"has an XML element of more than {LONGEST_RUN >> 20} MB; palettes have none."
            )
        if number > 3 * MOST_ELEMENTS:
            return  # the parser will count them


def local(name: str) -> str:
    return name.rpartition(":")[2]


class _Builder:
    def __init__(self) -> None:
        self.root = Node("", {})
        self._open = [self.root]
        self._count = 0

    def doctype(self, *what: object) -> None:
        raise UnreadableError("has a DOCTYPE, which no palette needs. Take it out, or save the palette anew.")

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self._count += 1
        if self._count > MOST_ELEMENTS:
            raise UnreadableError(f"has more than {MOST_ELEMENTS:,} XML elements; no palette is so large.")
        if len(self._open) > DEEPEST:
            raise ValueError(f"its XML is nested more than {DEEPEST} deep")
        node = Node(local(name), {local(key): value for key, value in attributes.items()})
        self._open[-1].children.append(node)
        self._open.append(node)

    def end(self, name: str) -> None:
        node = self._open.pop()
        node.text = node.text.strip()

    def characters(self, text: str) -> None:
        if len(self._open[-1].text) < 1000:  # no name or number is longer
            self._open[-1].text += text
