"""MNIST: every usual form of its files gives the same arrays; what is missing or damaged is said in one sentence."""

import gzip
import itertools
from pathlib import Path

import numpy as np
import pytest
from mnist_kit import ARRAYS, STEMS, idx_bytes, is_right, write_idx
from needs import need

from helpers import datasets
from helpers.datasets import files, mnist

hypothesis = need("hypothesis")
st = hypothesis.strategies


@pytest.mark.parametrize("shift", range(4))
@pytest.mark.parametrize("step", range(4))
def test_idx_files_under_either_spelling_gzipped_or_not(tmp_path: Path, shift: int, step: int) -> None:
    write_idx(tmp_path, tuple((shift + step * k) % 4 for k in range(4)))
    assert is_right(datasets.load("mnist", path=tmp_path))


@pytest.mark.parametrize("kind", ["uint8", "int64", "float32", "float64"])
@pytest.mark.parametrize("flat", [False, True])
@pytest.mark.parametrize("turned", [False, True])
def test_npz_under_either_order_of_names(tmp_path: Path, kind: str, flat: bool, turned: bool) -> None:
    arrays = {}
    for name, array in ARRAYS.items():
        if name.startswith("x"):
            array = array.reshape(-1, 784) if flat else array
            array = array.astype(kind) / (255 if "float" in kind else 1)
        arrays["_".join(reversed(name.split("_"))) if turned else name] = array.astype(kind)
    np.savez_compressed(tmp_path / "mnist_mine.npz", **arrays)
    for path in (tmp_path, tmp_path / "mnist_mine.npz", str(tmp_path / "mnist_mine.npz")):
        assert is_right(datasets.load("mnist", path=path))


def test_what_the_data_set_promises(tmp_path: Path) -> None:
    write_idx(tmp_path)
    data = datasets.load("mnist", path=tmp_path)
    assert data.X.shape == (784, 7) and data.X_test.shape == (784, 3)
    assert data.Y.shape == (10, 7) and data.Y_test.shape == (10, 3)
    assert data.X.dtype == data.Y.dtype == data.X_test.dtype == data.Y_test.dtype == np.float64
    assert data.classes == tuple("0123456789") and data.name == "mnist"
    assert "train-images-idx3-ubyte" in data.source and len(repr(data)) < 300
    np.testing.assert_allclose(data.image(4), ARRAYS["x_train"][4] / 255)
    np.testing.assert_allclose(data.test_image(2), ARRAYS["x_test"][2] / 255)


@pytest.mark.parametrize("name", ["mnist", "digits", "cats"])
def test_each_image_is_a_row_in_memory(tmp_path: Path, name: str) -> None:
    write_idx(tmp_path)
    data = datasets.load(name, path=tmp_path if name == "mnist" else None)
    assert data.X.T.flags.c_contiguous and data.X_test.T.flags.c_contiguous


def test_pixels_in_another_order_of_memory_are_rows_too() -> None:
    X = files.columns(np.asfortranarray(ARRAYS["x_train"]), 255)
    assert X.T.flags.c_contiguous
    np.testing.assert_array_equal(X[:, 2], ARRAYS["x_train"][2].ravel() / 255)


def test_one_idx_file_stands_for_its_folder(tmp_path: Path) -> None:
    assert is_right(datasets.load("mnist", path=write_idx(tmp_path)[2]))


def test_whether_it_is_gzipped_is_seen_from_the_content(tmp_path: Path) -> None:
    for file in write_idx(tmp_path, (2, 2, 2, 2)):
        file.write_bytes(gzip.decompress(file.read_bytes()))
    assert is_right(datasets.load("mnist", path=tmp_path))


def test_it_is_found_in_data_but_never_under_test(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "DATA", tmp_path)
    write_idx(tmp_path)
    with pytest.raises(files.DataFileError, match="mnist is not in"):
        datasets.load("mnist")
    monkeypatch.delenv("COURSE_TEST", raising=False)
    assert is_right(datasets.load("mnist"))


@pytest.mark.parametrize("folder", ["", "none"])
def test_where_it_is_missing_one_sentence_says_how_to_get_it(tmp_path: Path, folder: str) -> None:
    with pytest.raises(files.DataFileError) as caught:
        datasets.load("mnist", path=tmp_path / folder)
    said = str(caught.value)
    assert str(tmp_path / folder) in said and "\n" not in said
    for part in (*STEMS, "mnist.npz", 'load("mnist", path="...")', "11.6 MB", 'load("mnist", download=True)'):
        assert part in said


def test_the_files_that_are_missing_are_named(tmp_path: Path) -> None:
    written = write_idx(tmp_path)
    written[1].unlink()
    written[2].unlink()
    with pytest.raises(files.DataFileError, match=f"put {STEMS[1]}.gz and {STEMS[2]}.gz there"):
        datasets.load("mnist", path=tmp_path)
    np.savez(tmp_path / "mnist.npz", **ARRAYS)
    assert is_right(datasets.load("mnist", path=tmp_path))


IMAGES = idx_bytes(ARRAYS["x_train"])
FEWER = idx_bytes(ARRAYS["y_train"][:5])
PAGE = b"\n<!DOCTYPE html><title>404</title>"


@pytest.mark.parametrize(
    ("which", "content", "message"),
    [
        (0, IMAGES[:-100], r"train-images-idx3-ubyte is cut off or damaged: 7 x 28 x 28 takes 5,488 bytes, .*5,388"),
        (0, IMAGES + b"0", "is cut off or damaged: .* and it has 5,489"),
        (0, gzip.compress(IMAGES, mtime=0)[:-1000], "train-images-idx3-ubyte is cut off or damaged"),
        (0, gzip.compress(IMAGES, mtime=0)[:5], "is cut off or damaged"),
        (0, b"", "it begins with nothing, not with 0 0 8 3"),
        (0, IMAGES[:9], "it begins with 0 0 8 3"),
        (0, idx_bytes(ARRAYS["y_train"]), "not an idx file of images: it begins with 0 0 8 1, not with 0 0 8 3"),
        (1, IMAGES, "train-labels-idx1-ubyte is not an idx file of labels: it begins with 0 0 8 3, not with 0 0 8 1"),
        (0, PAGE, "train-images-idx3-ubyte is a web page"),
        (1, FEWER, "train-images-idx3-ubyte has 7 images and train-labels-idx1-ubyte 5 labels"),
        (1, idx_bytes(np.full(7, 10, np.uint8)), "train-labels-idx1-ubyte must hold one digit from 0 to 9"),
        (2, idx_bytes(np.zeros((3, 8, 8), np.uint8)), r"t10k-images-idx3-ubyte has the shape \(3, 8, 8\)"),
        (2, idx_bytes(np.zeros((0, 28, 28), np.uint8)), "t10k-images-idx3-ubyte is empty"),
    ],
)
def test_what_is_wrong_with_an_idx_file_is_said(tmp_path: Path, which: int, content: bytes, message: str) -> None:
    write_idx(tmp_path)[which].write_bytes(content)
    with pytest.raises(files.DataFileError, match=message):
        datasets.load("mnist", path=tmp_path)


@pytest.mark.parametrize(
    ("changed", "message"),
    [
        ({"x_train": None}, "mnist.npz has no x_train or train_x; it has y_train, x_test and y_test"),
        (
            {"x_train": ARRAYS["x_train"].astype(float)},
            "x_train in mnist.npz must hold whole numbers from 0 to 255",
        ),
        ({"x_train": np.full((7, 784), np.nan)}, "x_train in mnist.npz must hold"),
        ({"x_train": ARRAYS["x_train"] - 300.0}, "x_train in mnist.npz must hold"),
        ({"x_train": np.full((7, 784), "a")}, "x_train in mnist.npz must hold"),
        (
            {"x_train": ARRAYS["x_train"].reshape(7, 784).T},
            r"mnist.npz has 784 images and y_train .* 7 labels",
        ),
        ({"x_train": np.float64(1)}, "x_train in mnist.npz is empty"),
        ({"y_test": np.eye(10)[:3]}, r"y_test in mnist.npz must hold one digit .* its shape is \(3, 10\)"),
        ({"y_test": np.array([1, 2, 0.5])}, "y_test in mnist.npz must hold one digit"),
        ({"y_test": np.array([{}, {}, {}])}, "mnist.npz is damaged .*allow_pickle=False"),
    ],
)
def test_what_is_wrong_with_an_npz_is_said(tmp_path: Path, changed: dict[str, np.ndarray], message: str) -> None:
    np.savez(tmp_path / "mnist.npz", **{name: a for name, a in (ARRAYS | changed).items() if a is not None})
    with pytest.raises(files.DataFileError, match=message):
        datasets.load("mnist", path=tmp_path)


@pytest.mark.parametrize(
    ("content", "message"),
    [(PAGE, "is a web page"), (b"", "is not an .npz, or cut off"), (b"\x93NUMPY", "is not an .npz, or cut off")],
)
def test_what_is_no_npz_is_said(tmp_path: Path, content: bytes, message: str) -> None:
    file = tmp_path / "mnist.npz"
    file.write_bytes(content)
    with pytest.raises(files.DataFileError, match=f"mnist.npz {message}"):
        datasets.load("mnist", path=file)


@hypothesis.given(where=st.floats(0, 1, exclude_max=True), byte=st.integers(1, 255), cut=st.booleans())
@hypothesis.settings(max_examples=60, deadline=None)
def test_damage_anywhere_is_an_error_in_a_sentence_or_does_no_harm(
    tmp_path_factory: pytest.TempPathFactory, where: float, byte: int, cut: bool
) -> None:
    folder = tmp_path_factory.mktemp("damaged")
    np.savez_compressed(folder / "a.npz", **ARRAYS)
    for file, read in itertools.chain(
        ((file, folder) for file in write_idx(folder, (0, 1, 2, 3))), [(folder / "a.npz", folder / "a.npz")]
    ):
        whole = file.read_bytes()
        at = int(where * len(whole))
        file.write_bytes(whole[:at] + (b"" if cut else bytes([whole[at] ^ byte]) + whole[at + 1 :]))
        try:
            data = datasets.load("mnist", path=read)
        except files.DataFileError as error:
            assert "\n" not in str(error)
        else:
            assert not cut and data.X.shape == (784, 7) and data.Y_test.shape == (10, 3)
        file.write_bytes(whole)


def test_what_cannot_be_read_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(self: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    write_idx(tmp_path)
    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(
        files.DataFileError, match=r"train-images-idx3-ubyte in .* cannot be read \(Permission denied\)"
    ):
        datasets.load("mnist", path=tmp_path)


def test_the_published_names_are_those_that_are_looked_for() -> None:
    assert [remote.name for remote in mnist.PUBLISHED] == [f"{stem}.gz" for stem in STEMS]
    assert all(len(remote.sha256) == 64 and int(remote.sha256, 16) for remote in mnist.PUBLISHED)


def test_labels_may_be_a_column(tmp_path: Path) -> None:
    np.savez(tmp_path / "mnist.npz", **ARRAYS | {"y_train": ARRAYS["y_train"].reshape(-1, 1)})
    assert is_right(datasets.load("mnist", path=tmp_path))
