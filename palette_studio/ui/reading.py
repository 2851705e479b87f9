"""A page of Markdown laid out to be read: one measure, quiet grays, code and tables set apart."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontDatabase,
    QFontMetricsF,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
    QTextTableCell,
    QTextTableCellFormat,
)

from palette_studio.core.handbook import slug
from palette_studio.ui.theme import Theme

MEASURE_PX = 640  # of a line: some ninety signs
TEXT_PX, CODE_PX, SMALL_PX = 14, 13, 12
MANY = 6  # columns, from which on letters are small
HEADINGS_PX = (26, 19, 15)
ABOVE_PX = (0, 30, 20)
LINE_PERCENT = 146
PROPORTIONAL = QTextBlockFormat.LineHeightTypes.ProportionalHeight.value
FIXED = QTextBlockFormat.LineHeightTypes.FixedHeight.value
SOLID = QTextFrameFormat.BorderStyle.BorderStyle_Solid


def fill(document: QTextDocument, markdown: str, theme: Theme, font: QFont) -> None:
    """Make a document the page: everything else that it held is gone."""
    base = QFont(font)
    base.setPixelSize(TEXT_PX)
    document.setUndoRedoEnabled(False)
    document.setDefaultFont(base)
    document.setIndentWidth(24)
    document.setMarkdown(markdown, QTextDocument.MarkdownFeature.MarkdownDialectGitHub)
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    for block in _blocks(document):
        _lay_out(block, theme)
    for first, last in _codes(document):
        _frame(document, first, last, theme)
    for frame in document.rootFrame().childFrames():
        if isinstance(frame, QTextTable):
            _rule(frame, theme)
    cursor.endEditBlock()


def center(document: QTextDocument, width: int) -> None:
    """Keep lines to the measure, in the middle of a room of that width."""
    side = max(28, (width - MEASURE_PX) // 2)
    root = document.rootFrame()
    layout = root.frameFormat()
    if layout.leftMargin() != side:
        layout.setLeftMargin(side)
        layout.setRightMargin(side)
        layout.setTopMargin(28)
        layout.setBottomMargin(48)
        root.setFrameFormat(layout)


def place_of(document: QTextDocument, anchor: str) -> QTextBlock | None:
    """Return the heading that the end of an address means."""
    headings = (block for block in _blocks(document) if block.blockFormat().headingLevel())
    return next((block for block in headings if slug(block.text()) == anchor), None)


def _blocks(document: QTextDocument) -> Iterator[QTextBlock]:
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


def _is_code(block: QTextBlock) -> bool:
    has = block.blockFormat().hasProperty
    return has(QTextFormat.Property.BlockCodeFence) or has(QTextFormat.Property.BlockCodeLanguage)


def _lay_out(block: QTextBlock, theme: Theme) -> None:
    shape, cursor = QTextBlockFormat(block.blockFormat()), QTextCursor(block)
    level = min(shape.headingLevel(), len(HEADINGS_PX))
    in_table = cursor.currentTable() is not None
    if level:
        shape.setTopMargin(ABOVE_PX[level - 1])
        shape.setBottomMargin(8)
    elif _is_code(block):
        shape.setTopMargin(0)
        shape.setBottomMargin(0)
        shape.setNonBreakableLines(False)
        shape.setLineHeight(130, PROPORTIONAL)
    else:
        shape.setTopMargin(0)
        shape.setBottomMargin(0 if in_table else 5 if block.textList() is not None else 12)
        shape.setLineHeight(128 if in_table else LINE_PERCENT, PROPORTIONAL)
    cursor.setBlockFormat(shape)
    for start, length, given in _pieces(block):
        cursor.setPosition(start)
        cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
        cursor.setCharFormat(_letters(given, level, theme))


def _pieces(block: QTextBlock) -> list[tuple[int, int, QTextCharFormat]]:
    """Return where pieces of one format begin, how long they are, and their format."""
    return [
        (block.position() + one.start, one.length, QTextCharFormat(one.format))  # type: ignore[attr-defined]  # the stubs of Qt leave out plain members
        for one in block.textFormats()
    ]


def _letters(made: QTextCharFormat, level: int, theme: Theme) -> QTextCharFormat:
    made.setForeground(QColor(theme.text))
    if made.fontFixedPitch():
        made.setFontFamilies([_fixed_family()])  # type: ignore[arg-type]  # a list of texts, as it is read
        made.setProperty(QTextFormat.Property.FontPixelSize, CODE_PX)
        if not level:
            made.setBackground(QColor(theme.raised))
    if level:
        made.clearProperty(QTextFormat.Property.FontSizeAdjustment)
        made.setProperty(QTextFormat.Property.FontPixelSize, HEADINGS_PX[level - 1])
        made.setFontWeight(QFont.Weight.DemiBold)
    elif made.fontWeight() > QFont.Weight.Medium:
        made.setFontWeight(QFont.Weight.DemiBold)
    if made.isAnchor():
        made.setFontUnderline(True)
        made.setUnderlineColor(QColor(theme.muted))
    return made


@cache
def _fixed_family() -> str:
    return QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont).family()


def _codes(document: QTextDocument) -> list[tuple[int, int]]:
    """Return first and last position of every run of lines of code, the last run first."""
    runs: list[tuple[int, int]] = []
    before = False
    for block in _blocks(document):
        code = _is_code(block)
        end = block.position() + block.length() - 1
        if code and before:
            runs[-1] = runs[-1][0], end
        elif code:
            runs.append((block.position(), end))
        before = code
    return runs[::-1]


def _frame(document: QTextDocument, first: int, last: int, theme: Theme) -> None:
    """Put lines of code on a ground of their own."""
    cursor = QTextCursor(document)
    cursor.setPosition(first)
    cursor.setPosition(last, QTextCursor.MoveMode.KeepAnchor)
    plain = QTextCharFormat()
    plain.setBackground(QBrush(Qt.BrushStyle.NoBrush))
    plain.setProperty(QTextFormat.Property.FontPixelSize, CODE_PX)
    cursor.mergeCharFormat(plain)
    shape = QTextFrameFormat()
    shape.setBackground(QColor(theme.field))
    shape.setBorder(0)
    shape.setPadding(12)
    shape.setTopMargin(2)
    shape.setBottomMargin(14)
    frame = cursor.insertFrame(shape)
    for place in (frame.firstPosition() - 1, frame.lastPosition() + 1):
        beside = document.findBlock(place)
        if beside.isValid() and not beside.text() and QTextCursor(beside).currentTable() is None:
            _flatten(beside)


def _flatten(block: QTextBlock) -> None:
    """Have an empty line, which a frame leaves beside it, take no room."""
    shape = QTextBlockFormat(block.blockFormat())
    shape.setTopMargin(0)
    shape.setBottomMargin(0)
    shape.setLineHeight(1, FIXED)
    QTextCursor(block).setBlockFormat(shape)


def _rule(table: QTextTable, theme: Theme) -> None:
    """Draw a hairline below every row, and give the columns the room that their words want."""
    narrow = table.columns() > MANY
    shape = table.format()
    shape.setBorder(0)
    shape.setBorderCollapse(True)
    shape.setCellPadding(0)
    shape.setCellSpacing(0)
    shape.setTopMargin(4)
    shape.setBottomMargin(16)
    shape.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    shape.setColumnWidthConstraints(_widths(table, 7 if narrow else 16))
    table.setFormat(shape)
    for row in range(table.rows()):
        for column in range(table.columns()):
            _rule_cell(table.cellAt(row, column), theme, narrow=narrow, head=row == 0)


def _rule_cell(cell: QTextTableCell, theme: Theme, *, narrow: bool, head: bool) -> None:
    look = QTextTableCellFormat(cell.format().toTableCellFormat())
    look.setTopPadding(5)
    look.setBottomPadding(6)
    look.setRightPadding(5 if narrow else 14)
    look.setLeftPadding(0)
    look.setBottomBorder(1)
    look.setBottomBorderStyle(SOLID)
    look.setBottomBorderBrush(QBrush(QColor(theme.line)))
    cell.setFormat(look)
    letters = QTextCharFormat()
    if narrow:
        letters.setProperty(QTextFormat.Property.FontPixelSize, SMALL_PX)
    if head:
        letters.setForeground(QColor(theme.muted))
        letters.setFontWeight(QFont.Weight.DemiBold)
    if narrow or head:
        words = cell.firstCursorPosition()
        words.setPosition(cell.lastPosition(), QTextCursor.MoveMode.KeepAnchor)
        words.mergeCharFormat(letters)


def _widths(table: QTextTable, gap: int) -> list[QTextLength]:
    """Return shares of the width: each column has its longest word; the rest goes where lines are long."""
    base = table.document().defaultFont()
    fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    narrow = table.columns() > MANY
    base.setPixelSize(SMALL_PX if narrow else TEXT_PX)
    fixed.setPixelSize(SMALL_PX if narrow else CODE_PX)
    letters, code = QFontMetricsF(base), QFontMetricsF(fixed)
    base.setWeight(QFont.Weight.DemiBold)
    head = QFontMetricsF(base)
    least, wanted = [0.0] * table.columns(), [0.0] * table.columns()
    for row in range(table.rows()):
        for column in range(table.columns()):
            text, is_code = _text(table, row, column)
            metrics = head if row == 0 else code if is_code else letters
            whole = metrics.horizontalAdvance(text)
            if whole * 1.05 + gap > least[column]:  # else none of its words is wider than what is there
                longest = max((metrics.horizontalAdvance(word) for word in text.split()), default=0.0)
                least[column] = max(least[column], longest * 1.05 + gap)
            wanted[column] = max(wanted[column], whole * 1.05 + gap)
    spare = max(MEASURE_PX - sum(least), 0)
    more = [whole - word for whole, word in zip(wanted, least, strict=True)]
    share = min(spare / (sum(more) or 1), 1.0)
    widths = [word + share * extra for word, extra in zip(least, more, strict=True)]
    whole = max(sum(widths), 1)
    return [QTextLength(QTextLength.Type.PercentageLength, 100 * width / whole) for width in widths]


def _text(table: QTextTable, row: int, column: int) -> tuple[str, bool]:
    """Return what a cell says, and whether it begins as code does."""
    block = table.cellAt(row, column).firstCursorPosition().block()  # Markdown has one in a cell
    pieces = block.textFormats()
    return block.text(), bool(pieces) and pieces[0].format.fontFixedPitch()  # type: ignore[attr-defined]  # as above
