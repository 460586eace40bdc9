"""The arguments of `fit` and `fit_epochs`: what does not fit gets a sentence that says how to fix it.

What does comes back as training needs it: the layers as `Parameters`, and the examples in their dtype.
"""

from typing import Any, TypeAlias

from helpers.networks.model import Model
from helpers.parameters import Parameters
from helpers.training.epochs import EpochSettings
from helpers.training.loop import Settings
from helpers.training.optimizers import GradientDescent
from helpers.training.schedules import rate_at
from helpers.validation import Array, Layers, check_count, check_learning_rate, check_rng

Start: TypeAlias = tuple[Parameters, Array, Array]


def checked(settings: Settings, params: Layers, X: Array, Y: Array, in_span: bool | None) -> Start:
    """The arguments of `fit`."""
    __tracebackhide__ = True
    start = _checked_both(settings, params, X, Y)
    if in_span and settings.callback is not None:
        raise ValueError("in the span the callback would see another network: leave out in_span or callback")
    if in_span and not settings.optimizer.linear:
        raise ValueError(f"{settings.optimizer} would leave the span of the examples: leave out in_span")
    check_count(settings.iterations, "iterations")
    if settings.record_every is not None:
        check_count(settings.record_every, "record_every")
    return start


def checked_epochs(settings: EpochSettings, params: Layers, X: Array, Y: Array) -> Start:
    """The arguments of `fit_epochs`."""
    __tracebackhide__ = True
    start = _checked_both(settings, params, X, Y)
    check_count(settings.epochs, "epochs")
    check_count(settings.batch_size, "batch_size")
    check_rng(settings.rng)
    if settings.patience is not None:
        check_count(settings.patience, "patience")
    if settings.validation is not None:
        _check_validation(settings.validation, settings.model, start[0])
    elif settings.patience is not None:
        raise ValueError("patience waits for the validation cost: pass validation=(X, Y) too")
    return start


def _check_validation(validation: Any, model: Model, params: Parameters) -> None:
    __tracebackhide__ = True
    if not (isinstance(validation, (tuple, list)) and len(validation) == 2):
        raise TypeError(f"validation is {validation!r:.40}; pass the pair (X, Y) of the validation data")
    model.check(params, *validation)


def _checked_both(settings: Settings | EpochSettings, params: Layers, X: Array, Y: Array) -> Start:
    __tracebackhide__ = True
    start = params if isinstance(params, Parameters) else Parameters(params)
    model, callback, optimizer = settings.model, settings.callback, settings.optimizer
    model.check(start, X, Y)
    check_learning_rate(rate_at(settings.learning_rate, 0))
    if callback is not None and not callable(callback):
        raise TypeError(f"callback is {callback!r:.40}; pass a function of (iteration, params)")
    if isinstance(optimizer, type) or not hasattr(optimizer, "move"):
        raise TypeError(f"optimizer is {optimizer!r:.40}; pass GradientDescent(), Momentum() or Adam()")
    if model.update is not None and not isinstance(optimizer, GradientDescent):
        raise ValueError(f"{optimizer} and an update of one's own both move the parameters: leave out one of them")
    dtype = start.vector.dtype
    return start, X.astype(dtype, copy=False), Y.astype(dtype, copy=False)
