"""A network in a file: what comes back is what was kept, and what is no network is refused with a sentence."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from helpers import deep, networks

GS = ["relu", "tanh", "sigmoid"]
PARAMS = deep.initialize([4, 3, 2, 1], 0)


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    return networks.save(tmp_path / "mine", PARAMS, GS)


def test_what_comes_back_is_what_was_kept(kept: Path) -> None:
    params, names = networks.load(kept)
    np.testing.assert_array_equal(params.vector, PARAMS.vector)
    assert names == GS and kept.name == "mine.npz"
    X = np.random.default_rng(0).normal(size=(4, 5))
    model, again = networks.deep_network(GS), networks.deep_network(names)
    np.testing.assert_array_equal(model.forward(PARAMS, X)[0], again.forward(params, X)[0])


def test_plain_lists_are_kept_too(tmp_path: Path) -> None:
    path = networks.save(tmp_path / "plain", list(PARAMS), networks.deep_network(GS).activations)
    np.testing.assert_array_equal(networks.load(path)[0].vector, PARAMS.vector)


class Boom:
    """Would write a file, were it unpickled."""

    def __init__(self, target: Path) -> None:
        self.target = target

    def __reduce__(self) -> Any:
        return Path.touch, (self.target,)


def test_nothing_is_unpickled(tmp_path: Path) -> None:
    target, path = tmp_path / "touched", tmp_path / "bad.npz"
    np.savez(path, activations=np.array(GS), W1=np.array([Boom(target)], dtype=object))
    with pytest.raises(ValueError, match=r"bad\.npz holds no network"):
        networks.load(path)
    assert not target.exists()


@pytest.mark.parametrize("content", [b"", b"no zip", b"PK\x03\x04 half"])
def test_a_file_of_another_kind_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "other.npz"
    path.write_bytes(content)
    with pytest.raises(ValueError, match="holds no network"):
        networks.load(path)


def test_a_file_that_is_missing_is_said_to_be(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        networks.load(tmp_path / "nowhere.npz")


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"activations": np.array(["relu", "tanh", "exec"])}, "exec"),
        ({"activations": np.array(["relu", "sigmoid"])}, "needed is W1, b1, W2, b2"),
        ({"activations": np.array([])}, "needed is W1, b1"),
        ({"W2": np.ones((2, 4))}, r"W2 \(2, 4\) and b2 \(2, 1\) do not fit"),
        ({"b1": np.ones(3)}, r"b1 \(3,\)"),
        ({"W1": np.full((3, 4), np.nan)}, "no finite fraction"),
        ({"W1": np.ones((3, 4), complex)}, "no finite fraction"),
        ({"W4": np.ones((1, 1))}, "it holds W1, W2, W3, W4"),
    ],
    ids=str,
)
def test_a_file_that_is_no_network_is_refused(tmp_path: Path, change: dict[str, Any], said: str) -> None:
    arrays = {f"{kind}{layer}": a for layer, pair in enumerate(PARAMS, 1) for kind, a in zip("Wb", pair, strict=True)}
    np.savez(tmp_path / "changed.npz", **{"activations": np.array(GS), **arrays, **change})
    with pytest.raises(ValueError, match=said):
        networks.load(tmp_path / "changed.npz")


def test_what_does_not_fit_is_not_written(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="needed is W1"):
        networks.save(tmp_path / "short", PARAMS, GS[:2])
    assert not list(tmp_path.iterdir())
