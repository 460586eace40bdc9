"""The tested helper's own source, as a learner would write it: there is no second copy of a solution."""

import ast
import re
from collections.abc import Callable
from inspect import getsource, unwrap
from typing import Any


def source(function: Callable[..., Any]) -> str:
    """A helper as plain NumPy, without decorators and annotations, with comments and one line of its docstring."""
    text = getsource(unwrap(function))
    tree = ast.parse(text).body[0]
    assert isinstance(tree, ast.FunctionDef)
    first = tree.body[0]
    body = text.splitlines()[first.lineno - 1 :]
    if docstring := ast.get_docstring(tree):
        body[: (first.end_lineno or first.lineno) - first.lineno + 1] = [f'    """{_first_words(docstring)}"""']
    return "\n".join([_header(tree), *body]).rstrip()


def _first_words(docstring: str) -> str:
    """The first paragraph on one line, less the reference to the notebook in which the reader is."""
    first = " ".join(docstring.partition("\n\n")[0].split())
    return re.sub(r' Notebook \d\d, "[^"]*"\.$', "", first)


def _header(tree: ast.FunctionDef) -> str:
    """def name(arguments): without annotations."""
    for node in ast.walk(tree.args):
        if isinstance(node, ast.arg):
            node.annotation = None
    return f"def {tree.name}({ast.unparse(tree.args)}):"
