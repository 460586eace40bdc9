"""Networks ready for training: networks.deep_network([relu, sigmoid]), shallow_network(), logistic_regression().

A function of one's own takes the place of ours: networks.shallow_network(forward=forward, backward=backward).
"""

from helpers.networks.dropout import Dropout
from helpers.networks.model import FastPath, Model
from helpers.networks.models import deep_network, logistic_regression, shallow_network
from helpers.networks.output_layers import OutputLayer, output_layer
from helpers.networks.storage import load, save

__all__ = [
    "Dropout",
    "FastPath",
    "Model",
    "OutputLayer",
    "deep_network",
    "load",
    "logistic_regression",
    "output_layer",
    "save",
    "shallow_network",
]
