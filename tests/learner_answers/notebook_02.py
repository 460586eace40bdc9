"""Wrong answers to the exercises of notebook 02."""

from learner_answers import Answers

# What both gradients get wrong: with loops and without.
GRADIENT = [
    ("dZ = (Y - A) / Y.size; return [(X @ dZ.T, dZ.sum())]", "this is y - a"),
    ("dZ = A - Y; return [(X @ dZ.T, dZ.sum())]", "comes out without 1/m"),
    ("n, m = X.shape; dZ = A - Y; return [(X @ dZ.T / n, dZ.sum() / n)]", "if you divide by n"),
    ("dZ = (A - Y) / Y.size; return [(X @ dZ.T / Y.size, np.mean(dZ))]", "m divides twice, for instance"),
    ("dZ = A - Y; return [(X @ dZ.T, np.mean(dZ))]", "dw lacks its 1/m"),
    ("dZ = A - Y; return [(X @ dZ.T / Y.size, np.sum(dZ))]", "db lacks its 1/m"),
    ("dZ = A - Y; return [(X @ dZ.T / Y.size, 0.0)]", "db is still 0"),
    ("dZ = (A - Y) * A * (1 - A) / Y.size; return [(X @ dZ.T, dZ.sum())]", "is for the squared error"),
    ("dZ = A / Y.size; return [(X @ dZ.T, dZ.sum())]", "dz is a here"),
    ("db = np.mean(A - Y); return [(np.full((len(X), 1), db), db)]", "x is missing from dw"),
    ("dZ = (A - Y) / Y.size; return X @ dZ.T, dZ.sum()", "a network is a list of layers"),
    ("dZ = (A - Y) / Y.size; return [(X @ dZ.T / Y.size, dZ.sum())]", "m divides twice in dw"),
    ("dZ = (A - Y) / Y.size; return [(X @ dZ.T, np.mean(dZ))]", "m divides twice in db"),
]
LOOP = """
n, m = X.shape
dw, db = np.zeros((n, 1)), 0.0
for i in range(m):
    dz = A[0, i] - Y[0, i]
    for j in range(n):
        dw[j, 0] += X[j, i] * dz
    db += dz
return [(dw / m, db / m)]
"""

FORK = """
s, t = a + b, max(b, c)
ds, dt = t, s
da = ds
db = ds + dt * (b > c)
dc = dt * (c > b)
return da, db, dc
"""


def fork(right: str, typed: str) -> str:
    """The way back through the fork, with something typed differently."""
    assert FORK.count(right) == 1
    return FORK.replace(right, typed)


def loop(*changes: tuple[str, str]) -> str:
    """The two loops as they should be, with something typed differently."""
    text = LOOP
    for right, typed in changes:
        assert text.count(right) == 1
        text = text.replace(right, typed)
    return text


def trained(steps: str = "range(iterations)", rate: str = "learning_rate") -> str:
    """The loop of training, with something typed differently."""
    return (
        f"for _ in {steps}:\n    A = forward(params, X)\n"
        f"    params = update(params, backward(params, A, X, Y), {rate})\nreturn params"
    )


ANSWERS: Answers = {
    "sigmoid": [
        ("1 / (1 + np.exp(Z))", "needs its minus sign"),
        ("1 / 1 + np.exp(-Z)", "and 1 is to be divided by it"),
        ("1 / np.exp(-Z)", "grows past 1"),
        ("1 / (1 + math.exp(-Z))", "takes one number, not an array"),
        ("np.array([1 / (1 + math.exp(-z)) for z in Z.ravel()]).reshape(Z.shape)", "fails for large numbers"),
        ("np.exp(Z) / (np.exp(Z) + 1)", "overflow to inf"),
        ("np.round(1 / (1 + np.exp(-Z)))", "perceptron's step"),
        ("np.tanh(Z)", "That is tanh"),
        ("A = 1 / (1 + np.exp(-Z)); return A * (1 - A)", "slope of the sigmoid"),
        ("E = np.exp(Z); return E / E.sum()", "mixes the examples"),
        ("1 / (1 + 2.718 ** (-Z))", "only four digits"),
    ],
    "forward": [
        ("[(w, b)] = params; return sigmoid(w @ X + b)", "and w is (n, 1)"),
        ("[(w, b)] = params; return sigmoid(X @ w + b)", "The factors have changed places"),
        ("[(w, b)] = params; return sigmoid(w.T @ X.T + b)", "already has one example a column"),
        ("[(w, b)] = params; return sigmoid(X.T @ w + b)", "they are in a column"),
        ("[(w, b)] = params; return sigmoid(w.T @ X)", "without the bias"),
        ("[(w, b)] = params; return sigmoid(w.T @ X) + b", "b is added after the sigmoid"),
        ("[(w, b)] = params; return w.T @ X + b", "These are the scores Z"),
        ("[(w, b)] = params; return sigmoid(w * X + b)", "multiplies element by element"),
        ("[(w, b)] = params; return sigmoid((w * X).sum() + b)", "all examples into one score"),
        ("[(w, b)] = params; return np.tanh(w.T @ X + b)", "they went through tanh"),
        ("[(w, b)] = params; return np.round(sigmoid(w.T @ X + b))", "These are classes, 0 or 1"),
    ],
    "predict": [
        ("forward(params, X)", "These are the probabilities"),
        ("[(w, b)] = params; return (w.T @ X + b > 0.5) * 1", "The score z is compared with 0.5"),
        ("np.where(forward(params, X) > 0.5, 0, 1)", "The classes have changed places"),
        ("np.where(forward(params, X) > 0, 1, 0)", "Everything is 1"),
        ("forward(params, X).astype(int)", "Everything is 0"),
        ("np.where(forward(params, X) >= threshold, 1, 0)", "exactly at the threshold"),
        ("np.where(forward(params, X) > 0.5, 1, -1)", "The classes here are -1 and 1"),
        ("1 if forward(params, X) > 0.5 else 0", "`if` needs one True or False"),
        ("(forward(params, X) > 0.5)[0]", "in shape (m,)"),
        ("A = forward(params, X); A[A > 0.5] = 1; return A", "the others are still probabilities"),
        ("np.argmax(forward(params, X), axis=0)", "argmax chooses among several rows"),
    ],
    "cost": [
        ("np.mean(Y * np.log(A) + (1 - Y) * np.log(1 - A))", "The minus in front is missing"),
        ("-np.sum(Y * np.log(A) + (1 - Y) * np.log(1 - A))", "This is the sum over the examples"),
        ("-np.mean(Y * np.log(A))", "Only y log a is there"),
        ("-np.mean((1 - Y) * np.log(1 - A))", "Only (1 - y) log(1 - a) is there"),
        ("np.mean(-Y * np.log(A) + (1 - Y) * np.log(1 - A))", "reaches the first term only"),
        ("-np.mean(Y * np.log(A) + (1 - Y) * np.log(A))", "whatever its label"),
        ("-np.mean(Y * np.log(A) + (1 - Y) * (1 - np.log(A)))", "The subtraction goes inside"),
        ("-np.mean(A * np.log(Y) + (1 - A) * np.log(1 - Y))", "A and Y have changed places"),
        ("-np.mean(Y * np.log(A) + (1 - Y) * np.log(1 - A), keepdims=True)", "it comes in an array"),
        ("-(Y @ np.log(A) + (1 - Y) @ np.log(1 - A)) / Y.size", "Two rows have no matrix product"),
        ("-(Y.T @ np.log(A) + (1 - Y).T @ np.log(1 - A)) / Y.size", "pairs every label with every answer"),
        ("-Y * np.log(A) - (1 - Y) * np.log(1 - A)", "These are the losses"),
        ("-np.mean(Y * np.log(A) + (1 - Y) * np.log(1 - A), axis=0)", "axis=0 runs down the columns"),
        ("-np.mean(Y * np.log10(A) + (1 - Y) * np.log10(1 - A))", "base 10"),
        ("-np.mean(Y * np.log2(A) + (1 - Y) * np.log2(1 - A))", "base 2"),
        ("np.sum((Y - A) ** 2) / Y.size", "That is the mean squared error"),
        ("np.sum((Y - A) ** 2) / (2 * Y.size)", "That is half the mean squared error"),
        ("np.mean(abs(Y - A))", "the mean distance"),
        ("A = np.clip(A, 1e-8, 1 - 1e-8); return -np.mean(Y * np.log(A) + (1 - Y) * np.log(1 - A))", "are clipped"),
        ("-np.mean(Y * np.log(A + 1e-5) + (1 - Y) * np.log(1 - A + 1e-5))", "added inside the logarithm"),
        ("-np.mean(Y * np.log(A) + (1 - Y) * np.log(1 - A)) / Y.size", "m divides twice here"),
    ],
    "fork_backward": [
        (fork("db = ds +", "db = ds\ndb ="), "only what comes back through max"),
        (fork("ds + dt * (b > c)", "ds"), "only what comes back through the sum"),
        (fork("ds + dt", "ds * dt"), "The two parts of db are multiplied"),
        (fork("ds, dt = t, s", "ds, dt = s, t"), "ds and dt have changed places"),
        (FORK.replace(" * (b > c)", "").replace(" * (c > b)", ""), "max hands its derivative to both"),
        (FORK.replace("b > c", "b < c").replace("c > b", "c < b"), "to the smaller one"),
        (FORK.replace("(b > c)", "b * (b > c)").replace("(c > b)", "c * (c > b)"), "taken to be its value t"),
        ("da, db, dc = 1, 1 + (b > c), c > b; return da, db, float(dc)", "slopes of the first gates alone"),
        (
            FORK.replace("dt * (b > c)", "(b > c)").replace("dt * (c", "1.0 * (c"),
            "dt is missing on the way",
        ),
        (fork("da, db, dc", "s, t, s * t"), "the values s, t and J"),
        (fork("da, db, dc", "ds, dt"), "One gate further back"),
        (fork("da, db, dc", "dc, db, da"), "da and dc have changed places"),
    ],
    "backward_loops": [
        *GRADIENT,
        (loop(("dw[j, 0] += ", "dw[j, 0] = "), ("db += dz", "db = dz")), "Only the last example is left"),
        (loop(("dw[j, 0] += ", "dw[j, 0] = ")), "dw holds the last example alone"),
        (loop(("    db += dz", "        db += dz")), "once for every feature"),
        (loop(("return", "    return")), "Only the first example is counted"),
        (loop(("range(m)", "range(m - 1)")), "The last example is left out"),
        (loop(("range(m)", "range(1, m)")), "The first example is left out"),
        (loop(("X[j, i]", "X[i, j]")), "The indices of X have changed places"),
        (loop(("n, m =", "m, n =")), "The two sizes of X have changed places"),
        (loop(("A[0, i] - Y[0, i]", "A[i] - Y[i]")), "A[i] asks for a row that is not there"),
        (loop(("return [(dw /", "return [(dw[:, 0] /")), "dw has shape (n,)"),
    ],
    "backward": [
        *GRADIENT,
        ("dZ = (A - Y) / Y.size; return [(dZ @ X.T, dZ.sum())]", "dw is a row"),
        ("dZ = (A - Y) / Y.size; return [(X.T @ dZ.T, dZ.sum())]", "X.T puts the examples"),
        ("dZ = (A - Y) / Y.size; return [(X @ dZ, dZ.sum())]", "The inner sizes must agree"),
        ("dZ = (A - Y) / Y.size; return [(np.sum(X * dZ, axis=1), dZ.sum())]", "dw has shape (n,)"),
        ("dZ = (A - Y) / Y.size; return [(X * dZ, dZ.sum())]", "adds nothing up"),
        ("dZ = (A - Y) / Y.size; return [(np.sum(X * dZ, axis=0), dZ.sum())]", "The sum runs over the features"),
        ("dZ = (A - Y) / Y.size; return [(np.sum(X * dZ), dZ.sum())]", "np.sum without an axis"),
        ("dZ = (A - Y) / Y.size; return [(X @ dZ.T, np.sum(dZ, axis=0))]", "axis=0 runs down the columns of dZ"),
        ("dZ = (A - Y) / Y.size; return [(X @ dZ.T, dZ)]", "db is dZ itself"),
    ],
    "update": [
        (
            "[(w, b)] = params; [(dw, db)] = gradients; w -= learning_rate * dw; b -= learning_rate * db\n"
            "return [(w, b)]",
            "caller's own arrays",
        ),
        *(
            (f"[(w, b)], [(dw, db)] = params, gradients; return {answer}", words)
            for answer, words in [
                ("[(w + learning_rate * dw, b + learning_rate * db)]", "the gradient is added"),
                ("[(w - dw, b - db)]", "The learning rate is missing"),
                ("[(w - learning_rate * dw, b - db)]", "b moved by the whole db"),
                ("[(w - learning_rate * dw, b)]", "w moved, but b did not"),
                ("[w - learning_rate * dw]", "The new w alone is there"),
                ("w - learning_rate * dw, b - learning_rate * db", "a network is a list of layers"),
                ("[(w - learning_rate * db, b - learning_rate * dw)]", "dw and db have changed places"),
                ("[(w - learning_rate**2 * dw, b - learning_rate**2 * db)]", "is applied twice"),
                ("[(w - dw / learning_rate, b - db / learning_rate)]", "makes huge steps"),
                ("[(-learning_rate * dw, -learning_rate * db)]", "This is only the step"),
                ("[(w, b)]", "Nothing has moved"),
            ]
        ),
    ],
    "train": [
        *(
            (f"params = [(np.zeros((X.shape[0], 1)), 0.0)]\n{answer}", words)
            for answer, words in [
                ("return params", "Nothing was trained"),
                (trained("range(iterations - 1)"), "One step too few"),
                (trained("range(iterations + 1)"), "One step too many"),
                (trained("range(1, iterations)"), "One step too few"),
                (
                    "for _ in range(iterations):\n    [(dw, db)] = backward(params, forward(params, X), X, Y)\n"
                    "    params = update(params, [(-dw, -db)], learning_rate)\nreturn params",
                    "uphill",
                ),
                (trained(rate="1.0"), "The learning rate that was given is not used"),
                (f"{trained()}[0]", "a network is a list of layers"),
                (trained().replace("return", "    return"), "after the first step"),
                (
                    "A = forward(params, X)\nfor _ in range(iterations):\n"
                    "    params = update(params, backward(params, A, X, Y), learning_rate)\nreturn params",
                    "A is worked out once",
                ),
                (
                    "gradients = backward(params, forward(params, X), X, Y)\nstart = params\n"
                    "for _ in range(iterations):\n    params = update(start, gradients, learning_rate)\nreturn params",
                    "after the first step",
                ),
                (f"{trained()[: trained().rindex('return')]}return forward(params, X)", "These are the answers"),
            ]
        ),
    ],
}
