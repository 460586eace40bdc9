"""Makes the files of this folder again, bit for bit: `python data/make_data.py`, or `--check` to compare only.

digits.npz needs scikit-learn, which carries a copy of the UCI file; cats.npz needs NumPy alone.
"""

import argparse
import hashlib
import io
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import numpy as np

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))  # for `drawing`, when this is run from elsewhere

from drawing import scene  # noqa: E402

Arrays = dict[str, np.ndarray]
SEED = 2026
PARTS = {"train": (209, 105, 5), "test": (50, 25, 4)}  # images, how many of them are cats, random stream


def cat(part: str, k: int) -> tuple[np.ndarray, int]:
    """Image k of a part, and its label; each image has a random stream of its own."""
    m, cats, stream = PARTS[part]
    label = int(np.random.default_rng([SEED, stream]).permutation(m)[k] < cats)
    return scene.draw(label == 1, np.random.default_rng([SEED, stream, k])), label


def cats() -> Arrays:
    """The drawn cats and the other things."""
    found: Arrays = {}
    for part, (m, *_) in PARTS.items():
        images, labels = zip(*(cat(part, k) for k in range(m)), strict=True)
        found |= {f"{part}_images": np.array(images), f"{part}_labels": np.array(labels, np.uint8)}
    return found


def digits() -> Arrays:
    """The UCI digits, as they come: the first 1,437 to train on, the last 360 to test."""
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
    """The bytes of the .npz file: as np.savez writes them, but the same on every system.

    Nothing is compressed, since compressors differ; and np.savez notes whether it ran on Windows.
    """
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for key, array in make().items():
            entry = zipfile.ZipInfo(f"{key}.npy")
            entry.create_system = 3
            with archive.open(entry, "w", force_zip64=True) as file:
                np.lib.format.write_array(file, array, allow_pickle=False)
    return buffer.getvalue()


def made() -> dict[str, bytes]:
    """Every file of this folder that is made, and its content."""
    files = {name: content(make) for name, make in FILES.items()}
    sums = "".join(f"{hashlib.sha256(data).hexdigest()}  {name}\n" for name, data in files.items())
    return {**files, "SHA256SUMS": sums.encode("ascii")}


def differing(files: dict[str, bytes]) -> list[str]:
    """The names of the files that are missing here, or stored with another content."""
    return [name for name, data in files.items() if not (HERE / name).is_file() or (HERE / name).read_bytes() != data]


def main(arguments: list[str] | None = None) -> int:
    """Make the files again, or only compare; 0 if all is well, else 1."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="compare with the stored files, write nothing")
    check = parser.parse_args(arguments).check
    files = made()
    changed = differing(files)
    if not check:
        for name in changed:
            (HERE / name).write_bytes(files[name])
    print(f"{'differs' if check else 'written'}: {', '.join(changed)}" if changed else "every file is as made here")
    return int(check and bool(changed))


if __name__ == "__main__":
    sys.exit(main())
