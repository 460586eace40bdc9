"""Wrong answers to the exercises of notebook 06."""

from learner_answers import Answers

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
