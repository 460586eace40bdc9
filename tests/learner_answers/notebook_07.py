"""Wrong answers to the exercises of notebook 07."""

from learner_answers import Answers

GRID = """
rows = [[]]
for each in values:
    rows = [[*row, value] for row in rows for value in each]
return np.array(rows)
"""
DRAW = """
rng = np.random.default_rng(seed)
return np.exp(rng.uniform(np.log(low), np.log(high), count))
"""
SEARCH = """
runs = np.prod(counts) * seeds
return runs, runs * iterations
"""


BEST = """
rows = grid(values)
costs = np.array([run(*row) for row in rows])
best = choose(costs)
return rows[best], costs[best]
"""


def change(text: str, *changes: tuple[str, str]) -> str:
    """A right answer with something typed differently."""
    for right, typed in changes:
        assert text.count(right) == 1, right
        text = text.replace(right, typed)
    return text


def rows(*changes: tuple[str, str]) -> str:
    return change(GRID, *changes)


def draws(*changes: tuple[str, str]) -> str:
    return change(DRAW, *changes)


def returned(typed: str) -> str:
    return change(DRAW, (DRAW.strip().splitlines()[-1], f"return {typed}"))


def best(right: str, typed: str) -> str:
    return change(BEST, (right, typed))


def search(right: str, typed: str) -> str:
    return change(SEARCH, (right, typed))


ANSWERS: Answers = {
    "cost_of_search": [
        (search("np.prod(counts)", "sum(counts)"), "The counts are added"),
        (search("np.prod(counts) * seeds", "np.prod(counts)"), "The seeds are left out"),
        (search("* seeds", "+ seeds"), "The seeds are added"),
        (search("* seeds", "** seeds"), "raised to a power"),
        (search("np.prod(counts)", "len(counts)"), "This counts the hyperparameters"),
        (search("np.prod(counts)", "max(counts)"), "Only the largest count"),
        (search("np.prod(counts)", "counts[0]"), "Only the first count"),
        (search("np.prod(counts)", "counts"), "a number for each hyperparameter"),
        (search("runs * iterations", "iterations"), "those of a single run"),
        (search("runs * iterations", "np.prod(counts) * iterations"), "the steps forget the seeds"),
        (search("runs * iterations", "seeds * iterations"), "the steps are those of one combination"),
        (search("return runs, runs * iterations", "return runs"), "they come alone"),
    ],
    "grid": [
        ("np.array(list(zip(*values)))", "The first value goes with the first"),
        (
            "m = max(map(len, values)); return np.array([[v[k] if k < len(v) else np.nan for v in values] "
            "for k in range(m)])",
            "Each value is used once",
        ),
        (rows(("for row in rows for value in each", "for value in each for row in rows")), "the first column changes"),
        (rows(("in values:", "in values[::-1]:")), "The columns come in the opposite order"),
        (rows(("np.array(rows)", "np.array(rows).T")), "A run is a row"),
        ("np.stack([each.ravel() for each in np.meshgrid(*values)], axis=1)", "that of np.meshgrid"),
        (rows(("np.array(rows)", "np.array(rows).ravel()")), "All the numbers are in one long row"),
        (rows(("in values:", "in values[:2]:")), "Only the first two lists"),
        (rows(("for row in rows", "for row in [[]]")), "the values of the last list"),
        (rows(("\nreturn", "\n    return")), "return is inside the loop"),
        ("np.concatenate(values)", "one after the other"),
        (
            "first = [each[0] for each in values]; return np.array([[*first[:k], v, *first[k + 1:]] "
            "for k, each in enumerate(values) for v in each])",
            "One hyperparameter varies at a time",
        ),
        (rows(("np.array(rows)", "len(rows)")), "how many combinations there are"),
        (rows(("in values:", "in map(np.sort, values):")), "The values are sorted first"),
    ],
    "choose": [
        ("np.argmin(costs)", "A run that failed is chosen: nan counts"),
        ("np.nanargmax(costs)", "the run with the largest cost. The least"),
        ("np.argmax(costs)", "nan counts as larger still"),
        ("np.nanmin(costs)", "This is the least cost itself. Which"),
        ("min(costs.min(), 9e9) if not np.isnan(costs.min()) else np.nan", "This is the least cost itself, or nan"),
        ("np.flatnonzero(costs == np.nanmin(costs))[-1]", "this is the last one"),
        ("np.nanargmin(costs) + 1", "This counts from 1"),
        ("np.argmin([c for c in costs if not np.isnan(c)])", "those behind them have other numbers"),
        ("np.argmin(np.where(np.isnan(costs), 0, costs))", "nan has become 0"),
        (
            "best = 0\nfor k in range(len(costs)):\n    if costs[k] < costs[best]:\n        best = k\nreturn best",
            "The loop begins at run 0",
        ),
        ("np.nanargmin(abs(costs))", "The signs are dropped"),
        ("np.argsort(costs)", "all the runs in the order of their costs"),
        ("np.flatnonzero(costs == np.nanmin(costs))", "all the runs with the least cost"),
    ],
    "log_uniform": [
        (returned("rng.uniform(low, high, count)"), "The numbers themselves are uniform"),
        (returned("rng.uniform(np.log(low), np.log(high), count)"), "These are the logarithms"),
        (returned("rng.uniform(np.log10(low), np.log10(high), count)"), "the exponents of 10"),
        (draws(("np.log(low), np.log(high)", "np.log10(low), np.log10(high)")), "the logarithm is that of 10"),
        (returned("10 ** rng.uniform(np.log(low), np.log(high), count)"), "the logarithm is that of e"),
        (returned("np.log(rng.uniform(low, high, count))"), "The logarithm is taken after the draw"),
        (returned("np.log(rng.uniform(np.exp(low), np.exp(high), count))"), "log and exp have changed places"),
        ("np.geomspace(low, high, count)", "at equal distances on the log scale"),
        ("np.linspace(low, high, count)", "Draw their logarithms"),
        (draws((", count))", "))")), "This is a single number"),
        (draws(("default_rng(seed)", "default_rng(0)")), "the same whatever the seed is"),
        (returned("np.sort(np.exp(rng.uniform(np.log(low), np.log(high), count)))"), "but sorted"),
        (returned("np.exp(rng.uniform(np.log(low), np.log(high))) * np.ones(count)"), "and then repeated"),
        (draws(("rng.uniform", "rng.normal")), "normal, not uniform"),
    ],
    "grid_search": [
        (best("return rows[best]", "return best"), "The first thing is the number of the row"),
        (best("rows[best], costs[best]", "rows[best]"), "The row is right, and it comes alone"),
        (best("rows[best], costs[best]", "costs[best]"), "The cost is right, and it comes alone"),
        (best("choose(costs)", "np.nanargmax(costs)"), "This is the worst row"),
        (best("choose(costs)", "np.argmin(costs)"), "A run that failed is taken for the best"),
        ("for row in grid(values):\n    return row, run(*row)", "return is inside the loop"),
        ("for row in grid(values):\n    cost = run(*row)\nreturn row, cost", "This is the last row"),
        (
            best("choose(costs)", "np.flatnonzero(costs == np.nanmin(costs))[-1]"),
            "this is the last of them",
        ),
        (best("rows[best], costs[best]", "rows, costs"), "all the rows and all their costs"),
        (best("run(*row)", "run(row)"), "a whole row as one argument"),
        (best("grid(values)", "np.array(list(zip(*values)))"), "Only some combinations are tried"),
        (best("grid(values)", "grid([values[0]] + [v[:1] for v in values[1:]])"), "Only the first list is searched"),
    ],
}
