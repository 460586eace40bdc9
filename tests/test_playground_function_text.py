"""Functions that the reader writes as text: values by hand, slips that get a sentence, and nothing that runs."""

import ast
import sys

import numpy as np
import pytest
from needs import need

from helpers.playground import function_text
from helpers.playground.function_text import DEEPEST, LONGEST, read

hypothesis = need("hypothesis")
st = hypothesis.strategies

X1, X2 = np.array([0.0, 1.0, -2.0]), np.array([3.0, -1.0, 0.5])


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("x", [0, 1, -2]),
        ("x1 - x2", [-3, 2, -2.5]),
        ("5", [5, 5, 5]),
        ("-x**2", [0, -1, -4]),
        ("2**-x", [1, 0.5, 4]),
        (" (x + 1) * 3 / 2 ", [1.5, 3, -1.5]),
        ("abs(x)**0.5", [0, 1, 2**0.5]),
        ("sqrt(4) + log(exp(x))", [2, 3, 0]),
        ("cos(pi * x) + sin(0) + tanh(0)", [1, -1, 1]),
        ("1e-1 * +x", [0, 0.1, -0.2]),
    ],
)
def test_values_by_hand(text: str, value: list[float]) -> None:
    np.testing.assert_allclose(read(text)(X1, X2), value, atol=1e-15)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "the function is ''; write one as text, such as 'sin\\(2 \\* x\\)'"),
        (None, "the function is None"),
        ("2x", "write \\* between what is multiplied"),
        ("2(x + 1)", "calls what is no function; write \\* between"),
        ("x(2)", "calls what is no function"),
        ("sin(x1)(x)", "calls what is no function"),
        ("np.sin(x)", "has a dot; write the names alone: sin\\(x\\)"),
        ("x^2", "has a \\^; a power is written with \\*\\*"),
        ("y = sin(x)", "only what stands right of the ="),
        ("sin x", "brackets after sin"),
        ("x²", "can't be read as a function"),
        ("sin", "sin stands alone; it needs brackets, as in sin\\(x\\)"),
        ("0,5 * x", "decimals with a point, as in 0.5"),
        ("tan(x)", "there is no function tan; there are sin, cos, tanh, exp, abs, sqrt and log"),
        ("sinx", "there is no sinx here; there are x, x1, pi, sin"),
        ("sin(x, 2)", "sin takes one number in its brackets"),
        ("sin(*x)", r"\*x is no arithmetic"),
        ("exp(x=1)", "exp takes one number"),
        ("(x", "it has 1 '\\(' and 0 '\\)'"),
        ("x2", "x2 is what its value is compared with; write it with x or x1 alone"),
        ("x > 0", "x > 0 is no arithmetic; a function is made of numbers"),
        ("()", "is no arithmetic"),
        ("1j", "is no arithmetic"),
        ("True", "is no arithmetic"),
        ("x" + " " * LONGEST + "+ 1", "it may have 200: write a shorter one"),
    ],
)
def test_a_slip_gets_a_sentence(text: str, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        read(text, ("x", "x1"))


@pytest.mark.parametrize(
    "text",
    [
        "__import__('os').system('true')",
        "().__class__.__base__.__subclasses__()",
        "x.__class__",
        "x[0]",
        "sin.__globals__",
        "(lambda: 1)()",
        "[x for x in x]",
        "x if x else 1",
        "x and 1",
        "(x := 1)",
        "f'{x}'",
        "'a' * 9",
        "open('a')",
        "exec('1')",
        "eval('1')",
        "sin(exp)(1)",
        "x\0",
        "{x: 1}",
        "9 << 9",
        "9 // 2",
        "x @ x",
        "~x",
        "await x",
        "...",
        "x; x",
    ],
)
def test_nothing_but_arithmetic_is_read(text: str) -> None:
    with pytest.raises(ValueError, match="arithmetic|function|dot|there is no"):
        read(text)


@pytest.mark.parametrize(
    "text", ["9**9**9**9", "10**400", "exp(exp(exp(9)))", "1/0", "0/0", "sqrt(x)", "log(x)", "1/x"]
)
def test_what_has_no_finite_value_is_said_with_a_point(text: str) -> None:
    with pytest.raises(ValueError, match=r"has no finite value at x1 = (0|-2), x2 = (3|0.5); .* keep numbers below 0"):
        read(text)(X1, X2)


@pytest.mark.parametrize(
    "text",
    [
        "-" * (LONGEST - 1) + "x",
        "~" * (LONGEST - 1) + "x",
        "x" + "+x" * 99,
        "x" + "**x" * 66,
        "(" * 99 + "x" + ")" * 99,
    ],
)
def test_what_is_deeply_nested_ends_without_much_of_the_stack(text: str) -> None:
    before = sys.getrecursionlimit()
    sys.setrecursionlimit(len(list(_frames())) + 4 * DEEPEST)
    try:
        if text.startswith("("):  # brackets are no operation
            np.testing.assert_array_equal(read(text)(X1, X2), X1)
        else:
            with pytest.raises(ValueError, match="operations inside one another|no arithmetic"):
                read(text)
    finally:
        sys.setrecursionlimit(before)


@pytest.mark.parametrize("operation", ["+x", "**x"])
def test_as_many_operations_as_are_promised_are_read(operation: str) -> None:
    one = np.ones(3)
    assert read("x" + operation * (DEEPEST - 1))(one, one).shape == (3,)
    with pytest.raises(ValueError, match=f"more than {DEEPEST - 1} operations inside one another"):
        read("x" + operation * DEEPEST)


def _frames() -> object:
    frame = sys._getframe()
    while frame:
        yield frame
        frame = frame.f_back


ATOMS = st.sampled_from(["x", "x1", "x2", "pi", "2", "0.5", "1e3"])
TEXTS = st.recursive(
    ATOMS,
    lambda inner: (
        st.tuples(inner, st.sampled_from([" + ", " - ", "*", "/", "**"]), inner).map(lambda t: f"({''.join(t)})")
        | st.tuples(st.sampled_from([*function_text.FUNCTIONS, "-"]), inner).map(lambda t: f"{t[0]}({t[1]})")
    ),
    max_leaves=8,
)


@hypothesis.given(text=TEXTS, m=st.integers(1, 6))
@hypothesis.settings(deadline=None)
def test_a_text_has_the_value_that_numpy_gives_it(text: str, m: int) -> None:
    hypothesis.assume(len(text) <= LONGEST)
    x1, x2 = np.random.default_rng(m).uniform(-3, 3, (2, m))
    floats = ast.unparse(_Floats().visit(ast.parse(text)))  # 2 as np.float64(2.0)
    names = {"np": np, "x": x1, "x1": x1, "x2": x2, "pi": np.pi, **function_text.FUNCTIONS}
    with np.errstate(all="ignore"):
        value = np.broadcast_to(eval(floats, names), (m,))
    if np.isfinite(value).all():
        np.testing.assert_array_equal(read(text)(x1, x2), value)
    else:
        with pytest.raises(ValueError, match="has no finite value"):
            read(text)(x1, x2)


class _Floats(ast.NodeTransformer):
    def visit_Constant(self, node: ast.Constant) -> ast.AST:
        return ast.parse(f"np.float64({node.value})", mode="eval").body


@hypothesis.given(st.text(alphabet="x12+-*/().,^ sincoexp'[]_", max_size=20))
@hypothesis.settings(deadline=None)
def test_any_text_is_read_or_gets_a_sentence(text: str) -> None:
    try:
        value = read(text)(X1, X2)
    except ValueError as error:
        assert "; " in str(error) or ": " in str(error)
    else:
        assert value.shape == (3,) and np.isfinite(value).all()
