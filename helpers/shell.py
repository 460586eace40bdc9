"""IPython's shell, if this code runs in one; IPython is never imported for that."""

import sys
from typing import Any


def ipython() -> Any:
    """The shell of the notebook or terminal that this code runs in; None in a script and at Python's own prompt."""
    module = sys.modules.get("IPython")
    return module.get_ipython() if module else None
