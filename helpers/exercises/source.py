"""The tested helper's own source, as a learner would have written it: there is no second copy of a solution."""

import ast
from collections.abc import Callable, Collection, Iterator
from inspect import getsource, isfunction, unwrap
from typing import Any


def source(function: Callable[..., Any], known: Collection[str]) -> list[str]:
    """A helper as plain NumPy, after the helpers that it needs; `known` are the functions that the reader has."""
    return [plain(each) for each in needed(function, set(known))]


def needed(function: Callable[..., Any], known: set[str]) -> Iterator[Callable[..., Any]]:
    """The helpers that a function calls, each before those that use it, and the function last."""
    known.add(function.__name__)
    code = unwrap(function)
    for node in ast.walk(ast.parse(plain(function))):
        used = code.__globals__.get(node.id) if isinstance(node, ast.Name) else None
        if isfunction(used) and node.id not in known:
            yield from needed(used, known)
    yield function


def plain(function: Callable[..., Any]) -> str:
    """The source without decorators, annotations and all but the first paragraph of its docstring; comments stay."""
    text = getsource(unwrap(function))
    tree = ast.parse(text).body[0]
    assert isinstance(tree, ast.FunctionDef)
    first = tree.body[0]
    body = text.splitlines()[first.lineno - 1 :]
    if doc := ast.get_docstring(tree):
        lines = doc.split("\n\n")[0].splitlines()
        body[: (first.end_lineno or first.lineno) - first.lineno + 1] = _docstring(lines)
    return "\n".join([_header(tree), *body]).rstrip()


def _docstring(lines: list[str]) -> list[str]:
    *before, last = lines
    quoted = [*before, last + '"""']
    return ['    """' + quoted[0], *("    " + line for line in quoted[1:])]


def _header(tree: ast.FunctionDef) -> str:
    """def name(arguments): without annotations."""
    for node in ast.walk(tree.args):
        if isinstance(node, ast.arg):
            node.annotation = None
    return f"def {tree.name}({ast.unparse(tree.args)}):"
