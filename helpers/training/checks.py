"""The arguments of `fit` and `fit_epochs`: what does not fit gets a sentence that says how to fix it."""

from typing import Any

from helpers.networks.model import Model
from helpers.parameters import Parameters
from helpers.training.epochs import EpochSettings
from helpers.training.loop import Settings
from helpers.training.optimizers import GradientDescent
from helpers.training.schedules import rate_at
from helpers.validation import Array, check_count, check_learning_rate, check_rng


def check(settings: Settings, params: Parameters, X: Array, Y: Array, in_span: bool | None) -> None:
    """The arguments of `fit`."""
    __tracebackhide__ = True
    _check_both(settings, params, X, Y)
    if in_span and settings.callback is not None:
        raise ValueError("in the span the callback would see another network: leave out in_span or callback")
    if in_span and not settings.optimizer.linear:
        raise ValueError(f"{settings.optimizer} would leave the span of the examples: leave out in_span")
    check_count(settings.iterations, "iterations")
    if settings.record_every is not None:
        check_count(settings.record_every, "record_every")


def check_epochs(settings: EpochSettings, params: Parameters, X: Array, Y: Array) -> None:
    """The arguments of `fit_epochs`."""
    __tracebackhide__ = True
    _check_both(settings, params, X, Y)
    check_count(settings.epochs, "epochs")
    check_count(settings.batch_size, "batch_size")
    check_rng(settings.rng)
    if settings.patience is not None:
        check_count(settings.patience, "patience")
    if settings.validation is not None:
        _check_validation(settings.validation, settings.model, params)
    elif settings.patience is not None:
        raise ValueError("patience waits for the validation cost: pass validation=(X, Y) too")


def _check_validation(validation: Any, model: Model, params: Parameters) -> None:
    __tracebackhide__ = True
    if not (isinstance(validation, (tuple, list)) and len(validation) == 2):
        raise TypeError(f"validation is {validation!r:.40}; pass the pair (X, Y) of the validation data")
    model.check(params, *validation)


def _check_both(settings: Settings | EpochSettings, params: Parameters, X: Array, Y: Array) -> None:
    __tracebackhide__ = True
    model, callback, optimizer = settings.model, settings.callback, settings.optimizer
    model.check(params, X, Y)
    check_learning_rate(rate_at(settings.learning_rate, 0))
    if callback is not None and not callable(callback):
        raise TypeError(f"callback is {callback!r:.40}; pass a function of (iteration, params)")
    if isinstance(optimizer, type) or not hasattr(optimizer, "move"):
        raise TypeError(f"optimizer is {optimizer!r:.40}; pass GradientDescent(), Momentum() or Adam()")
    if model.update is not None and not isinstance(optimizer, GradientDescent):
        raise ValueError(f"{optimizer} and an update of one's own both move the parameters: leave out one of them")
