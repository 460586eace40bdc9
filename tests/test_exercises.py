"""check, hint, solution and show_authors: what a learner reads, whatever they write."""

import re
import subprocess
import sys
from typing import Any

import numpy as np
import pytest

from helpers import exercises, logistic
from helpers.exercises.exercise import Exercise, Mistake
from helpers.exercises.format_arrays import show
from helpers.exercises.grade import grade
from helpers.exercises.labels import GRADIENTS, PARAMS
from helpers.exercises.registry import load
from helpers.exercises.source import source
from helpers.exercises.verdict import paragraph

check, hint, solution = exercises.of("02_logistic_regression")
sigmoid = forward = None  # a notebook has these names, whatever a cell that ran before gave them


@pytest.fixture
def message(capsys: pytest.CaptureFixture[str]) -> Any:
    """What was printed since last asked: one screen, of lines that fit, and never a traceback."""

    def read() -> str:
        text = capsys.readouterr().out
        lines = text.splitlines()
        assert len(lines) <= 30 and all(len(line) <= 110 for line in lines)
        assert all(line == line.rstrip() for line in lines)
        assert "Traceback" not in text
        return text

    return read


def refused(function: Any, reference: Any) -> None:
    assert check(function) is reference


def test_not_written_yet(message: Any) -> None:
    def sigmoid(Z: Any) -> Any:
        """Any shape in, the same shape out."""
        return ...

    refused(sigmoid, logistic.sigmoid)
    assert message() == ('○ sigmoid: not written yet. The cells below use ours meanwhile. Stuck? hint("sigmoid")\n')


def test_half_written_is_not_written(message: Any) -> None:
    def update(params: Any, gradients: Any, learning_rate: float) -> Any:
        [(w, _)], [(dw, _)] = params, gradients
        return [(w - learning_rate * dw, ...)]

    refused(update, logistic.update)
    assert message().startswith("○ update: not written yet.")


def test_ours_is_not_theirs(message: Any) -> None:
    refused(logistic.cost, logistic.cost)
    assert message().startswith("○ cost: not written yet.")


def test_right_gives_their_function_back_and_may_run_again(message: Any) -> None:
    def sigmoid(Z: Any) -> Any:
        return 1 / (1 + np.exp(-Z))

    count = len(load("02_logistic_regression")[0].cases)
    for _ in range(2):
        assert check(sigmoid) is sigmoid
        line = f"✓ sigmoid: right on {count} inputs. Networks run on it once your forward calls it."
        assert re.fullmatch(re.escape(line) + r" \d of 9 (is|are) yours.\n", message())


def test_check_may_be_written_with_brackets(message: Any) -> None:
    @check()
    def sigmoid(Z: Any) -> Any:
        return 1 / (1 + np.exp(-Z))

    assert sigmoid is not logistic.sigmoid and message().startswith("✓")


def test_a_missing_return(message: Any) -> None:
    def cost(A: Any, Y: Any) -> None:
        pass

    refused(cost, logistic.cost)
    assert "It returns None: is the `return` missing?" in message()


def test_a_known_mistake_is_named_before_the_numbers(message: Any) -> None:
    def cost(A: Any, Y: Any) -> Any:
        return np.sum(-Y * np.log(A) - (1 - Y) * np.log(1 - A))

    refused(cost, logistic.cost)
    text = message()
    assert text.startswith("✗ cost: not right yet.\n  This is the sum over the examples, not their mean")
    assert "Input 3 of 10 is the smallest that shows it:\n" in text
    assert text.index("nothing divides by m") < text.index("needed J   0.7419") < text.index("your J     2.2256")
    assert text.endswith('\n  The cells below use ours meanwhile. Stuck? hint("cost")\n')


def test_an_unknown_mistake_shows_the_smallest_input_that_tells(message: Any) -> None:
    def sigmoid(Z: Any) -> Any:
        return 1 / (1 + np.exp(-Z)) + 0.1 * (Z < 0)

    refused(sigmoid, logistic.sigmoid)
    assert (
        message()
        == """✗ sigmoid: not right yet.
  A is wrong only where Z is below 0, and right elsewhere.

  Input 2 of 10 is the smallest that shows it:
    Z (1, 3)          [[-1.0  0.4  3.0]]

    needed A (1, 3)   [[0.2689 0.5987 0.9526]]
    your A (1, 3)     [[0.3689 0.5987 0.9526]]

  The cells below use ours meanwhile. Stuck? hint("sigmoid")
"""
    )


def test_a_large_array_shows_where_it_differs(message: Any) -> None:
    def predict(params: Any, X: Any, threshold: float = 0.5) -> Any:
        return logistic.predict(params, X, threshold) + 5 * (np.arange(X.shape[1]) >= 39)

    refused(predict, logistic.predict)
    text = message()
    assert "in 1 of 40 places, first at [0, 39]" in text
    assert "needed prediction[0, 39]   0\n    your prediction[0, 39]     5\n" in text


def test_numbers_that_look_equal_get_more_digits(message: Any) -> None:
    def cost(A: Any, Y: Any) -> Any:
        return logistic.cost(A, Y) * 1.00002

    refused(cost, logistic.cost)
    assert "needed J   0.22314355\n    your J     0.22314801\n" in message()


@pytest.mark.parametrize(
    "scale, shown", [(1e9, "needed J      0.223\n    your J     2.23e+08"), (1e-9, "your J     0.0000")]
)
def test_huge_and_tiny_numbers_stay_short(message: Any, scale: float, shown: str) -> None:
    def cost(A: Any, Y: Any) -> Any:
        return logistic.cost(A, Y) * scale

    refused(cost, logistic.cost)
    assert shown in message()


@pytest.mark.parametrize(
    "change, sentence",
    [
        (lambda A: A[0], "has shape (1,), neither a row nor a column (the rank-1 trap); needed is (1, 1)"),
        (lambda A: np.hstack([A, A]), "A has shape (1, 2); needed is (1, 1)."),
        (lambda A: A.item(), "A is a single number; needed is (1, 1)."),
        (
            lambda A: A.tolist(),
            "a list of 1 thing; needed is an array of shape (1, 1). Turn it into one: np.array(...).",
        ),
        (lambda A: (A, A), "It returns a tuple of 2 things; needed is an array of shape (1, 1)."),
        (lambda A: A.astype(str), "A is an array of shape (1, 1) of type <U32; needed is an array of shape (1, 1)."),
        (lambda A: A + 0j, "A is an array of shape (1, 1) of type complex128; needed is"),
        (lambda A: "A", "It returns a str; needed is an array of shape (1, 1)."),
        (lambda A: {"A": A}, "It returns a dict; needed"),
        (lambda A: print, "A is a builtin_function_or_method; needed"),
        (lambda A: (a for a in A), "A is a generator; needed"),
        (lambda A: A[:, :0], "A has shape (1, 0); needed is (1, 1)."),
        (lambda A: A * np.nan, "A holds nan or inf."),
        (lambda A: A * np.inf, "A holds nan or inf."),
    ],
)
def test_every_other_result_has_its_sentence(message: Any, change: Any, sentence: str) -> None:
    def forward(params: Any, X: Any) -> Any:
        return change(logistic.forward(params, X))

    refused(forward, logistic.forward)
    assert sentence in " ".join(message().split())


def test_a_result_on_its_side(message: Any) -> None:
    def backward(params: Any, A: Any, X: Any, Y: Any) -> Any:
        [(dw, db)] = logistic.backward(params, A, X, Y)
        return [(dw.T + 1, db)]

    check(backward)
    assert "dw has shape (1, 2); needed is (2, 1)" in message()  # n = 1: the first input can't tell

    def forward(params: Any, X: Any) -> Any:
        return logistic.forward(params, X).T + 1.0 * (X.shape[1] == 40)

    check(forward)
    assert "A has shape (3, 1); needed is (1, 3). Rows and columns have changed places" in " ".join(message().split())


@pytest.mark.parametrize("db", ["0.1", None, [0.1]])
def test_each_part_of_a_gradient_is_looked_at(message: Any, db: Any) -> None:
    def backward(params: Any, A: Any, X: Any, Y: Any) -> Any:
        return [(logistic.backward(params, A, X, Y)[0][0], db)]

    refused(backward, logistic.backward)
    text = message()
    assert "The second thing in layer 1, db, must be" in text


def test_nan_comes_with_what_numpy_said(message: Any) -> None:
    def cost(A: Any, Y: Any) -> Any:
        return np.mean(np.log(A - 2))

    refused(cost, logistic.cost)
    assert "J holds nan or inf. NumPy warned: invalid value encountered in log." in message()


def test_numpy_is_silent_otherwise(message: Any, recwarn: pytest.WarningsRecorder) -> None:
    def sigmoid(Z: Any) -> Any:
        return 1 / (1 + np.exp(-Z))  # overflows to the right answer

    assert check(sigmoid) is sigmoid
    assert not recwarn.list and "warned" not in message()


def test_changed_inputs_are_refused(message: Any) -> None:
    def forward(params: Any, X: Any) -> Any:
        A = logistic.forward(params, X)
        X *= 2
        return A

    refused(forward, logistic.forward)
    assert "The answer is right, but the function changes its input X on the way" in message()


def test_a_list_of_layers_may_not_be_changed_either(message: Any) -> None:
    def forward(params: Any, X: Any) -> Any:
        return logistic.forward([params.pop()], X)

    refused(forward, logistic.forward)
    assert "changes its input params" in message()


def test_changing_another_input_is_another_mistake(message: Any) -> None:
    def update(params: Any, gradients: Any, learning_rate: float) -> Any:
        [(w, b)], [(dw, db)] = params, gradients
        dw *= learning_rate
        return [(w - dw, b - learning_rate * db)]

    refused(update, logistic.update)
    text = message()
    assert "changes its input gradients on the way" in text and "old parameters are lost" not in text


def test_an_answer_counts_as_it_was_when_it_was_given() -> None:
    kept = np.zeros(())

    def cost(A: Any, Y: Any) -> Any:
        kept[...] = logistic.cost(A, Y)
        return kept

    assert check(cost) is cost


def test_an_exception_shows_the_line_and_what_it_says(message: Any) -> None:
    def forward(params: Any, X: Any) -> Any:
        [(w, b)] = params
        Z = np.dot(w, X) + b  # their line
        return logistic.sigmoid(Z)

    refused(forward, logistic.forward)
    line = forward.__code__.co_firstlineno + 2
    text = message()
    assert text.startswith(
        f"✗ forward: ValueError in line {line} of its cell:\n"
        "      Z = np.dot(w, X) + b  # their line\n"
        "  It says: shapes (2,1) and (2,1) not aligned"
    )
    assert "has to be turned round before it meets X?" in " ".join(text.split())  # the known mistake
    assert "w (2, 1)   [[ 1]\n                [-2]]" in text


def helper_of_theirs(X: Any) -> Any:
    return X[100]


def test_the_line_is_the_deepest_that_they_wrote(message: Any) -> None:
    def forward(params: Any, X: Any) -> Any:
        return helper_of_theirs(X)

    check(forward)
    assert "IndexError in line" in (text := message())
    assert "of helper_of_theirs's cell:\n      return X[100]\n" in text


def test_an_error_inside_our_code_shows_their_call(message: Any) -> None:
    def forward(params: Any, X: Any) -> Any:
        return logistic.forward(params, X[0])

    check(forward)
    text = message()
    assert "return logistic.forward(params, X[0])" in text and "can't take what it is given: X has" in text


@pytest.mark.parametrize(
    "error, sentence",
    [
        (AssertionError(), "It says no more than that."),
        (ValueError("first\nsecond"), "It says: first\n"),
        (SystemExit(), "SystemExit"),
        (KeyboardInterrupt(), "You stopped it here."),
        (MemoryError("word " * 1000), "word word\n\n    A (1, 1)"),
    ],
)
def test_every_exception_becomes_sentences(message: Any, error: BaseException, sentence: str) -> None:
    def cost(A: Any, Y: Any) -> Any:
        raise error

    refused(cost, logistic.cost)
    assert sentence in message()


def test_an_interruption_ends_the_check(message: Any) -> None:
    calls = []

    def cost(A: Any, Y: Any) -> Any:
        calls.append(A)
        if len(calls) == 2:
            raise KeyboardInterrupt
        return 0.0

    refused(cost, logistic.cost)
    assert len(calls) == 2 and "A (1, 1)   [[0.3]]" in message()


def test_other_arguments(message: Any) -> None:
    def forward(X):
        return X

    refused(forward, logistic.forward)
    assert message() == (
        "✗ forward: not right yet.\n"
        "  The course calls it as forward(params, X); yours takes (X).\n\n"
        '  The cells below use ours meanwhile. Stuck? hint("forward")\n'
    )


def recursive() -> Any:
    def sigmoid(Z: Any) -> Any:
        return globals()["sigmoid"](Z)

    return sigmoid


@pytest.mark.parametrize("before", [None, logistic.sigmoid])
def test_recursion_without_end(message: Any, monkeypatch: pytest.MonkeyPatch, before: Any) -> None:
    """Also where the name still means ours, from an earlier run of the cell: that would pass, and crash later."""
    monkeypatch.setitem(globals(), "sigmoid", before)
    refused(recursive(), logistic.sigmoid)
    text = message()
    assert "✗ sigmoid: RecursionError" in text and "It calls itself without end." in text
    assert globals()["sigmoid"] is before


def test_callables_that_are_not_plain_functions(message: Any) -> None:
    @np.vectorize
    def sigmoid(z: float) -> float:
        return float(1 / (1 + np.exp(-z)))

    assert check(sigmoid) is sigmoid


@pytest.mark.parametrize("given", ["sigmoid", 3])
def test_check_takes_functions(message: Any, given: Any) -> None:
    assert check(given) is given
    assert message() == "check takes a function: write @check in the line above its def.\n"


def test_a_misspelt_name_gets_the_nearest(message: Any) -> None:
    def sigmiod(Z: Any) -> Any:
        return Z

    assert check(sigmiod) is sigmiod
    assert message() == (
        "sigmiod is not an exercise of this notebook. Did you mean sigmoid? Change the name and run the\ncell again.\n"
    )


def test_a_name_like_no_other_gets_them_all(capsys: Any) -> None:
    solution("convolution")
    solution()
    text = capsys.readouterr().out
    assert text.count("is not an exercise of this notebook. Its exercises are sigmoid, forward, predict") == 2
    assert text.endswith("update and train.\n") and "\nThat is not" in text


def test_hints_come_one_by_one_and_stay_up_to_the_solution(message: Any) -> None:
    _, hint, _ = exercises.of("02_logistic_regression")
    hint("cost")
    assert message().startswith("Hint 1 of 4 for cost:\n  First the loss")
    hint("sigmoid")
    assert message().startswith("Hint 1 of 3 for sigmoid:")
    for number in (2, 3, 4):
        hint(logistic.cost)  # without quotes
        assert re.findall(r"^Hint (\d) of 4 for cost:", text := message(), re.MULTILINE) == list("1234"[:number])
    for _ in range(2):
        hint("cost")
        last = 'That was the last hint. solution("cost") shows how we wrote cost.\n'
        assert message() == text + last


def test_a_solution_is_the_helper_itself(message: Any) -> None:
    solution("cost")
    assert (
        message()
        == '''# From helpers.losses. Read it, close it, write your own.

@check
def cost(A, Y):
    """J = -(1/m) sum of y log a + (1 - y) log(1 - a): the mean loss of m examples."""
    m = Y.shape[1]
    losses = binary_cross_entropy(A, Y)  # as Y
    return float(np.sum(losses) / m)
'''
    )


def _annotated(X: "np.ndarray", *rest: int, scale: float = 2.0) -> "np.ndarray":
    """The first paragraph,
    in two lines.  Notebook 02, "The cost".

    The long part.
    """
    # a comment
    return X * scale


def test_a_solution_is_short_and_keeps_its_comments() -> None:
    assert (
        source(_annotated)
        == '''def _annotated(X, *rest, scale=2.0):
    """The first paragraph, in two lines."""
    # a comment
    return X * scale'''
    )


def test_formulas_are_not_broken_over_lines() -> None:
    for words in range(1, 40):
        text = paragraph("so " * words + "1 / (1 + np.exp(-Z)) is 1 - a + (A, B) here")
        assert "1 / (1 + np.exp(-Z))" in text and "1 - a + (A, B)" in text and "\u00a0" not in text


def test_no_minus_zero() -> None:
    assert show(np.array([-1e-13, 0.5])) == "[0.0 0.5]"


def test_what_is_nearly_0_or_1_is_not_shown_as_0_or_1() -> None:
    assert show(np.array([8e-9, 1 - 8e-9, 0.5])).split() == ["[", "8e-09", "1-8e-09", "0.5]"]
    assert show(np.array([0.0, 1.0, 0.5])) == "[0.0 1.0 0.5]"


def test_show_authors(message: Any) -> None:
    def forward() -> None: ...
    def cost() -> None: ...

    exercises.show_authors(logistic.forward, logistic.cost, logistic.backward)
    assert (
        message()
        == "This network runs on our forward, cost and backward. Each that you write takes the place of ours.\n"
    )
    exercises.show_authors(forward, logistic.backward, cost)
    assert message() == "This network runs on your own forward and cost, and on our backward.\n"
    exercises.show_authors(forward)
    assert message() == "This network runs on your own forward.\n"


def _block() -> None: ...


def _network() -> None:
    return [_block() for _ in "ab"] and logistic.cost


def test_authors_are_shown_of_what_runs_and_of_nothing_else(message: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    exercises.show_authors(_network)
    assert message() == "This network runs on your own _network and _block.\n"
    exercises.show_authors(logistic.predict, _network)  # ours runs on our forward, whoever has written one
    assert message() == "This network runs on your own _network and _block, and on our predict.\n"
    monkeypatch.setitem(globals(), "_block", logistic.forward)
    exercises.show_authors(_network)
    assert message() == "This network runs on your own _network.\n"


def test_an_unknown_notebook_is_named() -> None:
    with pytest.raises(ValueError, match="'02_logistic' has no exercises; the notebooks that do are 00_start_h"):
        exercises.of("02_logistic")


def test_the_import_is_light() -> None:
    code = """if True:
        import sys
        from helpers import exercises
        exercises.of("02_logistic_regression")
        loaded = {name.partition(".")[0] for name in sys.modules}
        print(sorted(loaded & {"matplotlib", "ipywidgets", "threadpoolctl", "IPython"}))
    """
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def two_layers(params: Any, activations: Any) -> Any:
    """A later notebook: two layers in, two activations, two layers out."""
    (W1, b1), (W2, b2) = params
    A1, A2 = activations
    return [(W1 * A1, b1), (W2 * A2, b2)]


LATER = Exercise(
    reference=two_layers,
    section="Later",
    takes={"params": PARAMS, "activations": ("A1", "A2")},
    returns=GRADIENTS,
    cases=[([(np.eye(2), np.ones((2, 1))), (np.ones((1, 2)), np.ones((1, 1)))], (np.eye(2), np.ones((1, 2))))],
    hints=("one", "two", "three"),
    mistakes=[Mistake(lambda params, activations: params[0], "Return both layers.")],
)


def test_later_notebooks_have_their_own_names() -> None:
    def two_layers(params: Any, activations: Any) -> Any:
        return [params[0], (params[1][0] * 2, params[1][1])]

    text = grade(LATER, two_layers).text
    shown = [line.split()[0] for line in text.splitlines() if line.startswith("    ") and line.split()[0][0] in "WbA"]
    assert shown == ["W1", "b1", "W2", "b2", "A1", "A2"] and "dW2 is twice what is needed" in text
    text = grade(LATER, lambda params, activations: 3).text
    assert "It returns a number; needed is [(dW1, db1), (dW2, db2)], a list with a pair for each layer." in text
    assert "Return both layers." in grade(LATER, LATER.mistakes[0].wrong).text
