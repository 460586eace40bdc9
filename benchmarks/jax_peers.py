"""The same training in JAX, float64 and one thread: a compiled step that Python calls, and the whole loop compiled.

Each function returns a job (see ratios.py), or None where JAX is not installed.  `warm`: compiled before the job
begins; otherwise compiling is a part of it, as it is for whoever trains a network once.
"""

import os
from collections.abc import Callable
from typing import Any

import numpy as np
from ratios import Job

os.environ.setdefault("XLA_FLAGS", "--xla_cpu_multi_thread_eigen=false intra_op_parallelism_threads=1")


def _jax() -> Any:
    """The module, or None."""
    try:
        import jax
    except ModuleNotFoundError:
        return None
    jax.config.update("jax_enable_x64", True)
    return jax


def _step(jax: Any, names: list[str], learning_rate: float) -> Callable[[Any, Any, Any], Any]:
    """One step of gradient descent on the cross-entropy, not yet compiled: params, X, Y -> params."""
    jnp = jax.numpy
    functions = {"tanh": jnp.tanh, "relu": jax.nn.relu, "sigmoid": jax.nn.sigmoid}
    log_sum = {"sigmoid": lambda Z: jnp.logaddexp(0, Z), "softmax": lambda Z: jax.nn.logsumexp(Z, axis=0)}[names[-1]]

    def cost(params: Any, X: Any, Y: Any) -> Any:
        A = X
        for (W, b), name in zip(params[:-1], names, strict=False):
            A = functions[name](W @ A + b)
        Z = params[-1][0] @ A + params[-1][1]
        return (jnp.sum(log_sum(Z)) - jnp.sum(Y * Z)) / X.shape[1]

    gradient = jax.grad(cost)
    return lambda params, *data: jax.tree.map(lambda p, d: p - learning_rate * d, params, gradient(params, *data))


def _job(jax: Any, function: Callable[..., Any], start: Any, data: list[Any], warm: bool, calls: int = 1) -> Job:
    """Compile `function` of the parameters and the data, and call it so many times."""
    layers = [(np.asarray(W), np.asarray(b)) for W, b in start]
    data = [jax.numpy.asarray(array) for array in data]

    def compiled() -> Any:
        return jax.jit(function).lower(layers, *data).compile()

    ready = compiled() if warm else None

    def train() -> Any:
        if not warm:
            jax.clear_caches()
        run, params = ready or compiled(), layers
        for _ in range(calls):
            params = run(params, *data)
        return np.concatenate([np.ravel(p) for layer in params for p in layer])

    return train


def jax_jit(names: list[str], start: Any, X: Any, Y: Any, learning_rate: float, steps: int) -> Job | None:
    """One compiled step, called from Python."""
    if (jax := _jax()) is None:
        return None
    return _job(jax, _step(jax, names, learning_rate), start, [X, Y], warm=True, calls=steps)


def jax_loop(
    names: list[str], start: Any, X: Any, Y: Any, learning_rate: float, steps: int, warm: bool = True
) -> Job | None:
    """The whole loop compiled with `lax.fori_loop`: JAX's strongest form for the full batch."""
    if (jax := _jax()) is None:
        return None
    step = _step(jax, names, learning_rate)

    def loop(params: Any, X: Any, Y: Any) -> Any:
        return jax.lax.fori_loop(0, steps, lambda _, p: step(p, X, Y), params)

    return _job(jax, loop, start, [X, Y], warm)


def jax_epoch(
    names: list[str], start: Any, X: Any, Y: Any, learning_rate: float, batches: Any, warm: bool = True
) -> Job | None:
    """One epoch compiled with `lax.scan` over the batches, (number, size) indices: its strongest form for batches."""
    if (jax := _jax()) is None:
        return None
    step = _step(jax, names, learning_rate)

    def epoch(params: Any, rows: Any, labels: Any, batches: Any) -> Any:
        def one(params: Any, batch: Any) -> tuple[Any, None]:
            return step(params, rows[batch].T, labels[batch].T), None

        return jax.lax.scan(one, params, batches)[0]

    return _job(jax, epoch, start, [X.T, Y.T, batches], warm)
