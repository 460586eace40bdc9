"""The same training in JAX, float64 and one thread: a compiled step that Python calls, and the whole loop compiled.

Each function takes the activations' names, a start, X, Y, the rate and the steps, and returns a job (see ratios.py), or
None where JAX is not installed.
"""

import os
from collections.abc import Callable
from typing import Any

import numpy as np
from ratios import Job

os.environ.setdefault("XLA_FLAGS", "--xla_cpu_multi_thread_eigen=false intra_op_parallelism_threads=1")


def _step(names: list[str], X: Any, Y: Any, learning_rate: float) -> tuple[Any, Callable[[Any], Any]] | None:
    """The module jax, and one step of gradient descent on the cross-entropy, not yet compiled."""
    try:
        import jax
    except ModuleNotFoundError:
        return None
    jax.config.update("jax_enable_x64", True)
    jnp = jax.numpy
    functions = {"tanh": jnp.tanh, "relu": jax.nn.relu}

    def cost(params: Any) -> Any:
        A = X
        for (W, b), name in zip(params[:-1], names, strict=False):
            A = functions[name](W @ A + b)
        Z = params[-1][0] @ A + params[-1][1]
        return jnp.mean(jnp.logaddexp(0, Z) - Y * Z)

    gradient = jax.grad(cost)
    return jax, lambda params: jax.tree.map(lambda p, d: p - learning_rate * d, params, gradient(params))


def _job(run: Callable[[Any], Any], start: Any) -> Job:
    def train() -> Any:
        params = run([(np.asarray(W), np.asarray(b)) for W, b in start])
        return np.concatenate([np.ravel(p) for layer in params for p in layer])

    return train


def jax_jit(names: list[str], start: Any, X: Any, Y: Any, learning_rate: float, steps: int) -> Job | None:
    """One compiled step, called from Python."""
    if (found := _step(names, X, Y, learning_rate)) is None:
        return None
    jax, step = found
    compiled = jax.jit(step)

    def run(params: Any) -> Any:
        for _ in range(steps):
            params = compiled(params)
        return params

    return _job(run, start)


def jax_loop(names: list[str], start: Any, X: Any, Y: Any, learning_rate: float, steps: int) -> Job | None:
    """The whole loop compiled with `lax.fori_loop`: JAX's strongest form."""
    if (found := _step(names, X, Y, learning_rate)) is None:
        return None
    jax, step = found
    return _job(jax.jit(lambda params: jax.lax.fori_loop(0, steps, lambda _, p: step(p), params)), start)
