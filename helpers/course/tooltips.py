"""What Shift + Tab shows of our functions: names of arguments and types, not where the types live.

fit(model: Model, params: Layers, X: Array, ...), not fit(model: helpers.networks.model.Model, ...).
"""

import re
import sys
from inspect import Parameter, Signature, formatannotation, signature
from types import FunctionType
from typing import Any

from helpers.validation.annotations import Named

DOTTED = re.compile(r"\b(?:[a-zA-Z_]\w*\.)+(?=[a-zA-Z_])")


def shorten_signatures() -> None:
    """Shorten the types in the signatures of all public functions of `helpers` that are imported by now."""
    for name, module in list(sys.modules.items()):
        if name.startswith("helpers."):
            for function in [f for f in vars(module).values() if isinstance(f, FunctionType)]:
                if not function.__name__.startswith("_") and not hasattr(function, "__signature__"):
                    function.__signature__ = shortened(signature(function))  # type: ignore[attr-defined]


def shortened(long: Signature) -> Signature:
    """The same signature with short names for its types."""
    parameters = [
        each.replace(annotation=short(each.annotation), default=short_default(each.default))
        for each in long.parameters.values()
    ]
    return long.replace(parameters=parameters, return_annotation=short(long.return_annotation))


def short_default(default: Any) -> Any:
    """A default as one would type it: float64, not <class 'numpy.float64'>."""
    is_ours = isinstance(default, (type, FunctionType)) and default is not Parameter.empty
    return Named(default.__name__) if is_ours else default


def short(annotation: Any) -> Any:
    """A type by its last name; what stands for every kind of array is called array-like."""
    if annotation in (Parameter.empty, Signature.empty):
        return annotation
    text = DOTTED.sub("", formatannotation(annotation))
    return Named("array-like" if "_NestedSequence" in text else text.replace("~", ""))
