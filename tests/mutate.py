"""Are the tests of the mathematics good?  Each mutant is a module with one small change; a test has to fail on it.

    python tests/mutate.py                    10 mutants of each module
    python tests/mutate.py losses deep        of these alone; -n 50 takes 50 of each, --seed 1 other ones

Survivors are listed, and the exit code says whether there are any.  What can't be told from the original has its
reason in EQUIVALENT; a line there that is no mutant any more is an error.  A mutant that hangs counts as killed.
"""

import argparse
import ast
import copy
import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

COURSE = Path(__file__).parents[1]
LIMIT = 300  # seconds; a mutant that hangs counts as killed

# Module of helpers/ -> the test modules that belong to it.
TESTS = {
    "activations/formulas": ["activations"],
    "activations/softmax": ["activations"],
    "activations/activation": ["activations"],
    "losses": ["losses"],
    "labels": ["labels"],
    "parameters": ["parameters"],
    "initialization": ["initialization"],
    "datasets/surfaces": ["surfaces"],
    "faults": ["bug_hunt", "playground_faults"],
    "playground/features": ["playground_features"],
    "playground/outcomes": ["playground_presets"],
    "playground/presets": ["playground_presets"],
    "playground/function_text": ["playground_function_text"],
    "playground/points": ["playground_points"],
    "playground/own_points": ["playground_own_points"],
    "playground/csv_rows": ["playground_own_points"],
    "logistic": ["logistic"],
    "shallow": ["shallow"],
    "deep": ["deep"],
    "finite_differences": ["gradient_check"],
    "gradient_check": ["gradient_check"],
    "linear_layers": ["linear_layers"],
    "vectorization": ["vectorization"],
    "broadcasting": ["broadcasting"],
    "networks/formulas": ["span"],
    "networks/output_layers": ["deep"],
    "networks/model": ["deep", "training", "validation"],
    "networks/models": ["deep", "training"],
    "dropout": ["dropout"],
    "regularization": ["dropout"],
    "networks/dropout": ["dropout"],
    "training/steps": ["training"],
    "training/batches": ["mini_batches"],
    "training/epochs": ["mini_batches"],
    "training/checks": ["mini_batches", "training"],
    "training/early_stopping": ["mini_batches"],
    "training/train_epochs": ["mini_batches"],
    "training/mean_cost": ["mini_batches"],
    "training/schedules": ["mini_batches"],
    "training/optimizers": ["optimizers"],
    "training/fitting": ["training", "span"],
    "training/loop": ["training"],
    "training/in_place": ["deep", "training"],
    "training/span": ["span", "deep"],
    "validation/arrays": ["validation", "activations", "losses"],
    "validation/layers": ["validation", "parameters", "deep"],
    "validation/labels": ["validation", "losses", "training"],
    "validation/shapes": ["validation", "deep", "shallow", "logistic"],
    "validation/values": ["validation", "training"],
}

# (module, change as it is listed) -> why no test can tell it from the original.
EQUIVALENT: dict[tuple[str, str], str] = {
    (
        "labels",
        "return (classes == labels) * 1.0:  (classes == labels) * 1.0  ->  (classes == labels) / 1.0",
    ): "both turn True and False into 1.0 and 0.0",
    (
        "losses",
        "return loss(np.clip(A, eps, 1 - eps), Y):  np.clip(A, eps, 1 - eps)  ->  np.clip(eps, A, 1 - eps)",
    ): "the larger of two numbers is the same in either order",
    (
        "losses",
        "return np.maximum(Z, 0) - Y * Z + np.log1p(np.exp(-np.abs(Z))):  np.maximum(Z, 0)  ->  np.maximum(0, Z)",
    ): "the larger of two numbers is the same in either order",
    (
        "dropout",
        "mask = rng.random(A.shape) < keep:  rng.random(A.shape) < keep  ->  rng.random(A.shape) <= keep",
    ): "a number that is drawn equals keep once in 2**53 times",
    (
        "broadcasting",
        "sizes = dict(zip(own, shape, strict=True)):  True  ->  False",
    ): "combinations(range(count), len(shape)) are as long as the shape",
    (
        "activations/formulas",
        "def _check_slope(_Z: Array, slope: float = 0.01) -> None::  0.01  ->  0",
    ): "the default is only looked at, and both are slopes",
    (
        "activations/formulas",
        "return np.where(Z > 0, 1.0, 0.0):  np.where(Z > 0, 1.0, 0.0)  ->  np.where(1.0, Z > 0, 0.0)",
    ): "what is true is 1.0 once it is a float",
    (
        "activations/formulas",
        "return np.where(Z > 0, 1.0, 0.0):  np.where(Z > 0, 1.0, 0.0)  ->  np.where(1.0, Z > 0, 0.0) (2)",
    ): "what is true is 1.0 once it is a float",
    (
        "activations/formulas",
        "return np.where(A > 0, 1.0, 0.0):  np.where(A > 0, 1.0, 0.0)  ->  np.where(1.0, A > 0, 0.0)",
    ): "what is true is 1.0 once it is a float",
    (
        "activations/softmax",
        "E = np.exp(Z - np.max(Z, axis=0, keepdims=True)):  True  ->  False",
    ): "(C, m) - (m,) and (C,) - () broadcast to the same",
    (
        "activations/softmax",
        "return E / np.sum(E, axis=0, keepdims=True):  True  ->  False",
    ): "(C, m) / (m,) and (C,) / () broadcast to the same",
    (
        "networks/output_layers",
        "return np.where(A > 0.5, 1.0, 0.0):  np.where(A > 0.5, 1.0, 0.0)  ->  np.where(1.0, A > 0.5, 0.0)",
    ): "what is true is 1.0 beside a float",
    (
        "activations/activation",
        "return A * (dA - np.sum(A * dA, axis=0, keepdims=True)):  True  ->  False",
    ): "(C, m) - (m,) broadcasts to the same",
    (
        "datasets/surfaces",
        "return np.cos(2 * np.hypot(x1, x2)):  np.hypot(x1, x2)  ->  np.hypot(x2, x1)",
    ): "the distance from the origin has no order",
    (
        "playground/features",
        'Feature("x1", "x1", lambda x1, x2: x1),:  '
        "Feature('x1', 'x1', lambda x1, x2: x1)  ->  Feature('x1', 'x1', lambda x1, x2: x1)",
    ): "the name and its code are one text",
    (
        "playground/features",
        'Feature("x2", "x2", lambda x1, x2: x2),:  '
        "Feature('x2', 'x2', lambda x1, x2: x2)  ->  Feature('x2', 'x2', lambda x1, x2: x2)",
    ): "the name and its code are one text",
    (
        "playground/points",
        "m = min(max(round(share * points.shape[1]), 1), points.shape[1] - 1):  "
        "min(max(round(share * points.shape[1]), 1), points.shape[1] - 1)  ->  "
        "min(points.shape[1] - 1, max(round(share * points.shape[1]), 1))",
    ): "the smaller of two numbers has no order",
}

SWAPS = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Div,
    ast.Div: ast.Mult,
    ast.Pow: ast.Mult,
    ast.MatMult: ast.Mult,
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.And: ast.Or,
    ast.Or: ast.And,
    ast.BitAnd: ast.BitOr,
    ast.BitOr: ast.BitAnd,
}


def changes(node: ast.AST) -> Iterator[ast.AST]:
    """The node with one thing changed, in each way that we know."""
    if isinstance(node, (ast.BinOp, ast.BoolOp, ast.AugAssign)) and type(node.op) in SWAPS:
        yield _with(node, op=SWAPS[type(node.op)]())
    if isinstance(node, ast.Compare):
        for place, operator in enumerate(node.ops):
            if type(operator) in SWAPS:
                yield _with(node, ops=[*node.ops[:place], SWAPS[type(operator)](), *node.ops[place + 1 :]])
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, (ast.USub, ast.Not)):
        yield node.operand
    if isinstance(node, ast.Constant) and type(node.value) is bool:
        yield ast.Constant(not node.value)  # keepdims, strict
    if isinstance(node, ast.Constant) and type(node.value) in (int, float):
        yield ast.Constant(node.value + 1)  # axis, too
        yield ast.Constant(0 if node.value else 2)
    if isinstance(node, ast.Call) and len(node.args) >= 2 and not any(isinstance(a, ast.Starred) for a in node.args):
        yield _with(node, args=[node.args[1], node.args[0], *node.args[2:]])
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("any", "all", "min", "max"):
        other = {"any": "all", "all": "any", "min": "max", "max": "min"}[node.func.id]
        yield _with(node, func=ast.Name(other, ast.Load()))
    if isinstance(node, ast.IfExp):
        yield _with(node, body=node.orelse, orelse=node.body)
    if isinstance(node, ast.Return) and node.value is not None and not isinstance(node.value, ast.Constant):
        yield _with(node, value=ast.Constant(None))


def slips(node: ast.AST) -> Iterator[ast.AST]:
    """What a learner gets wrong besides: a factor or a .T forgotten or too many, things in another order."""
    yield from changes(node)
    if isinstance(node, ast.BinOp):
        yield from (node.left, node.right)
        if isinstance(node.op, (ast.Sub, ast.Div)):
            yield _with(node, left=node.right, right=node.left)
    if isinstance(node, ast.Attribute) and node.attr == "T":
        yield node.value
    if isinstance(node, ast.Call) and node.args and isinstance(node.func, ast.Attribute):
        yield from _other_calls(node)
    if isinstance(node, (ast.Tuple, ast.List)) and isinstance(node.ctx, ast.Load) and len(node.elts) > 1:
        yield _with(node, elts=node.elts[::-1])
        yield _with(node, elts=[*node.elts[1:], node.elts[0]])
        yield _with(node, elts=node.elts[:-1])
    if isinstance(node, ast.arguments) and len(node.args) > 1:
        yield _with(node, args=[node.args[1], node.args[0], *node.args[2:]])
    if isinstance(node, ast.Subscript) and isinstance(node.value, ast.Attribute) and node.value.attr == "shape":
        yield ast.Attribute(node.value.value, "size", ast.Load())


def _other_calls(node: ast.Call) -> Iterator[ast.AST]:
    """A call without one of its options, with a .T more, or left out."""
    for place in range(len(node.keywords)):
        yield _with(node, keywords=node.keywords[:place] + node.keywords[place + 1 :])
    for place, argument in enumerate(node.args):
        if isinstance(argument, ast.Name):
            turned = ast.Attribute(argument, "T", ast.Load())
            yield _with(node, args=[*node.args[:place], turned, *node.args[place + 1 :]])
    yield node.args[0]


def _with(node: ast.AST, **changed: object) -> ast.AST:
    twin = copy.copy(node)
    for name, value in changed.items():
        setattr(twin, name, value)
    return twin


def sites(tree: ast.AST) -> Iterator[tuple[Callable[[ast.AST], None], ast.AST]]:
    """Every node but those of annotations, decorators and f-strings, and what puts another in its place."""
    for name, value in ast.iter_fields(tree):
        if name in ("annotation", "returns", "decorator_list", "bases") or isinstance(tree, ast.JoinedStr):
            continue
        for place, node in enumerate(value) if isinstance(value, list) else [(name, value)]:
            if isinstance(node, ast.AST):
                yield partial(value.__setitem__ if isinstance(value, list) else partial(setattr, tree), place), node
                yield from sites(node)


def mutants(code: str, changes: Callable[[ast.AST], Iterator[ast.AST]] = changes) -> Iterator[tuple[str, str]]:
    """Each mutant of a module: what is changed, in one line, and the whole module."""
    tree, seen = ast.parse(code), Counter[str]()
    for put, node in list(sites(tree)):
        line = " ".join(code.splitlines()[getattr(node, "lineno", 1) - 1].partition("  #")[0].split())
        for new in changes(node):
            put(new)
            name = f"{line}:  {ast.unparse(node)}  ->  {ast.unparse(new)}"
            seen[name] += 1
            yield name + f" ({seen[name]})" * (seen[name] > 1), ast.unparse(tree)
        put(node)


def survives(module: str, mutant: str, copy_of_the_course: Path) -> bool:
    """Do the tests of the module pass on the mutant?"""
    path = copy_of_the_course / "helpers" / f"{module}.py"
    original = path.read_text(encoding="utf-8")
    tests = [f"tests/test_{name}.py" for name in TESTS[module]]
    command = [sys.executable, "-m", "pytest", "-x", "-q", "-n0", "-p", "no:cacheprovider", "-p", "no:nbval", *tests]
    command += ["-o", "addopts=", "-W", "error"]
    environment = {**os.environ, "PYTHONPATH": str(copy_of_the_course), "PYTHONDONTWRITEBYTECODE": "1"}
    path.write_text(mutant, encoding="utf-8")
    try:
        done = subprocess.run(
            command, cwd=copy_of_the_course, env=environment, timeout=LIMIT, capture_output=True, check=False
        )
        return done.returncode == 0
    except subprocess.TimeoutExpired:
        return False
    finally:
        path.write_text(original, encoding="utf-8")


def stale() -> list[str]:
    """Entries of EQUIVALENT that are no mutants of their module any more."""
    modules = {module: dict(mutants(read(module))) for module, _ in EQUIVALENT}
    return [f"{module}: {change}" for module, change in EQUIVALENT if change not in modules[module]]


def read(module: str) -> str:
    return (COURSE / "helpers" / f"{module}.py").read_text(encoding="utf-8")


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("modules", nargs="*", help="such as losses; all of them if none is named")
    parser.add_argument("-n", type=int, default=10, help="how many mutants of each module")
    parser.add_argument("--seed", type=int, default=0, help="which ones")
    options = parser.parse_args(arguments)
    alive = [f"no mutant any more: {entry}" for entry in stale()]
    print("".join(f"{each}\n" for each in alive), end="")
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "course"
        shutil.copytree(COURSE, target, ignore=shutil.ignore_patterns(".*", "my_notebooks", "*.ipynb"))
        for module in options.modules or TESTS:
            possible = [each for each in mutants(read(module)) if (module, each[0]) not in EQUIVALENT]
            chosen = random.Random(f"{options.seed} {module}").sample(possible, min(options.n, len(possible)))
            if not survives(module, read(module), target):
                sys.exit(f"{module}: its tests fail as it is; mend that first")
            survivors = [f"{module}: {change}" for change, code in chosen if survives(module, code, target)]
            print(f"{module}: {len(chosen)} of {len(possible)} mutants tried, {len(survivors)} alive", flush=True)
            print("".join(f"    {each}\n" for each in survivors), end="", flush=True)
            alive += survivors
    return int(bool(alive))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
