"""What do networks reach on MNIST?  python benchmarks/mnist.py --mnist PLACE

784-30-10 and 784-15-10, sigmoid units, squared error, mini-batches of 10, rate 1.5, 30 epochs, from standard normal
weights and biases, on the first 50,000 training examples and on all 60,000: the share of the test data that is right
after the best epoch, for three seeds.  Published for the first network on 50,000 is 95.42 % (Nielsen, Neural Networks
and Deep Learning, 2015, chapter 1, where the cost has a factor 1/2 and the rate is therefore 3.0).
"""

import argparse
from typing import Any

import numpy as np

from helpers import datasets, metrics, networks
from helpers.networks.output_layers import likeliest
from helpers.parameters import Parameters
from helpers.training import fit_epochs


def best_share(hidden: int, examples: int, seed: int, data: Any, epochs: int = 30) -> float:
    """The share of the test data that is right after the best epoch."""
    rng = np.random.default_rng(seed)
    sizes = ((hidden, 784), (10, hidden))
    start = Parameters([(rng.standard_normal(shape), rng.standard_normal((shape[0], 1))) for shape in sizes])
    model = networks.deep_network(["sigmoid", "sigmoid"], loss="squared_error")
    shares: list[float] = []

    def look(_epoch: int, params: Parameters) -> None:
        predicted = likeliest(model.answer(model.forward(params, data.X_test)))  # (10, 10000)
        shares.append(metrics.accuracy(predicted, data.Y_test))

    X, Y = data.X[:, :examples], data.Y[:, :examples]
    fit_epochs(model, start, X, Y, learning_rate=1.5, epochs=epochs, batch_size=10, rng=rng, callback=look)
    return max(shares)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--mnist", metavar="PLACE")
    parser.add_argument("--epochs", type=int, default=30)
    options = parser.parse_args()
    data = datasets.load("mnist", path=options.mnist)
    for hidden in (30, 15):
        for examples in (50_000, 60_000):
            shares = [best_share(hidden, examples, seed, data, options.epochs) for seed in (1, 2, 3)]
            print(f"784-{hidden}-10 on {examples:,}: {', '.join(f'{share:.2%}' for share in shares)}", flush=True)


if __name__ == "__main__":
    main()
