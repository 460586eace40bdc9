"""Wrong answers to the exercises of notebook 06."""

from learner_answers import Answers

HOT = """
Y = np.zeros((C, len(labels)))
Y[labels, np.arange(len(labels))] = 1
return Y
"""
HOT_LOOP = """
Y = np.zeros((C, len(labels)))
for i in range(len(labels)):
    Y[labels[i], i] = 1
return Y
"""
LOSS = "-np.sum(Y * np.log(A), axis=0, keepdims=True)"
BATCHES = """
order = rng.permutation(X.shape[1])
batches = []
for k in range(0, X.shape[1], batch_size):
    chosen = order[k:k + batch_size]
    batches.append((X[:, chosen], Y[:, chosen]))
return batches
"""
STEP = """
v = beta * v - learning_rate * dw
return w + v, v
"""
EPOCHS = """
v = np.zeros(w.shape)
for rate in rates:
    for X_batch, Y_batch in mini_batches(X, Y, batch_size, rng):
        dw = gradient(w, X_batch, Y_batch)
        w, v = momentum_step(w, v, dw, rate, beta)
return w
"""
DROP = """
mask = rng.random(A.shape) < keep
return A * mask / keep, mask
"""
PENALTY = """
new = []
for (dW, db), (W, b) in zip(gradients, params):
    new.append((dW + l2 / m * W, db))
return new
"""
STOP = """
best = np.argmin(costs)
return len(costs) - 1 - best >= patience
"""


def change(text: str, *changes: tuple[str, str]) -> str:
    """A right answer with something typed differently."""
    for right, typed in changes:
        assert text.count(right) == 1, right
        text = text.replace(right, typed)
    return text


ANSWERS: Answers = {
    "one_hot": [
        ("np.eye(C)[labels]", "Each example is a row here"),
        ("np.eye(C)[:, labels - 1]", "one row too high"),
        ("np.eye(C + 1)[:, labels]", "There is one row too many"),
        ("np.eye(labels.max() + 1)[:, labels]", "The rows end with the largest label"),
        ("np.eye(len(np.unique(labels)))[:, labels]", "The rows are those of the labels that come"),
        ("np.array([labels == k for k in np.unique(labels)]) * 1.0", "has lost its row"),
        (change(HOT, ("[labels, np.arange(len(labels))]", "[labels]")), "Whole rows are filled with 1"),
        (change(HOT, ("[labels, np.arange(len(labels))]", "[:, labels]")), "The labels choose columns here"),
        (change(HOT, ("[labels, np.arange(len(labels))]", "[np.arange(len(labels)), labels]")), "in the index"),
        (change(HOT_LOOP, ("\nreturn", "\n    return")), "Only the first example has its 1"),
        (
            "for i in range(len(labels)):\n    Y = np.zeros((C, len(labels)))\n    Y[labels[i], i] = 1\nreturn Y",
            "Only the last example has its 1",
        ),
        (change(HOT, ("= 1\n", "= labels\n")), "The label itself stands in its row"),
        ("(np.arange(C).reshape(C, 1) != labels) * 1.0", "each column has a single 0"),
        ("np.eye(C)[::-1][:, labels]", "upside down"),
        ("np.eye(C)[:, labels[::-1]]", "in the reverse order"),
        (change(HOT_LOOP, ("= 1\n", "== 1\n")), "All of it is 0"),
        ("labels.reshape(1, -1)", "the labels in one row"),
        ("(labels <= np.arange(C).reshape(C, 1)) * 1.0", "ones below the class too"),
    ],
    "cross_entropy": [
        (LOSS[1:], "The minus is missing"),
        (change(LOSS, ("axis=0", "axis=1")), "one number for each class"),
        (change(LOSS, ("axis=0, keepdims=True", "axis=1")), "and leaves C numbers"),
        ("np.mean(-np.sum(Y * np.log(A), axis=0))", "the mean over the examples: the cost"),
        (change(LOSS, (", axis=0, keepdims=True", "")), "the sum over the examples too"),
        ("-np.mean(Y * np.log(A))", "the mean over classes and examples"),
        (change(LOSS, ("np.sum", "np.mean")), "divided by the number of classes"),
        (f"{LOSS} / A.shape[1]", "It is divided by m"),
        (f"{LOSS} / A.size", "all the numbers of Y"),
        (change(LOSS, ("Y * np.log(A)", "Y * np.log(A) + (1 - Y) * np.log(1 - A)")), "as for one sigmoid unit"),
        (
            "-np.mean(Y * np.log(A) + (1 - Y) * np.log(1 - A), axis=0, keepdims=True)",
            "and a mean over the classes",
        ),
        (change(LOSS, ("Y * np.log(A)", "(1 - Y) * np.log(1 - A)")), "the classes that are not true"),
        (change(LOSS, ("Y * ", "")), "Y is missing"),
        (change(LOSS, ("Y * np.log(A)", "A * np.log(Y)")), "A logarithm is taken where a label is 0"),
        (change(LOSS, ("Y * ", "A * ")), "A stands where Y should"),
        (change(LOSS, ("np.log(", "np.log2(")), "to base 2"),
        (change(LOSS, ("np.log(", "np.log10(")), "to base 10"),
        ("-(Y * np.log(A))", "Nothing is added up"),
        ("-Y.T @ np.log(A)", "the answers of all"),
        ("-Y @ np.log(A).T", "every class meets every class"),
        ("-np.log(A[Y == 1]).reshape(1, -1)", "picks the right probabilities row by row"),
        ("-np.log(A[Y == 1])", "picks the right probabilities row by row"),
        ("-np.log(np.max(A, axis=0, keepdims=True))", "the largest probability"),
        ("-np.sum(Y * A, axis=0, keepdims=True)", "The logarithm is missing"),
        ("1 - np.sum(Y * A, axis=0, keepdims=True)", "1 minus the probability"),
        ("np.sum((A - Y)**2, axis=0, keepdims=True)", "the squared error"),
        (change(LOSS, ("np.log(A)", "np.log(np.clip(A, 1e-6, 1 - 1e-6))")), "The probabilities are clipped"),
        (change(LOSS, ("np.log(A)", "np.log(np.maximum(A, 1e-8))")), "The probabilities are clipped"),
        (change(LOSS, ("np.log(A)", "np.log(A + 1e-9)")), "added inside the logarithm"),
    ],
    "mini_batches": [
        (change(BATCHES, ("Y[:, chosen]", "Y[:, k:k + batch_size]")), "X is shuffled, and Y is not"),
        (change(BATCHES, ("X[:, chosen]", "X[:, k:k + batch_size]")), "Y is shuffled, and X is not"),
        (change(BATCHES, ("rng.permutation(X.shape[1])", "np.arange(X.shape[1])")), "The examples are not shuffled"),
        (
            change(BATCHES, ("range(0, X.shape[1], b", "range(0, X.shape[1] - batch_size + 1, b")),
            "The last batch is dropped",
        ),
        (change(BATCHES, ("\nreturn batches", "\n    return batches")), "Only the first batch comes"),
        (
            change(
                BATCHES,
                ("Y[:, chosen]", "Y[:, other[k:k + batch_size]]"),
                ("batches = []", "batches = []\nother = rng.permutation(X.shape[1])"),
            ),
            "X and Y have an order each",
        ),
        (
            change(BATCHES, ("order[k", "rng.permutation(X.shape[1])[k"), ("order = rng.permutation(X.shape[1])", "")),
            "A new order is drawn for each batch",
        ),
        (
            change(
                BATCHES,
                ("batches = []", "order = np.resize(order, -(-len(order) // batch_size) * batch_size)\nbatches = []"),
                ("range(0, X.shape[1]", "range(0, len(order)"),
            ),
            "filled up with examples",
        ),
        (
            change(BATCHES, ("rng.permutation(X.shape[1])", "rng.integers(0, X.shape[1], X.shape[1])")),
            "drawn with repetition",
        ),
        (change(BATCHES, ("rng.perm", "np.random.default_rng(0).perm")), "The order is the same in every epoch"),
        (change(BATCHES, ("X.shape[1])\nbatches", "X.shape[1])[::-1]\nbatches")), "from its end"),
    ],
    "momentum_step": [
        (change(STEP, ("w + v", "w - v")), "this climbs"),
        ("w = w + v\nv = beta * v - learning_rate * dw\nreturn w, v", "w moves by the old velocity"),
        (change(STEP, ("- learning", "+ learning")), "The gradient is added"),
        ("v = v - beta * learning_rate * dw\nreturn w + v, v", "beta stands at the gradient"),
        ("v = beta * v + learning_rate * dw\nreturn w - v, v", "w is right, but this velocity points uphill"),
        (change(STEP, ("beta * v", "v")), "beta is missing"),
        (change(STEP, ("learning_rate * dw", "dw")), "The learning rate is missing"),
        (change(STEP, ("w + v", "w - learning_rate * dw")), "w makes a plain step"),
        ("v = learning_rate * (beta * v - dw)\nreturn w + v, v", "multiplies the old velocity too"),
        (change(STEP, ("- learning", "- (1 - beta) * learning")), "as in a running mean"),
        ("v = beta * v + dw\nreturn w - learning_rate * v, v", "the form of some frameworks"),
        ("v = beta * v + (1 - beta) * dw\nreturn w - learning_rate * v, v", "a running mean of the slopes"),
        (change(STEP, ("w + v, v", "v, w + v")), "in the other order"),
        (change(STEP, ("w + v, v", "w + v")), "it comes alone"),
    ],
    "inverse_time_decay": [
        ("learning_rate / (1 + decay) ** epoch", "again and again"),
        ("learning_rate / (1 + decay ** epoch)", "decay is raised to a power"),
        ("learning_rate / (1 + decay * (epoch + 1))", "the rate of the next epoch"),
        ("learning_rate // (1 + decay * epoch)", "leaves only whole numbers"),
        ("learning_rate * decay ** epoch", "This multiplies by decay"),
        ("learning_rate / 1 + decay * epoch", "The brackets are missing"),
        ("learning_rate / (1 + decay)", "The epoch is missing"),
        ("learning_rate / (1 + epoch)", "decay is missing"),
        ("learning_rate * (1 + decay * epoch)", "The rate grows"),
        ("learning_rate * (1 - decay * epoch)", "along a straight line"),
        ("1 / (1 + decay * epoch)", "The first rate is missing"),
    ],
    "train_epochs": [
        (change(EPOCHS, ("w, v = mom", "new, v = mom")), "This is w as it came"),
        (change(EPOCHS, ("\nreturn", "\n        return")), "Only one step is taken"),
        (change(EPOCHS, ("\nreturn", "\n    return")), "Only the first epoch counts"),
        (
            change(
                EPOCHS,
                ("v = np.zeros(w.shape)", "v = np.zeros(w.shape)\nbatches = mini_batches(X, Y, batch_size, rng)"),
                ("in mini_batches(X, Y, batch_size, rng)", "in batches"),
            ),
            "Only the first epoch counts",
        ),
        (change(EPOCHS, ("rate, beta)", "rate, beta)\n        break")), "Only the first mini-batch"),
        (
            change(EPOCHS, ("        dw", "        pass\n    dw"), ("        w,", "    w,")),
            "Does the step stand after the inner loop",
        ),
        (
            change(
                EPOCHS, ("    for X_batch, Y_batch in mini_batches(X, Y, batch_size, rng):", "    if True:")
            ).replace("_batch", ""),
            "batch gradient descent",
        ),
        (change(EPOCHS, ("w, X_batch, Y_batch", "w, X, Y")), "that of all the examples"),
        (
            change(EPOCHS, ("    for X", "    start = w\n    for X"), ("(w, X_b", "(start, X_b")),
            "where the epoch began",
        ),
        (
            change(EPOCHS, ("        dw", "        if X_batch.shape[1] < batch_size: break\n        dw")),
            "that is smaller is dropped",
        ),
        (
            change(
                EPOCHS,
                (
                    "for X_batch, Y_batch in mini_batches(X, Y, batch_size, rng):",
                    "for k in range(0, X.shape[1], batch_size):",
                ),
                ("w, X_batch, Y_batch", "w, X[:, k:k + batch_size], Y[:, k:k + batch_size]"),
            ),
            "as they stand",
        ),
        (
            change(
                EPOCHS,
                (
                    "for X_batch, Y_batch in mini_batches(X, Y, batch_size, rng):",
                    "X_new = X[:, rng.permutation(X.shape[1])]\n    for k in range(0, X.shape[1], batch_size):",
                ),
                ("w, X_batch, Y_batch", "w, X_new[:, k:k + batch_size], Y[:, k:k + batch_size]"),
            ),
            "X is shuffled, and Y is not",
        ),
        (
            change(
                EPOCHS,
                (
                    "v = np.zeros(w.shape)",
                    "v = np.zeros(w.shape)\nbatches = list(mini_batches(X, Y, batch_size, rng))",
                ),
                ("in mini_batches(X, Y, batch_size, rng)", "in batches"),
            ),
            "All epochs have the same mini-batches",
        ),
        (change(EPOCHS, ("size, rng)", "size, np.random.default_rng(1))")), "a generator of its own"),
        (change(EPOCHS, ("v, dw", "np.zeros(w.shape), dw")), "These are plain steps"),
        (
            change(EPOCHS, ("\nv = np.zeros(w.shape)", ""), ("rates:\n", "rates:\n    v = np.zeros(w.shape)\n")),
            "begins at 0 again in each epoch",
        ),
        (change(EPOCHS, ("dw, rate,", "dw, rates[0],")), "All epochs have the first rate"),
        (change(EPOCHS, ("dw, rate,", "dw, rates[-1],")), "All epochs have the last rate"),
        (change(EPOCHS, ("in rates", "in rates[::-1]")), "in the reverse order"),
        (change(EPOCHS, ("in rates", "in rates[:-1]")), "The last epoch is missing"),
        (change(EPOCHS, ("in rates", "in rates[1:]")), "The first epoch is missing"),
        (
            change(
                EPOCHS,
                ("for rate in rates:\n    for X", "for X"),
                ("size, rng):", "size, rng):\n    for rate in rates:"),
            ),
            "nested the other way round",
        ),
        (change(EPOCHS, ("dw, rate", "-dw, rate")), "The steps go uphill"),
        (change(EPOCHS, ("rate, beta", "beta, rate")), "The rate and beta have changed places"),
        (change(EPOCHS, ("w, v =", "w =")), "both went into w"),
        (change(EPOCHS, ("w, v =", "v, w =")), "w and v have changed places"),
        (
            change(
                EPOCHS,
                ("for rate in rates:\n    for X_batch, Y_batch in", "for rate, (X_batch, Y_batch) in zip(rates,"),
                ("size, rng):", "size, rng)):"),
            ).replace("        ", "    "),
            "Each mini-batch has the next rate",
        ),
    ],
    "dropout_forward": [
        (change(DROP, (" / keep", "")), "nothing is rescaled"),
        (change(DROP, ("< keep", "> keep")), "It stays where the number is less than keep"),
        (change(DROP, ("< keep", "< 1 - keep")), "keep is the share that stays"),
        (change(DROP, ("A.shape", "(A.shape[0], 1)")), "There is one column for all examples"),
        (change(DROP, ("/ keep", "* keep")), "the mean falls even more"),
        (
            change(
                DROP, ("rng.random(A.shape) < keep", "np.repeat(rng.random((len(A), 1)) < keep, A.shape[1], axis=1)")
            ),
            "All examples have the same mask",
        ),
        (change(DROP, ("A.shape", "(1, A.shape[1])")), "A whole example is silenced"),
        (change(DROP, ("rng.random(", "np.random.default_rng(0).random(")), "The mask is the same in every pass"),
        (change(DROP, ("rng.random(A.shape)", "rng.normal(size=A.shape)")), "These numbers are normal"),
        (change(DROP, ("rng.random(A.shape) < keep", "rng.binomial(1, keep, A.shape)")), "the right chance"),
        (change(DROP, ("keep, mask", "keep")), "it comes alone"),
        (change(DROP, ("A * mask / keep, mask", "mask, A * mask / keep")), "in the other order"),
        ("mask = rng.random(A.shape) < keep\nA *= mask\nA /= keep\nreturn A, mask", "A itself is overwritten"),
    ],
    "dropout_backward": [
        ("dA * mask", "The division by keep is missing"),
        ("dA / keep", "The mask is missing"),
        ("dA * mask * keep", "It is multiplied by keep"),
        ("dA.copy()", "This is dA as it came"),
        ("dA * mask / (1 - keep)", "the share that is silent"),
        ("dA * ~mask / keep", "through the silent units only"),
        ("dA * (np.random.default_rng(0).random(dA.shape) < keep) / keep", "A new mask is drawn"),
        ("mask / keep", "dA is missing"),
        ("dA[mask] / keep", "loses their places"),
    ],
    "add_l2": [
        (change(PENALTY, ("W, db))", "W, db + l2 / m * b))")), "The biases are penalised too"),
        (change(PENALTY, ("l2 / m", "l2")), "1/m is missing"),
        (change(PENALTY, ("l2 / m", "2 * l2 / m")), "This is twice too much"),
        (change(PENALTY, ("dW + l2", "dW - l2")), "The penalty is subtracted"),
        (change(PENALTY, ("l2 / m", "l2 / (2 * m)")), "This is half of it"),
        (change(PENALTY, ("dW + l2", "l2")), "the gradient of the penalty alone"),
        (change(PENALTY, ("m * W", "m * W**2")), "The weights are squared"),
        (change(PENALTY, ("m * W", "m")), "The weights are missing"),
        (change(PENALTY, ("l2 / m * W", "W / m")), "l2 is missing"),
        (change(PENALTY, ("dW + l2 / m * W", "dW")), "This is the gradient as it came"),
    ],
    "should_stop": [
        (change(STOP, (">=", ">")), "It waits one epoch too long"),
        (change(STOP, (" - 1", "")), "It stops one epoch too early"),
        ("len(costs) > 1 and costs[-1] > costs[-2]", "Only the last two costs are compared"),
        ("np.argmin(costs[::-1]) >= patience", "A cost as low as the lowest"),
        (change(STOP, (">=", "<")), "This is True while training goes on"),
        ("len(costs) > patience and costs[-1] >= costs[-1 - patience]", "with a single earlier one"),
        ("costs[-1] > costs.min()", "The patience is missing"),
        ("len(costs) - 1 >= patience", "This counts all epochs"),
    ],
}
