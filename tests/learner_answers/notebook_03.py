"""Wrong answers to the exercises of notebook 03."""

from learner_answers import Answers


def stack(step: str) -> str:
    """The loop over layers with another step."""
    return f"W, b = layers[0]\nfor W_next, b_next in layers[1:]:\n    {step}\nreturn W, b"


def shares(exponentials: str, total: str) -> str:
    """Softmax from other exponentials E, or over another total."""
    return f"E = np.exp({exponentials})\nreturn E / {total}"


def back(step: str) -> str:
    """The loop from the last layer to the first with another step."""
    return f"for W, A in zip(weights[::-1], outputs[::-1]):\n    {step}\nreturn dA"


SHIFTED = "E = np.exp(Z - Z.max(axis=0))\nreturn "

ANSWERS: Answers = {
    "sigmoid_derivative": [
        ("Z - Z**2", "This is z (1 - z)"),
        ("sigmoid(Z) * (1 - Z)", "One factor has a, the other z"),
        ("1 / (1 + np.exp(-Z))", "the sigmoid itself"),
        ("1 - sigmoid(Z)", "This is 1 - a alone"),
        ("A = sigmoid(Z); return 1 - A**2", "is the slope of tanh"),
        ("A = sigmoid(sigmoid(Z)); return A * (1 - A)", "The sigmoid is applied twice"),
        ("np.exp(-Z) / (1 + np.exp(-Z)) ** 2", "inf / inf"),
        ("A = sigmoid(Z); return A * (A - 1)", "so no slope is negative"),
        ("A = sigmoid(Z); return A * (1 + A)", "This is a (1 + a)"),
        ("A = sigmoid(Z); return np.dot(A, 1 - A)", "product of matrices"),
        ("A = sigmoid(Z); return (A * (1 - A)).sum()", "The slopes are added up"),
    ],
    "tanh": [
        ("2 * sigmoid(Z) - 1", "too slowly"),
        ("sigmoid(2 * Z)", "Twice as fast is done"),
        ("2 * sigmoid(2 * Z)", "This runs from 0 to 2"),
        ("2 * (sigmoid(2 * Z) - 1)", "The 1 is doubled"),
        ("2 * sigmoid(2 * Z - 1)", "The 1 went into the brackets"),
        ("sigmoid(Z)", "the sigmoid as it was"),
        ("1 - 2 * sigmoid(2 * Z)", "The curve falls where tanh rises"),
        ("(np.exp(Z) - np.exp(-Z)) / (np.exp(Z) + np.exp(-Z))", "e^800 is inf"),
        ("(np.exp(2 * Z) - 1) / (np.exp(2 * Z) + 1)", "for large z it is inf / inf"),
        ("(1 - np.exp(-2 * Z)) / (1 + np.exp(-2 * Z))", "-inf / inf"),
        ("math.tanh(Z)", "math.tanh takes one number"),
        ("np.tan(Z)", "the tangent of an angle"),
        ("1 - (2 * sigmoid(2 * Z) - 1) ** 2", "This is the slope, 1 - a^2"),
    ],
    "tanh_derivative_from_output": [
        ("1 - np.tanh(A) ** 2", "A is already its output"),
        ("1 - A", "The square is missing"),
        ("A * (1 - A)", "the slope of the sigmoid"),
        ("A * A", "This is a^2"),
        ("1 - A * 2", "2a is not a square"),
        ("A**2 - 1", "no slope of tanh is negative"),
        ("(1 - A) ** 2", "The brackets are too wide"),
        ("1 - np.dot(A, A)", "product of matrices"),
        ("-2 * A", "one derivative too many"),
        ("np.ones(A.shape)", "It is 1 everywhere"),
    ],
    "leaky_relu": [
        ("np.where(Z > 0, Z, slope)", "the number slope, the same for every z"),
        ("np.maximum(Z, 0)", "This is plain ReLU"),
        ("np.minimum(slope * Z, Z)", "The two sides have changed places"),
        ("slope * Z", "one straight line"),
        ("np.maximum(0.01 * Z, Z)", "whatever is asked for"),
        ("np.where(Z > 0, Z, -slope * Z)", "rises again to the left"),
        ("max(slope * Z, Z)", "arrays hold many"),
        ("np.max(slope * Z, Z)", "The second argument of np.max"),
        ("np.where(Z > 0, 1, slope)", "This is the slope, 1 or slope"),
        ("np.where(Z > 0, Z, Z / slope)", "Dividing by a small slope"),
        ("np.maximum(Z, 0) + slope * Z", "above 0 the slope is added"),
        ("Z[Z < 0] *= slope; return Z", "caller's own array"),
    ],
    "leaky_relu_derivative": [
        ("(Z > 0) * 1.0", "as for plain ReLU"),
        ("np.where(Z > 0, 1, slope * Z)", "Below 0 this is slope times z"),
        ("np.maximum(slope * Z, Z)", "This is the function itself"),
        ("np.where(Z > 0, slope, 1)", "The two sides have changed places"),
        ("np.where(Z > 0, 1, 0.01)", "Below 0 it is 0.01"),
        ("np.where(Z > 0, Z, slope)", "Above 0 this is z itself"),
        ("np.where(Z > 0, 1, -slope)", "The sign below 0 is wrong"),
        ("if Z > 0: return 1\nreturn slope", "`if` needs one True or False"),
        ("slope * np.ones(Z.shape)", "It is slope everywhere"),
        ("(Z > 0) + slope", "Above 0 the small slope is added"),
        ("np.ones(Z.shape)", "It is 1 everywhere"),
    ],
    "softmax": [
        (shares("Z", "E.sum(axis=0)"), "Right for small scores"),
        (shares("Z - Z.max(axis=1, keepdims=True)", "E.sum(axis=1, keepdims=True)"), "This goes along the rows"),
        (SHIFTED + "E / E.sum()", "so all columns together sum to 1"),
        (shares("Z - Z.max()", "E.sum()"), "Both the shift and the sum"),
        (shares("Z", "E.sum()"), "The sum runs over everything, and exp(1000)"),
        ("np.exp(Z)", "This is exp(z) alone"),
        (SHIFTED + "E", "Shifted and exponentiated"),
        ("Z / Z.sum(axis=0)", "exp is missing"),
        (shares("Z - Z.max()", "E.sum(axis=0)"), "The shift is the largest score of all examples"),
        (shares("Z - Z.max(axis=1, keepdims=True)", "E.sum(axis=0)"), "The shift runs along the rows"),
        ("sigmoid(Z)", "The sigmoid looks at each score alone"),
        ("(Z == Z.max(axis=0)) * 1.0", "This is the hard choice"),
        (SHIFTED + "E / np.exp(Z).sum(axis=0)", "The shift is in the numerator only"),
        ("np.exp(Z) / np.exp(Z.sum(axis=0))", "The exp of a sum"),
        (SHIFTED + "E / E.sum(axis=1)", "do not fit the columns"),
        (shares("Z.min(axis=0) - Z", "E.sum(axis=0)"), "The lowest score wins"),
        (SHIFTED + "E / E.mean(axis=0)", "sums to the number of classes"),
        (SHIFTED + "np.log(E / E.sum(axis=0))", "the logarithms of the probabilities"),
    ],
    "compose": [
        (stack("W, b = W @ W_next, W_next @ b + b_next"), "in the wrong order"),
        (stack("W, b = W_next @ W, b + b_next"), "b1 passes through the second layer as well"),
        (stack("W, b = W_next @ W, b_next"), "the earlier biases are lost"),
        (stack("W, b = W_next @ W, W_next @ b"), "each layer's own bias is missing"),
        (stack("W = W_next @ W; b = W @ b + b_next"), "b meets the whole product"),
        (stack("W, b = W_next @ W, W @ b + b_next"), "by its own layer's matrix"),
        (stack("W, b = W + W_next, b + b_next"), "The layers are added here"),
        (stack("W, b = W_next * W, W_next @ b + b_next"), "* multiplies element by element"),
        (stack("return W_next @ W, W_next @ b + b_next"), "Only the first two layers"),
        (
            stack("W, b = W_next @ W, W_next @ b + b_next").replace("return W, b", "return [(W, b)]"),
            "they are in a list",
        ),
        (stack("W, b = W_next @ W, W_next @ b + b_next").replace("return W,", "return W.T,"), "W is transposed"),
        (stack("W, b = W_next, b_next"), "This is the last layer alone"),
        (stack("W, b = W_next @ W, W_next @ b + b_next").replace("return W, b", "return W"), "but b is missing"),
        (
            "W, b = layers[-1]\nfor W_next, b_next in layers[-2::-1]:\n"
            "    W, b = W_next @ W, W_next @ b + b_next\nreturn W, b",
            "composed from the last to the first",
        ),
    ],
    "send_back": [
        (back("dA = W.T @ dA"), "The slopes are missing"),
        (back("dA = dA * slope(A)"), "The weights are missing"),
        (back("dA = W.T @ (dA * A)"), "It is their slopes that count"),
        (back("dA = (W.T @ dA) * slope(A)"), "The order is wrong"),
        (back("dA = W @ (dA * slope(A))"), "W is not turned round"),
        ("for W, A in zip(weights, outputs):\n    dA = W.T @ (dA * slope(A))\nreturn dA", "from the first to the last"),
        ("return weights[-1].T @ (dA * slope(outputs[-1]))", "Only the last layer"),
        (back("dA = W.T @ (dA * slope(A))").replace("[::-1]", "[:0:-1]"), "The first layer is left out"),
        (back("dA = W.T @ (dA * A * (1 - A))"), "a (1 - a) whatever is asked for"),
    ],
}
