"""What is said of wrong answers that stand in no list: true on every input, part by part, place by place."""

from typing import Any

import numpy as np
import pytest
from exercise_kit import EXERCISES, body, finding, said, typed

from helpers import deep, shallow
from helpers.exercises.relations import Part, relation

LAYER = "Z = {}\nA = g(Z)\nreturn A, (A_prev, W, Z, A)"
M = (
    "A1, A2, Y = A1, A2, Y\n"
    "m = Y.shape[1]\n"
    "dZ2 = A2 - Y\n"
    "dW2, db2 = dZ2 @ A1.T / m, dZ2.sum(axis=1, keepdims=True) / m\n"
    ""
)


@pytest.mark.parametrize(
    "lines, words",
    [
        ("return dZ2, dW2 * m, db2", "dW2 is what is needed times m (A1.shape[1], the number of examples)"),
        ("return dZ2, dW2 / m, db2", "dW2 is what is needed divided by A1.shape[1], the number of examples, once too"),
        ("return dZ2, dW2 * m**2, db2", "dW2 is what is needed times the square of A1.shape[1]"),
        ("return dZ2, 2 * dW2, db2", "dW2 is twice what is needed, on every input. dZ2 and db2 are right, dW2 is not."),
        ("return dZ2, dW2 / 2, db2", "dW2 is half of what is needed"),
        ("return dZ2, 0.3 * dW2, db2", "dW2 is 0.3 times what is needed"),
        ("return dZ2, dW2 + 0.25, db2", "dW2 is what is needed plus 0.25"),
        ("return dZ2, dW2, -db2", "db2 is minus what is needed, on every input. dZ2 and dW2 are right, db2 is not."),
        ("return 2 * dZ2, 2 * dW2, db2", "dZ2 and dW2 are twice what is needed, on every input. db2 is right,"),
        ("return dZ2, dW2**2, db2", "dW2 is the square of what is needed"),
        ("return dZ2, dW2 * np.sin(Y.sum()), db2", "dZ2 and db2 are right, dW2 is not."),
        ("return dZ2, db2, dW2", "The values are right, but they come in another order. Needed is (dZ2, dW2, db2)."),
        ("return dZ2, dW2, 0 * db2", "db2 is 0 everywhere"),
        ("return dZ2, np.sum(dZ2) * np.ones_like(A2 @ A1.T) / m, db2", "dW2 is the same whatever A1 is."),
    ],
)
def test_each_part_is_told_how_it_is_related_to_what_is_needed(lines: str, words: str) -> None:
    text = said("04-output_gradient", body("04-output_gradient", M + lines))
    listed = EXERCISES["04-output_gradient"].mistakes
    assert words in text or any(" ".join(m.diagnosis.split()) in text for m in listed), text


@pytest.mark.parametrize(
    "name, lines, words",
    [
        ("05-layer_forward", LAYER.format("(W @ A_prev + b).T * 1.0 + 0 * b.sum()"), "the transpose of what is needed"),
        ("05-layer_forward", LAYER.format("W @ A_prev + 2 * b"), "A_prev and W are right, A, Z and A again are not"),
        ("05-layer_forward", LAYER.format("W @ A_prev + np.ones((len(W), 1))"), "the same whatever b is."),
        (
            "02-sigmoid",
            "np.where(Z < 0, 0.5, 1 / (1 + np.exp(-Z)))",
            "A is wrong only where Z is below 0, and right elsewhere",
        ),
        ("00-relu", "np.max(Z, 0)", "axis"),
        ("00-relu", "np.minimum(np.maximum(Z, 0), 500)", "A is wrong only where Z is far above 0, and right elsewhere"),
        ("01-as_column", "a.reshape(1, -1)", "row"),
        ("01-standardize", "(X - X.mean(axis=1, keepdims=True)) * 3", "X"),
    ],
)
def test_what_is_said_of_one_array(name: str, lines: str, words: str) -> None:
    text = said(name, body(name, lines))
    assert words in text, text


def test_a_shape_that_is_wrong_on_any_input_speaks_first() -> None:
    """The first inputs have one feature: the numbers are wrong there, and the shape tells nothing."""
    text = said(
        "02-backward", body("02-backward", "[(X @ (A - Y).T.sum(axis=0, keepdims=True).T + 1, np.mean(A - Y))]")
    )
    assert "dw has shape" in text or "not aligned" in text or "inner sizes" in text, text


def test_an_exception_on_a_later_input_speaks_before_wrong_numbers_on_the_first() -> None:
    text = said("05-layer_forward", body("05-layer_forward", LAYER.format("A_prev @ W + 2 * b")))
    assert "✗ layer_forward: ValueError in line" in text


def test_one_branch_without_return_shows_its_input() -> None:
    text = said("02-sigmoid", body("02-sigmoid", "if Z.ndim == 1:\n    return 1 / (1 + np.exp(-Z))"))
    assert "It returns None here, and an answer for other inputs" in text and "Z (1, 1) [[2]]" in text


@pytest.mark.parametrize(
    "name, answer, words",
    [
        (
            "05-layer_forward",
            lambda A_prev, W, b, g: (g(W @ A_prev + b), A_prev, W, W @ A_prev + b, g(W @ A_prev + b)),
            "It returns a tuple of 5 things; needed is (A, (A_prev, W, Z, A again)).",
        ),
        (
            "05-forward",
            lambda params, X, gs: (deep.forward(params, X, gs)[0], deep.forward(params, X, gs)[1][0]),
            "The second thing, caches, must be [cache 1], a list with a cache for each layer; "
            "yours is a tuple of 4 things.",
        ),
        (
            "05-forward",
            lambda params, X, gs: (deep.forward(params, X, gs)[0], [c[:3] for c in deep.forward(params, X, gs)[1]]),
            "Cache 1 must be",
        ),
        (
            "04-forward",
            lambda params, X: (shallow.forward(params, X)[0], list(shallow.forward(params, X)[1])),
            "The second thing, A2, must be an array of shape",
        ),
        (
            "04-update",
            lambda p, g, learning_rate: [shallow.update(p, g, learning_rate)[0], 3],
            "Layer 2 must be (W2, b2)",
        ),
    ],
)
def test_nested_answers_are_told_place_by_place(name: str, answer: Any, words: str) -> None:
    answer.__name__ = EXERCISES[name].name
    assert words in said(name, answer), said(name, answer)


def test_what_is_written_into_is_named_by_its_kind() -> None:
    def popped(params: Any, X: Any, activations: Any) -> Any:
        answer = deep.forward(list(params), X, activations)
        params.pop()
        return answer

    def written(params: Any, gradients: Any, learning_rate: float) -> Any:
        params[:] = shallow.update(list(params), gradients, learning_rate)
        return params

    popped.__name__, written.__name__ = "forward", "update"
    assert "changes its input params on the way: pop, append or [0] = ... write into the caller's list" in said(
        "05-forward", popped
    )
    assert "write into the caller's list. Make a new list instead." in said("04-update", written)


def test_changed_inputs_and_wrong_numbers_are_told_as_wrong_numbers() -> None:
    def forward(params: Any, X: Any) -> Any:
        A1, A2 = shallow.forward(params, X)
        X *= 2
        return A1, A2 * (1 + (X.shape[1] > 5))

    assert "The answer is right" not in said("04-forward", forward)


def test_a_factor_is_said_only_where_it_holds_on_every_input() -> None:
    needed = [np.array([[1.0, 2.0]]), np.array([[3.0, -1.0, 2.0]])]
    sizes = [{"X.shape[1]": 2, "X.shape[0]": 5}, {"X.shape[1]": 3, "X.shape[0]": 5}]
    twice = [Part(2 * n, n, s) for n, s in zip(needed, sizes, strict=True)]
    m_times = [Part(s["X.shape[1]"] * n, n, s) for n, s in zip(needed, sizes, strict=True)]
    neither = [Part(2 * needed[0], needed[0], sizes[0]), Part(4 * needed[1], needed[1], sizes[1])]
    assert relation(twice) == "twice what is needed"
    assert relation(m_times).startswith("what is needed times m (X.shape[1], the number of examples)")
    assert relation(neither) == ""
    assert relation([Part(np.array([[np.nan, 1.0]]), needed[0], sizes[0])]) == ""


def test_from_one_number_no_factor_is_read() -> None:
    one = [Part(np.array([[0.7]]), np.array([[0.5]]), {"X.shape[1]": 1})]
    assert relation(one) == ""


def test_a_right_answer_hears_nothing_of_the_kind() -> None:
    assert finding("04-output_gradient", body("04-output_gradient", M + "return dZ2, dW2, db2")).state == "done"
    assert typed("02-sigmoid", "def sigmoid(Z):\n    return Z").__name__ == "sigmoid"


@pytest.mark.parametrize(
    "exercise, lines, told, untold",
    [
        ("02-predict", "return np.round(forward(params, X))", "same whatever threshold is", "whatever b"),
        ("02-cost", "return -np.mean(np.log(A * Y))", "nan or inf", "same whatever"),
        ("01-softmax", "return np.eye(len(Z))[Z.argmax(axis=0)].T", "wrong numbers", "same whatever"),
        ("05-layer_backward", "return linear_backward(dA * g.derivative(dA), cache)", "wrong numbers", "whatever A is"),
        (
            "04-update",
            "both = zip(params, gradients)\n"
            "return [(W - learning_rate * dW, b - learning_rate * db) for (W, b), (dW, db) in both][::-1]",
            "The layers are right, but they come from the last to the first.",
            "changed places",
        ),
        (
            "02-update",
            "[(w, b)], [(dw, db)] = params, gradients\nreturn [(b - learning_rate * db, w - learning_rate * dw)]",
            "within a layer they come in another order. Needed is (w, b).",
            "same whatever",
        ),
        (
            "05-layer_forward",
            "Z = W @ A_prev + b\nreturn Z, (A_prev, W, Z, g(Z))",
            "A_prev, W, Z and A again are right, A is not.",
            "In what is needed",
        ),
        ("04-initialize", "return [(np.ones((n1, n0)), 0), (np.ones((n2, n1)), 0)]", "b1", "the sum of all"),
        ("02-sigmoid", "return 1 / (1 + exp(-Z))", "NumPy has it: np.exp.", "Did you mean"),
        ("02-sigmoid", "return 1 / (1 + math.exp(-Z))", "NumPy has the same for arrays", "spelled right"),
        ("01-normalize_columns", "return X / (np.linalg.norm(X, axis=0) + 1e-8)", "not right yet", "right on"),
    ],
)
def test_nothing_is_told_that_a_fresh_reader_found_false(exercise: str, lines: str, told: str, untold: str) -> None:
    text = said(exercise, body(exercise, lines))
    assert told in text and untold not in text, text
