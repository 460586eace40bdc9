"""A network as a program to take away: in NumPy alone, in PyTorch, and in scikit-learn where its MLP can hold it."""

from helpers.playground.as_code.numpy_code import numpy_code
from helpers.playground.as_code.pytorch_code import pytorch_code
from helpers.playground.as_code.sklearn_code import not_in_sklearn, sklearn_code
from helpers.playground.as_code.trained import Trained

CODE = {"numpy": numpy_code, "pytorch": pytorch_code, "sklearn": sklearn_code}

__all__ = ["CODE", "Trained", "not_in_sklearn", "numpy_code", "pytorch_code", "sklearn_code"]
