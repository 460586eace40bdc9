"""The tested helper's own source, as a learner would write it: there is no second copy of a solution."""

import ast
from collections.abc import Callable, Collection, Iterator
from inspect import getsource, isfunction, unwrap
from itertools import takewhile
from typing import Any


def source(function: Callable[..., Any], known: Collection[str]) -> list[str]:
    """A helper as plain NumPy, after those that it needs; `known`: functions that the reader has."""
    return [plain_source(each) for each in dependencies(function, set(known))]


def dependencies(function: Callable[..., Any], known: set[str]) -> Iterator[Callable[..., Any]]:
    """The helpers that a function calls, each before those that use it, and the function last."""
    known.add(function.__name__)
    code = unwrap(function)
    used = [node.id for node in ast.walk(ast.parse(plain_source(function))) if isinstance(node, ast.Name)]
    for name in used:
        if name not in known and isfunction(unwrap(helper := code.__globals__.get(name))):
            yield from dependencies(helper, known)
    yield function


def plain_source(function: Callable[..., Any]) -> str:
    """The source without decorators and annotations, with comments and the docstring's first paragraph."""
    text = getsource(unwrap(function))
    tree = ast.parse(text).body[0]
    assert isinstance(tree, ast.FunctionDef)
    first = tree.body[0]
    body = text.splitlines()[first.lineno - 1 :]
    if ast.get_docstring(tree):
        end = (first.end_lineno or first.lineno) - first.lineno + 1
        body[:end] = _first_paragraph(body[:end])
    return "\n".join([_header(tree), *body]).rstrip()


def _first_paragraph(docstring: list[str]) -> list[str]:
    first = list(takewhile(str.strip, docstring))
    return docstring if first == docstring else [*first[:-1], first[-1] + '"""']


def _header(tree: ast.FunctionDef) -> str:
    """def name(arguments): without annotations."""
    for node in ast.walk(tree.args):
        if isinstance(node, ast.arg):
            node.annotation = None
    return f"def {tree.name}({ast.unparse(tree.args)}):"
