"""Wrong answers to the exercises of notebook 04."""

from learner_answers import Answers

LOOPS = """
(W1, b1), (W2, b2) = params
A1, A2 = cache
(n2, m), n1, n0 = Y.shape, len(A1), len(X)
dW1, db1, dW2, db2 = (np.zeros(array.shape) for array in (W1, b1, W2, b2))
for e in range(m):
    dz2 = A2[:, e] - Y[:, e]
    for k in range(n2):
        for j in range(n1):
            dW2[k, j] += dz2[k] * A1[j, e] / m
        db2[k, 0] += dz2[k] / m
    for j in range(n1):
        da1 = 0.0
        for k in range(n2):
            da1 += W2[k, j] * dz2[k]
        dz1 = da1 * (1 - A1[j, e] ** 2)
        for i in range(n0):
            dW1[j, i] += dz1 * X[i, e] / m
        db1[j, 0] += dz1 / m
return [(dW1, db1), (dW2, db2)]
"""
OUTPUT = """
m = Y.shape[1]
dZ2 = A2 - Y
dW2 = np.dot(dZ2, A1.T) / m
db2 = np.sum(dZ2, axis=1, keepdims=True) / m
return dZ2, dW2, db2
"""
HIDDEN = """
m = X.shape[1]
dZ1 = np.dot(W2.T, dZ2) * (1 - A1**2)
dW1 = np.dot(dZ1, X.T) / m
db1 = np.sum(dZ1, axis=1, keepdims=True) / m
return dZ1, dW1, db1
"""
FORWARD = """
(W1, b1), (W2, b2) = params
A1 = tanh(np.dot(W1, X) + b1)
A2 = sigmoid(np.dot(W2, A1) + b2)
return A1, A2
"""
INITIALIZE = """
rng = np.random.default_rng(seed)
W1 = scale * rng.standard_normal((n1, n0))
W2 = scale * rng.standard_normal((n2, n1))
b1, b2 = np.zeros((n1, 1)), np.zeros((n2, 1))
return [(W1, b1), (W2, b2)]
"""
UPDATE = """
(W1, b1), (W2, b2) = params
(dW1, db1), (dW2, db2) = gradients
r = learning_rate
return [(W1 - r * dW1, b1 - r * db1), (W2 - r * dW2, b2 - r * db2)]
"""
TRAIN = """
params = initialize(*layer_sizes(X, Y, n1), seed)
for _ in range(iterations):
    A1, A2 = forward(params, X)
    gradients = backward(params, (A1, A2), X, Y)
    params = update(params, gradients, learning_rate)
return params
"""


def change(text: str, *changes: tuple[str, str]) -> str:
    """A right answer with something typed differently."""
    for right, typed in changes:
        assert text.count(right) == 1, right
        text = text.replace(right, typed)
    return text


def loops(*changes: tuple[str, str]) -> str:
    return change(LOOPS, *changes)


def output(right: str, typed: str) -> str:
    return change(OUTPUT, (right, typed))


def hidden(right: str, typed: str) -> str:
    return change(HIDDEN, (right, typed))


def forward(*changes: tuple[str, str]) -> str:
    return change(FORWARD, *changes)


def initialize(*changes: tuple[str, str]) -> str:
    return change(INITIALIZE, *changes)


def update(returned: str) -> str:
    return change(UPDATE, (UPDATE.splitlines()[-1], f"return {returned}"))


def train(*changes: tuple[str, str]) -> str:
    return change(TRAIN, *changes)


ANSWERS: Answers = {
    "layer_sizes": [
        ("X.shape[1], n1, Y.shape[1]", "shape[1] is m"),
        ("X.shape[1], n1, Y.shape[0]", "n0 is the number of features"),
        ("X.shape[0], n1, Y.shape[1]", "n2 is the number of outputs"),
        ("X.shape[0], 4, Y.shape[0]", "n1 is fixed at 4"),
        ("len(X), n1, int(Y.max())", "n2 is made from the labels themselves"),
        ("len(X), n1, 1", "n2 is always 1 here"),
        ("n1, len(X), len(Y)", "n0 and n1 have changed places"),
        ("len(X), len(Y)", "The hidden layer is left out"),
        ("X.shape, n1, Y.shape", "These are whole shapes"),
        ("X.size, n1, Y.size", "size counts all the numbers"),
    ],
    "forward": [
        (forward(("tanh(", "sigmoid(")), "The hidden layer goes through the sigmoid"),
        (forward(("sigmoid(", "np.tanh(")), "The output goes through tanh"),
        (
            forward(("tanh(", "s("), ("sigmoid(", "tanh("), ("s(", "sigmoid(")),
            "The two activations have changed places",
        ),
        (forward(("tanh(np.dot(W1, X) + b1)", "np.maximum(W1 @ X + b1, 0)")), "The hidden layer goes through ReLU"),
        (forward(("tanh(", "(")), "The hidden layer has no activation"),
        (forward(("sigmoid(", "(")), "A2 is the score Z2 itself"),
        (forward((" + b1", "")), "b1 is left out"),
        (forward((" + b2", "")), "b2 is left out"),
        (forward((" + b1", ""), (" + b2", "")), "Both biases are left out"),
        (forward(("return A1, A2", "return A2")), "Only A2 comes back"),
        (forward(("return A1, A2", "return A2, A1")), "A1 and A2 have changed places"),
        (
            "(W1, b1), (W2, b2) = params\nZ1 = W1 @ X + b1\nZ2 = W2 @ np.tanh(Z1) + b2\nreturn Z1, Z2",
            "These are the scores Z1 and Z2",
        ),
        (forward(("np.dot(W2, A1)", "np.dot(W2, X)")), "The second layer gets X here"),
        (forward(("np.dot(W2, A1)", "np.dot(W2, np.dot(W1, X) + b1)")), "The second layer gets Z1"),
        (forward((" + b1)", ") + b1"), (" + b2)", ") + b2")), "The biases are added after the activations"),
        (
            forward(("np.dot(W1, X)", "W1 * X"), ("np.dot(W2, A1)", "W2 * A1")),
            "over all inputs, as a matrix product does.",
        ),
        (forward(("np.dot(W1, X)", "W1 * X")), "In the first layer * multiplies"),
        (forward(("np.dot(W2, A1)", "W2 * A1")), "In the second layer * multiplies"),
        (forward(("np.dot(W1, X)", "W1.T @ X"), ("np.dot(W2, A1)", "W2.T @ A1")), "no transpose on the way forward"),
    ],
    "backward_loops": [
        (
            loops(
                ("j] += dz2", "j] = dz2"),
                ("0] += dz2", "0] = dz2"),
                ("i] += dz1", "i] = dz1"),
                ("0] += dz1", "0] = dz1"),
            ),
            "Only the last example is left",
        ),
        (loops(("\nreturn", "\n    return")), "Only the first example counts"),
        (LOOPS.replace(" / m", ""), "this is the sum over the examples"),
        (loops(("A2[:, e] - Y[:, e]", "(A2[:, e] - Y[:, e]) / m")), "m divides twice"),
        (LOOPS.replace(" / m", " / n0"), "divides by n0"),
        (loops(("A2[:, e] - Y[:, e]", "Y[:, e] - A2[:, e]")), "dz2 is y - a"),
        (loops(("A2[:, e] - Y[:, e]", "(A2[:, e] - Y[:, e]) * A2[:, e] * (1 - A2[:, e])")), "The sigmoid's slope"),
        (loops(("da1 += W2", "da1 = W2")), "only the last output's part"),
        (
            loops(("        da1 = 0.0\n", ""), ("for e in range(m):", "da1 = 0.0\nfor e in range(m):")),
            "never set back to 0",
        ),
        (loops(("W2[k, j] * dz2[k]", "dz2[k]")), "The weight is missing in da1"),
        (loops((" * (1 - A1[j, e] ** 2)", "")), "The slope of tanh is missing"),
        (loops(("(1 - A1[j, e] ** 2)", "A1[j, e] * (1 - A1[j, e])")), "is the slope of a sigmoid"),
        (loops(("W2[k, j] *", "W2[j, k] *")), "The indices of W2"),
        (loops(("X[i, e]", "X[e, i]")), "The indices of X"),
        (loops(("db2[k, 0] += dz2[k] / m", "pass"), ("db1[j, 0] += dz1 / m", "pass")), "are still 0"),
        (
            loops(("        db2[k, 0]", "            db2[k, 0]"), ("        db1[j, 0]", "            db1[j, 0]")),
            "in the innermost loops",
        ),
        (loops(("[(dW1, db1), (dW2, db2)]", "[(dW2, db2), (dW1, db1)]")), "The layers have changed places"),
        (loops(("[(dW1, db1), (dW2, db2)]", "dW1, db1, dW2, db2")), "four arrays in one row"),
    ],
    "output_gradient": [
        (output("A1.T", "A2.T"), "dW2 was made with A2"),
        (output("A2 - Y", "Y - A2"), "this is y - a"),
        (output("m = Y.shape[1]", "m = 1"), "The 1/m is missing in dW2 and db2"),
        (output("A1.T) / m", "A1.T)"), "dW2 lacks its 1/m"),
        (output("A1.T) / m", "A1.T) / m / m"), "m divides twice in dW2"),
        (output("keepdims=True) / m", "keepdims=True) / m**2"), "m divides twice in db2"),
        (output("keepdims=True) / m", "keepdims=True)"), "db2 lacks its 1/m"),
        (output("m = Y.shape[1]", "m = A1.shape[0]"), "This divides by n1"),
        (output("A2 - Y", "(A2 - Y) * A2 * (1 - A2)"), "The sigmoid's slope a (1 - a)"),
        (output("A2 - Y", "(A2 - Y) * (1 - A2**2)"), "The slope of tanh is in dZ2"),
        (output("A2 - Y", "(A2 - Y) / m"), "m divides twice: once in dZ2"),
        (output("return dZ2,", "return dZ2 / m,"), "dZ2 is already divided by m"),
        (output(", keepdims=True", ""), "db2 lost its axis"),
        (output("axis=1", "axis=0"), "db2 is summed over the units"),
        (output("np.sum(dZ2, axis=1, keepdims=True)", "np.sum(dZ2)"), "db2 is one number for the whole layer"),
        (output("np.sum(dZ2, axis=1, keepdims=True) / m", "np.mean(dZ2)"), "db2 is one mean over everything"),
        (output("np.dot(dZ2, A1.T)", "np.dot(A1, dZ2.T)"), "dW2 is transposed"),
        (output("A1.T", "A1"), "The inner sizes do not agree"),
        (output("np.dot(dZ2, A1.T)", "dZ2 * A1"), "dW2 is multiplied element by element"),
        (output("np.dot(dZ2, A1.T)", "dZ2.sum(axis=1, keepdims=True)"), "This dW2 has the formula of db2"),
        (output("return dZ2, ", "return "), "dZ2 is missing"),
    ],
    "hidden_gradient": [
        (hidden(" * (1", " + (1"), "The slope is added"),
        (hidden(" * (1 - A1**2)", ""), "The slope of tanh is missing"),
        (hidden("(1 - A1**2)", "A1 * (1 - A1)"), "is the slope of a sigmoid"),
        (hidden("(1 - A1**2)", "(1 - A1)"), "The square is missing"),
        (hidden("(1 - A1**2)", "(1 - tanh(A1) ** 2)"), "tanh is applied twice"),
        (hidden("(1 - A1**2)", "(A1 > 0)"), "the slope of a ReLU"),
        (hidden("(1 - A1**2)", "A1**2"), "The 1 minus is missing"),
        (hidden("(1 - A1**2)", "A1"), "multiplied by A1 itself"),
        (hidden("W2.T", "W2"), "W2 takes hidden units to the output"),
        (hidden("np.dot(W2.T, dZ2)", "W2.T * dZ2"), "the sum over all outputs"),
        (hidden(" * (1", " @ (1"), "Each number has its own slope"),
        (hidden("np.dot(dZ1, X.T)", "np.dot(dZ2, X.T)"), "dW1 is made from dZ2"),
        (
            change(HIDDEN, ("np.dot(dZ1, X.T)", "np.dot(dZ2, X.T)"), ("np.sum(dZ1", "np.sum(dZ2")),
            "dW1 and db1 are made from dZ2",
        ),
        (hidden("np.sum(dZ1", "np.sum(dZ2"), "db1 is made from dZ2. It"),
        (hidden("X.T", "A1.T"), "dW1 was made with A1"),
        (hidden("X.T) / m", "X.T)"), "dW1 lacks its 1/m"),
        (hidden("keepdims=True) / m", "keepdims=True)"), "db1 lacks its 1/m"),
        (hidden("X.T) / m", "X.T) / m / m"), "m divides twice in dW1"),
        (hidden("keepdims=True) / m", "keepdims=True) / m / m"), "m divides twice in db1"),
        (hidden("(1 - A1**2)", "(1 - A1**2) / m"), "m divides twice: once in dZ1"),
        (
            change(
                HIDDEN,
                ("dZ1 = np.dot(W2.T, dZ2) * (1 - A1**2)", "dZ1 = np.dot(W2.T, dZ2)"),
                ("return dZ1,", "return dZ1 * (1 - A1**2),"),
            ),
            "before the error went through the slope",
        ),
        (hidden("return dZ1, ", "return "), "dZ1 is missing"),
        (hidden("m = X.shape[1]", "m = 1"), "The 1/m is missing in dW1 and db1"),
        (hidden("X.shape[1]", "X.shape[0]"), "divides by the number of features"),
        (hidden(", keepdims=True", ""), "db1 lost its axis"),
        (hidden("np.sum(dZ1, axis=1, keepdims=True)", "np.sum(dZ1)"), "db1 is one number for all hidden units"),
        (hidden("np.sum(dZ1, axis=1, keepdims=True) / m", "np.mean(dZ1)"), "db1 is one mean over everything"),
        (hidden("axis=1", "axis=0"), "db1 is summed over the units"),
        (hidden("np.dot(dZ1, X.T)", "np.dot(X, dZ1.T)"), "dW1 is transposed"),
        (hidden("X.T", "X"), "The inner sizes do not agree"),
    ],
    "initialize": [
        (
            initialize(("scale * rng.standard_normal((n1, n0))", "np.zeros((n1, n0))")).replace(
                "scale * rng.standard_normal", "np.zeros"
            ),
            "All weights are zero",
        ),
        (INITIALIZE.replace("scale * rng.standard_normal", "scale * np.ones"), "All weights are equal"),
        (INITIALIZE.replace("scale * ", ""), "not multiplied by scale"),
        (INITIALIZE.replace("rng.standard_normal", "rng.random"), "rng.random draws from 0 to 1"),
        (
            INITIALIZE.replace("rng.standard_normal(", "rng.uniform(-1, 1, "),
            "These are uniform numbers",
        ),
        (
            "rng = np.random.default_rng(seed)\nW2 = scale * rng.standard_normal((n2, n1))\n"
            "W1 = scale * rng.standard_normal((n1, n0))\n"
            "return [(W1, np.zeros((n1, 1))), (W2, np.zeros((n2, 1)))]",
            "W2 is drawn before W1",
        ),
        (
            "rng = np.random.default_rng(seed)\nparams = []\nfor n, n_prev in [(n1, n0), (n2, n1)]:\n"
            "    W = scale * rng.standard_normal((n, n_prev))\n    b = scale * rng.standard_normal((n, 1))\n"
            "    params.append((W, b))\nreturn params",
            "The biases are random too",
        ),
        (initialize(("W2 = scale * rng", "W2 = scale * np.random.default_rng(seed)")), "so W2 repeats W1"),
        (initialize(("(n1, n0)", "(n0, n1)"), ("((n2, n1)", "((n1, n2)")), "The weights are transposed"),
        (initialize(("np.zeros((n1, 1)), np.zeros((n2, 1))", "np.zeros(n1), np.zeros(n2)")), "The biases have rank 1"),
        (initialize(("(n1, 1)), np.zeros((n2, 1))", "(1, n1)), np.zeros((1, n2))")), "The biases are rows"),
        (INITIALIZE.replace("rng.standard_normal", "np.random.randn"), "A tuple was given where separate sizes"),
        (initialize((", (W2, b2)]", "]")), "The second layer is missing"),
        (initialize(("[(W1, b1), (W2, b2)]", "[W1, b1, W2, b2]")), "in one flat list"),
        (INITIALIZE.replace("scale *", "np.sqrt(scale) *"), "not the variance"),
    ],
    "update": [
        (
            "for (W, b), (dW, db) in zip(params, gradients):\n    W -= learning_rate * dW\n"
            "    b -= learning_rate * db\nreturn params",
            "caller's own arrays",
        ),
        (update("[(W1 + r * dW1, b1 + r * db1), (W2 + r * dW2, b2 + r * db2)]"), "the gradient is added"),
        (update("[(W1 - dW1, b1 - db1), (W2 - dW2, b2 - db2)]"), "The learning rate is missing"),
        (update("[(W1 - r * dW1, b1 - r * db1), (W2, b2)]"), "Only the first layer has moved"),
        (update("[(W1, b1), (W2 - r * dW2, b2 - r * db2)]"), "Only the second layer has moved"),
        (update("[(W1 - r * dW1, b1), (W2 - r * dW2, b2)]"), "The biases have not moved"),
        (update("[(W1, b1 - r * db1), (W2, b2 - r * db2)]"), "The weights have not moved"),
        (update("[(W1 - r * dW1, b1 - db1), (W2 - r * dW2, b2 - db2)]"), "by their whole derivative"),
        (update("[(W1 - r * dW2, b1 - r * db2), (W2 - r * dW1, b2 - r * db1)]"), "The layers' derivatives"),
        (update("[(b1 - r * db1, W1 - r * dW1), (b2 - r * db2, W2 - r * dW2)]"), "W and b have changed places"),
        (update("params"), "Nothing has moved"),
        (update("[(-r * dW1, -r * db1), (-r * dW2, -r * db2)]"), "These are only the steps"),
    ],
    "train": [
        (train(("    params = update", "    new = update")), "update returns new ones, and they must be kept"),
        (train(("\nreturn", "\n    return")), "Only one step counts"),
        (train(("range(iterations)", "range(1, iterations)")), "One step is missing"),
        (train(("range(iterations)", "range(iterations + 1)")), "one step too many"),
        (train(("gradients, learning_rate)", "gradients, -learning_rate)")), "The steps go uphill"),
        (
            train(
                (
                    "for _ in range(iterations):\n    A1, A2 = forward(params, X)\n    gradients",
                    "A1, A2 = forward(params, X)\ngradients",
                ),
                ("\n    params = update", "\nfor _ in range(iterations):\n    params = update"),
            ),
            "The gradient is computed once",
        ),
        (
            train(
                (
                    "for _ in range(iterations):\n    A1, A2 = forward(params, X)",
                    "A1, A2 = forward(params, X)\nfor _ in range(iterations):",
                )
            ),
            "forward runs once",
        ),
        (
            train(("initialize(*layer_sizes(X, Y, n1), seed)", "initialize(*layer_sizes(X, Y, n1), seed, scale=0)")),
            "It starts from zeros",
        ),
        (train((", seed)", ", 0)")), "The seed is not given"),
        (train(("update(params, gradients,", "update(gradients, params,")), "have changed places in update"),
        (train(("return params", "return params, forward(params, X)")), "with the activations beside them"),
    ],
}
