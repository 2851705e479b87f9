"""What core, nets and workbench say when something fails, from the code: English with gaps, %1, %2 and so on.

They know no language: errors are plain text there, and the window finds the template that such a text was
made from (palette_studio/ui/error_words.py). Here every text is read that becomes an error or a note for
people. Left out is what only programmers meet: a ValueError that is no whole sentence, where nothing makes a
reason of it, and whole parts of the program that no window reaches.
"""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass, field
from functools import cache, cached_property
from itertools import product
from pathlib import Path

PARTS = ("core", "nets", "workbench")
UNREACHED = re.compile(
    r"core/(evaluate|mixture/(estimator|initial|background|components)|batch/cluster|colorize/hints"
    r"|nearest/cube_file|files/(apart/(answer|wire)|avif))|nets/(album|study|.*train|.*scenes)"
)
# Whose ValueErrors are reasons in the errors of others
REASONS = re.compile(r"core/(files/(palette_io|decoding|tiff|lut_io)|project|quantize/alpha|lut/table)")
FILE_ERRORS = {"FileError", "UnreadableError"}  # the one who knows the file puts its name before them
ERRORS = FILE_ERRORS | {"WeightsError", "TooLongError", "_NotOursError"}
TOLD = {"skip": 0, "note": 0, "_failed": 0, "Journal": 1, "Item": 4}  # functions, and which argument is told
NOTES = {"notes", "lost", "complaints", "_notes", "problems"}  # lists that are told
# What has words in a gap, by its name
SPEAKING = {"error", "why", "what", "reason", "wanted", "words", "lost", "kind"}
SPEAKING |= {"keeps.alpha", "MORE_KINDS[kind]"}
SAID = ast.JoinedStr | ast.Constant | ast.IfExp | ast.BoolOp  # what a function returns that returns words
COUNTED = {"counted", "_counted"}  # a number, its noun and maybe the plural
LISTED = {"_listed"}
# What others say: operating systems, readers of JSON and of XML
OF_OTHERS = """Broken pipe|Cannot allocate memory|Connection timed out|Device or resource busy
Directory not empty|Disk quota exceeded|File exists|File too large|Input/output error|Is a directory
No such device|No such file or directory|Not a directory|Operation not permitted
Resource temporarily unavailable|Stale file handle|Too many open files|Transport endpoint is not connected
Expecting ',' delimiter|Expecting ':' delimiter|Expecting property name enclosed in double quotes
Expecting value|Extra data|Invalid control character at|Unterminated string starting at
mismatched tag|no element found|not well-formed (invalid token)|unclosed token|undefined entity"""
# What stands in tables and lists
TABLED = ("gradients", "images", "one clear color", "nothing was written", "and for other reasons")


@dataclass(frozen=True)
class Gap:
    """What a template leaves open.

    kind: "n" for a name, which is kept, "d" for a number, "w" for words, "l" for a list of them.
    """

    kind: str


Piece = str | Gap
Text = tuple[Piece, ...]


@dataclass
class Scope:
    """Where an expression stands: its file, and the functions around it, the innermost first."""

    file: File
    functions: tuple[ast.FunctionDef, ...] = ()

    def values(self, name: str) -> list[ast.expr]:
        """Return what a name stands for, as far as it is said here."""
        for function in self.functions:
            if found := _assigned(function, name):
                return found
            if name in _parameters(function):
                return []
        return self.file.constants.get(name, [])


@dataclass
class File:
    """A file of the program. place: below palette_studio."""

    place: str
    tree: ast.Module
    scoped: list[tuple[ast.AST, Scope]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._walk(self.tree, Scope(self))

    @cached_property
    def constants(self) -> dict[str, list[ast.expr]]:
        simple = [node for node in self.tree.body if isinstance(node, ast.Assign)]
        return {t.id: [node.value] for node in simple for t in node.targets if isinstance(t, ast.Name)}

    def _walk(self, node: ast.AST, scope: Scope) -> None:
        self.scoped.append((node, scope))
        if isinstance(node, ast.FunctionDef):
            scope = Scope(self, (node, *scope.functions))
        for child in ast.iter_child_nodes(node):
            self._walk(child, scope)


class Templates:
    """All templates, by their text; each with the kinds of its gaps, one letter for each."""

    def __init__(self, folder: Path) -> None:
        paths = [path for part in PARTS for path in sorted((folder / part).rglob("*.py"))]
        places = [(path, path.relative_to(folder).as_posix()) for path in paths]
        self._files = [File(place, ast.parse(path.read_text(encoding="utf-8"))) for path, place in places]
        self._calls: dict[str, list[tuple[ast.Call, Scope]]] = {}
        self._functions: dict[str, list[Scope]] = {}
        self.found: dict[str, str] = {}
        self._done: set[tuple[str, str]] = set()
        for file in self._files:
            for node, scope in file.scoped:
                if isinstance(node, ast.Call):
                    self._calls.setdefault(_name(node.func), []).append((node, scope))
                elif isinstance(node, ast.FunctionDef):
                    self._functions.setdefault(node.name, []).append(Scope(file, (node, *scope.functions)))
        for file in self._files:
            if not UNREACHED.match(file.place):
                for node, scope in file.scoped:
                    self._read(node, scope)

    # What is told

    def _read(self, node: ast.AST, scope: Scope) -> None:
        if isinstance(node, ast.Call):
            self._read_call(node, scope)
        elif isinstance(node, ast.Dict):
            told = [v for k, v in zip(node.keys, node.values, strict=True) if _constant(k) == "reason"]
            self._keep_all(told, scope)
        elif isinstance(node, ast.FunctionDef) and node.name == "told":
            self._keep_texts(self._returned(Scope(scope.file, (node,))))
        elif isinstance(node, ast.AugAssign) and isinstance(node.value, ast.ListComp):
            self._keep_all([node.value.elt] if _name(node.target) in NOTES else [], scope)
        elif isinstance(node, ast.keyword | ast.AnnAssign) and node.value is not None:
            name = node.arg if isinstance(node, ast.keyword) else _name(node.target)
            self._keep_all([node.value] if name in ("why", "reason") else [], scope)

    def _read_call(self, node: ast.Call, scope: Scope) -> None:
        name, owner = _name(node.func), getattr(node.func, "value", None)
        if name in ERRORS or (name == "ValueError" and REASONS.match(scope.file.place)):
            self._keep_all(node.args[:1], scope, named=name in FILE_ERRORS)
        elif name == "ValueError":
            self._keep_all(node.args[:1], scope, whole=True)
        elif name in TOLD or (name == "append" and _name(owner) in NOTES):
            self._keep_all(node.args[TOLD.get(name, 0) :][:1], scope)

    def _keep_all(
        self, nodes: list[ast.expr], scope: Scope, named: bool = False, whole: bool = False
    ) -> None:
        for text in (text for node in nodes for text in self._texts(node, scope, deep=True)):
            first, last = text[:1], text[-1:]
            begun = bool(first) and isinstance(first[0], str) and first[0][:1].islower()
            ended = bool(last) and isinstance(last[0], str) and last[0].endswith(".")
            if begun and (named or ended):
                text = (Gap("n"), " ", *text)
            if not whole or ended:
                self._keep(text)

    def _keep_texts(self, texts: list[Text]) -> None:
        for text in texts:
            self._keep(text)

    def _keep(self, text: Text) -> None:
        kinds = [piece.kind for piece in text if isinstance(piece, Gap)]
        numbers = iter(range(1, len(kinds) + 1))
        template = "".join(piece if isinstance(piece, str) else f"%{next(numbers)}" for piece in text)
        if re.search("[a-z]{2}", template) and len(kinds) < 10:
            self.found.setdefault(template, "".join(kinds))

    # Expressions

    def _texts(self, node: ast.AST | None, scope: Scope, deep: bool = False) -> list[Text]:
        """Return what an expression may say; one gap if that is not known.

        deep: other functions are followed; else they become a gap, and their words are found by themselves.
        """
        match node:
            case ast.Constant(value=str(text)):
                return [(text,) if text else ()]
            case ast.JoinedStr(values=values):
                return self._joined(values, scope)
            case ast.BinOp(left=left, op=ast.Add(), right=right) if _spells(node):
                return self._joined([left, right], scope)
            case ast.IfExp() | ast.BoolOp() | ast.Dict():
                either = [node.body, node.orelse] if isinstance(node, ast.IfExp) else node.values
                return _merged([text for value in either for text in self._texts(value, scope, deep)])
            case ast.FormattedValue(value=value, conversion=-1, format_spec=None):
                return self._texts(value, scope, deep)
            case ast.FormattedValue(conversion=-1):
                return [(Gap("d"),)]
            case ast.Subscript(value=ast.Name(id=name)) if isinstance(_one(scope.values(name)), ast.Dict):
                return self._texts(scope.values(name)[0], scope)
            case ast.Name(id=name):
                return self._of_name(name, scope, deep)
            case ast.Call():
                return self._of_call(node, scope, deep)
            case ast.Attribute() | ast.Subscript():
                return [(Gap("w" if _speaks(node) else "n"),)]
        return [(Gap("n"),)]

    def _joined(self, values: list[ast.expr], scope: Scope) -> list[Text]:
        silent = not any(re.search("[A-Za-z]{2}", _constant(value) or "") for value in values)
        each = [self._texts(value, scope, deep=silent) for value in values]
        return _merged([_glued(parts) for parts in product(*each)])

    def _of_name(self, name: str, scope: Scope, deep: bool) -> list[Text]:
        values = [value for value in scope.values(name) if not _mentions(value, name)]
        texts = _merged([text for value in values for text in self._texts(value, scope, deep)])
        if any(piece != Gap("n") for text in texts for piece in text):
            return texts
        kind = "w" if name in SPEAKING else "n"
        owner = next((one for one in scope.functions if name in _parameters(one)), None)
        if kind == "w" and owner is not None:
            self._follow(owner, name)
        return [(Gap(kind),)]

    def _follow(self, function: ast.FunctionDef, name: str) -> None:
        """Keep what is given for a parameter, wherever the function is called."""
        if (function.name, name) in self._done:
            return
        self._done.add((function.name, name))
        arguments = function.args
        names = [one.arg for one in arguments.args if one.arg != "self"]
        at = names.index(name) if name in names else len(names)
        usual = _usual(function, name)
        self._keep_all([usual] if usual is not None else [], self._functions[function.name][0])
        for call, scope in self._calls.get(function.name, []):
            given = call.args[at : at + 1] or [word.value for word in call.keywords if word.arg == name]
            self._keep_all(given, scope)

    def _of_call(self, node: ast.Call, scope: Scope, deep: bool) -> list[Text]:
        name = _name(node.func)
        if name in COUNTED:
            one, *more = [_constant(arg) or "" for arg in node.args[1:]]
            for noun in (one, more[0] if more else one + "s"):
                self._keep((Gap("d"), " " + noun))
            return [(Gap("w"),)]
        if name in LISTED or (name == "join" and _constant(getattr(node.func, "value", None)) == " and "):
            return [(Gap("l"),)]
        if name == "str" and node.args:
            return self._texts(node.args[0], scope)
        here = [one for one in self._functions.get(name, []) if one.file is scope.file]
        found = here or self._functions.get(name, [])
        texts = self._returned(found[0]) if len(found) == 1 else []
        pieces = [piece for text in texts for piece in text if isinstance(piece, str)]
        if not re.search("[A-Za-z]{3}|“", " ".join(pieces)):
            return [(Gap("w" if _speaks(node) else "n"),)]
        if deep or texts[0][:1] == ("“",):
            return texts
        self._keep_texts(texts)
        return [(Gap("w"),)]

    def _returned(self, scope: Scope) -> list[Text]:
        inside = [node for node in ast.walk(scope.functions[0]) if isinstance(node, ast.Return)]
        values = [node.value for node in inside if isinstance(node.value, SAID)]
        texts = [text for value in values for text in self._texts(value, scope)]
        return [text for text in texts if any(isinstance(piece, str) for piece in text)]


def _assigned(function: ast.FunctionDef, name: str) -> list[ast.expr]:
    """Return what a function gives a name; what is added to it counts as with and without."""
    found: list[ast.expr] = []
    for node in ast.walk(function):
        match node:
            case ast.Assign(targets=[ast.Name(id=target)], value=value) if target == name:
                found.append(value)
            case ast.NamedExpr(target=ast.Name(id=target), value=value) if target == name:
                found.append(value)
            case ast.AugAssign(target=ast.Name(id=target), value=value) if target == name:
                found += [ast.BinOp(before, ast.Add(), value) for before in found]
    return found


def _parameters(function: ast.FunctionDef) -> set[str]:
    arguments = function.args
    return {one.arg for one in (*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs)}


def _usual(function: ast.FunctionDef, name: str) -> ast.expr | None:
    arguments = function.args.args
    usual = dict(zip([one.arg for one in arguments][::-1], function.args.defaults[::-1], strict=False))
    return usual.get(name)


def _name(node: ast.AST | None) -> str:
    return getattr(node, "attr", getattr(node, "id", ""))


def _constant(node: ast.AST | None) -> str | None:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def _one(nodes: list[ast.expr]) -> ast.expr | None:
    return nodes[0] if len(nodes) == 1 else None


def _mentions(node: ast.AST, name: str) -> bool:
    return any(isinstance(one, ast.Name) and one.id == name for one in ast.walk(node))


def _speaks(node: ast.AST) -> bool:
    """Return whether words are in an expression: error, error.strerror, material.why, error.rstrip(...)."""
    while isinstance(node, ast.Attribute | ast.Call | ast.Name | ast.Subscript):
        if ast.unparse(node) in SPEAKING or _name(node) in ("why", "reason"):
            return True
        if isinstance(node, ast.Call):
            node = node.args[0] if _name(node.func) == "str" and node.args else node.func
        else:
            node = getattr(node, "value", ast.Pass())
    return False


def _spells(node: ast.AST) -> bool:
    """Return whether letters are joined, and not numbers added."""
    return any(isinstance(one, ast.JoinedStr) or _constant(one) is not None for one in ast.walk(node))


def _glued(parts: tuple[Text, ...]) -> Text:
    """Return one text of several, whose letters in a row are one piece."""
    text: list[Piece] = []
    for piece in (piece for part in parts for piece in part):
        if isinstance(piece, str) and text and isinstance(text[-1], str):
            text[-1] += piece
        else:
            text.append(piece)
    return tuple(text)


def _merged(texts: list[Text]) -> list[Text]:
    return list(dict.fromkeys(texts))


@cache
def templates(folder: Path) -> dict[str, str]:
    """Return what the program below a folder says of failures: the kinds of its gaps, by the template."""
    from palette_studio.core.files import kinds

    found = dict(Templates(folder).found)
    tabled = (*TABLED, kinds.MORE_KINDS["raw"], *(words for _, words in kinds.KNOWN))
    found |= dict.fromkeys((*tabled, *re.split(r"[|\n]", OF_OTHERS)), "")
    return dict(sorted(found.items())) | {"%1 and %2": "ww"}
