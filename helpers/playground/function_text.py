"""A function that the reader writes as text, such as "sin(2 * x)": read as arithmetic, never run as Python."""

import ast
import re
import warnings
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from helpers.validation import Array
from helpers.wording import listed, rounded

LONGEST, DEEPEST = 200, 60  # characters; levels, of which the innermost is a number or a variable
PI = "pi"

FUNCTIONS: dict[str, Callable[..., Any]] = {
    "sin": np.sin,
    "cos": np.cos,
    "tanh": np.tanh,
    "exp": np.exp,
    "abs": np.abs,
    "sqrt": np.sqrt,
    "log": np.log,
}
OPERATORS: dict[type[ast.operator] | type[ast.unaryop], Callable[..., Any]] = {
    ast.Add: np.add,
    ast.Sub: np.subtract,
    ast.Mult: np.multiply,
    ast.Div: np.divide,
    ast.Pow: np.power,
    ast.UAdd: np.positive,
    ast.USub: np.negative,
}

Part = Callable[[Mapping[str, Array]], Any]  # the value of a piece of the text, from those of its variables


@dataclass(frozen=True)
class Formula:
    """A text that was read: a function of x1 and x2; x is another name for x1."""

    text: str
    part: Part = field(repr=False, compare=False)

    def __call__(self, x1: Array, x2: Array) -> Array:
        """The value at each point, element by element.  x1, x2: (m,).  Returns (m,).

        Raises ValueError that names a point where the text has no finite value.
        """
        with np.errstate(all="ignore"):
            value = np.array(np.broadcast_to(self.part({"x": x1, "x1": x1, "x2": x2}), np.shape(x1)))
        bad = ~np.isfinite(value)
        if bad.any():
            where = f"x1 = {rounded(x1[bad][0])}, x2 = {rounded(x2[bad][0])}"
            raise ValueError(
                f"{self.text!r} has no finite value at {where}; it needs one at each point: "
                "keep numbers below 0 out of sqrt and log, and 0 from under a /, and powers small"
            )
        return value


def read(text: str, variables: Sequence[str] = ("x", "x1", "x2")) -> Formula:
    """The function that `text` writes down, with numbers, the variables, pi, + - * / **, brackets and FUNCTIONS.

    Numbers are floats, so that a huge power is inf at once.  Raises ValueError for anything else, with what to write.
    """
    if not isinstance(text, str) or not text.strip():
        raise ValueError(f"the function is {text!r}; write one as text, such as 'sin(2 * {variables[0]})'")
    if len(text) > LONGEST:
        raise ValueError(f"the function has {len(text)} characters; it may have {LONGEST}: write a shorter one")
    reader = _Reader(text.strip(), tuple(variables))
    return Formula(reader.text, reader.part(_tree(reader.text), DEEPEST))


def _tree(text: str) -> ast.expr:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return ast.parse(text, mode="eval").body
    except (SyntaxError, ValueError, MemoryError, RecursionError):
        raise ValueError(f"{text!r:.60} can't be read as a function; {_how_to_write(text)}") from None


def _how_to_write(text: str) -> str:
    """The most likely slip in a text that is no expression."""
    if "=" in text:
        return "write only what stands right of the =, such as sin(2 * x)"
    if text.count("(") != text.count(")"):
        return f"it has {text.count('(')} '(' and {text.count(')')} ')': each bracket needs its partner"
    if re.search(r"\d\s*[A-Za-z(]", text):
        return "write * between what is multiplied, as in 2 * x"
    return "write it as in sin(2 * x) or x**2 - 1: * between what is multiplied, brackets after sin"


@dataclass(frozen=True)
class _Reader:
    """Takes the tree of a text apart; what it does not know is refused."""

    text: str
    variables: tuple[str, ...]

    def part(self, node: ast.AST, levels: int) -> Part:
        """`node` as a function of the variables; `levels` more may stand inside it."""
        if levels == 0:
            raise ValueError(
                f"the function has more than {DEEPEST - 1} operations inside one another: write a shorter one"
            )
        match node:
            case ast.Constant(value=int() | float() as number) if not isinstance(number, bool):
                return _constant(float(number))
            case ast.Name(id="pi"):
                return _constant(np.pi)
            case ast.Name(id=name) if name in self.variables:
                return lambda values: values[name]
            case ast.UnaryOp(op=sign, operand=operand) if type(sign) in OPERATORS:
                return _applied(OPERATORS[type(sign)], self.part(operand, levels - 1))
            case ast.BinOp(left=left, op=operator, right=right) if type(operator) in OPERATORS:
                return _applied(OPERATORS[type(operator)], self.part(left, levels - 1), self.part(right, levels - 1))
            case ast.Call(func=ast.Name(id=name), args=[argument], keywords=[]) if name in FUNCTIONS:
                return _applied(FUNCTIONS[name], self.part(argument, levels - 1))
        raise ValueError(self.refusal(node))

    def refusal(self, node: ast.AST) -> str:
        """Why this piece of the text is no part of a function, and what to write in its place."""
        shown, x, known = f"{ast.get_source_segment(self.text, node):.40}", self.variables[0], self.known
        match node:
            case ast.Attribute() | ast.Call(func=ast.Attribute()):
                return f"{shown} has a dot; write the names alone: sin({x}), not np.sin({x})"
            case ast.BinOp(op=ast.BitXor()):
                return f"{shown} has a ^; a power is written with **, as in {x}**2"
            case ast.Tuple(elts=[_, *_]):
                return f"{shown} has a comma; write decimals with a point, as in 0.5"
            case ast.Call(func=ast.Name(id=name)) if name in FUNCTIONS:
                return f"{shown}: {name} takes one number in its brackets, as in {name}({x})"
            case ast.Call(func=ast.Name(id=name)) if name not in known:
                return f"there is no function {name}; there are {listed(list(FUNCTIONS))}"
            case ast.Call():
                return f"{shown} calls what is no function; write * between what is multiplied, as in 2 * (x + 1)"
            case ast.Name(id=name) if name in FUNCTIONS:
                return f"{name} stands alone; it needs brackets, as in {name}({x})"
            case ast.Name(id="x2"):
                return f"x2 is what its value is compared with; write it with {listed(self.variables, 'or')} alone"
            case ast.Name(id=name):
                return f"there is no {name} here; there are {listed(known)}"
        return f"{shown} is no arithmetic; a function is made of numbers, + - * / **, {listed(known)}"

    @property
    def known(self) -> list[str]:
        """The names that a text may hold."""
        return [*self.variables, PI, *FUNCTIONS]


def _constant(number: float) -> Part:
    return lambda values: np.float64(number)


def _applied(function: Callable[..., Any], *parts: Part) -> Part:
    return lambda values: function(*(part(values) for part in parts))
