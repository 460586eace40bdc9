"""Makes the files of this folder again, bit for bit: `python data/make_data.py`, or `--check` to compare only.

digits.npz needs scikit-learn, which carries a copy of the UCI file; cats.npz needs NumPy alone.
"""

import hashlib
import io
import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))  # for `drawing`, when this is run from elsewhere

from drawing import scene  # noqa: E402

Arrays = dict[str, np.ndarray]
SEED = 2026
SIZES = {"train": (209, 105), "test": (50, 25)}  # images, and how many of them are cats


def cat(part: str, k: int) -> tuple[np.ndarray, int]:
    """Image k of a part, and its label; each image has a random stream of its own."""
    m, cats = SIZES[part]
    label = int(np.random.default_rng([SEED, len(part)]).permutation(m)[k] < cats)
    return scene.draw(label == 1, np.random.default_rng([SEED, len(part), k])), label


def cats() -> Arrays:
    """The drawn cats and the other things."""
    found: Arrays = {}
    for part, (m, _) in SIZES.items():
        images, labels = zip(*(cat(part, k) for k in range(m)), strict=True)
        found |= {f"{part}_images": np.array(images), f"{part}_labels": np.array(labels, np.uint8)}
    return found


def digits() -> Arrays:
    """The UCI digits, as they come: the first 1,437 to train on, the last 360 (other writers) to test."""
    from sklearn.datasets import load_digits

    bunch = load_digits()
    images, labels = bunch.images.astype(np.uint8), bunch.target.astype(np.uint8)
    return {
        "train_images": images[:1437],
        "train_labels": labels[:1437],
        "test_images": images[1437:],
        "test_labels": labels[1437:],
    }


FILES: dict[str, Callable[[], Arrays]] = {"cats.npz": cats, "digits.npz": digits}


def content(make: Callable[[], Arrays]) -> bytes:
    """The bytes of the file: not compressed, since compressors differ from one machine to the next."""
    buffer = io.BytesIO()
    np.savez(buffer, **make())
    return buffer.getvalue()


def main(arguments: list[str]) -> int:
    files = {name: content(make) for name, make in FILES.items()}
    sums = "".join(f"{hashlib.sha256(data).hexdigest()}  {name}\n" for name, data in files.items())
    files["SHA256SUMS"] = sums.encode("ascii")
    if "--check" not in arguments:
        for name, data in files.items():
            (HERE / name).write_bytes(data)
    differ = [name for name, data in files.items() if (HERE / name).read_bytes() != data]
    print(f"differs from what this script makes: {', '.join(differ)}" if differ else "all files are as made here")
    return int(bool(differ))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
