"""Data sets: shapes, balance, seeds, difficulty; and files that are damaged, missing, or the lectures' own."""

import hashlib
import importlib
import io
import shutil
import sys
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest
from needs import need

from helpers import datasets, logistic, metrics, networks
from helpers.datasets import files, planar
from helpers.training import fit

hypothesis = need("hypothesis")
st = hypothesis.strategies
h5py = pytest.importorskip("h5py")

REAL_DATA = files.DATA


def trained_accuracy(data: datasets.Dataset, learning_rate: float = 0.5, iterations: int = 500) -> tuple[float, float]:
    params = fit(
        networks.logistic_regression(),
        logistic.initialize(len(data.X)),
        data.X,
        data.Y,
        learning_rate=learning_rate,
        iterations=iterations,
    ).params
    return (
        metrics.accuracy(networks.logistic_regression().predict(params, data.X), data.Y),
        metrics.accuracy(networks.logistic_regression().predict(params, data.X_test), data.Y_test),
    )


@pytest.mark.parametrize("name", [name for name in datasets.names() if name != "mnist"])  # see test_mnist.py
def test_every_data_set_has_the_shapes_it_promises(name: str) -> None:
    data = datasets.load(name)
    for X, Y in ((data.X, data.Y), (data.X_test, data.Y_test)):
        assert X.dtype == Y.dtype == np.float64 and X.ndim == 2
        assert Y.shape == (1 if len(data.classes) == 2 else len(data.classes), X.shape[1])
        assert set(np.unique(Y)) == {0, 1} and np.isfinite(X).all()
    if data.image_shape:
        assert data.image(0).shape == data.test_image(0).shape == data.image_shape
        assert 0 <= data.X.min() < 0.05 and data.X.max() == 1
        np.testing.assert_array_equal(data.image(3).ravel(), data.X[:, 3])
        np.testing.assert_array_equal(data.test_image(3).ravel(), data.X_test[:, 3])
    assert data.name == name and data.source
    assert name in repr(data) and len(repr(data)) < 300 and data != datasets.load(name)


@hypothesis.given(
    name=st.sampled_from(list(planar.PLANAR)),
    half=st.integers(1, 40),
    noise=st.floats(0, 2),
    seed=st.integers(0, 10**6),
)
@hypothesis.settings(max_examples=40, deadline=None)
def test_planar_sets_are_balanced_and_fixed_by_their_seed(name: str, half: int, noise: float, seed: int) -> None:
    data = datasets.load(name, m=2 * half, noise=noise, seed=seed)
    assert data.X.shape == data.X_test.shape == (2, 2 * half)
    assert data.Y.sum() == data.Y_test.sum() == half
    np.random.seed(0)
    again = datasets.load(name, m=2 * half, noise=noise, seed=seed)
    np.testing.assert_array_equal(again.X, data.X)
    np.testing.assert_array_equal(again.X_test, data.X_test)


@pytest.mark.parametrize("name", planar.PLANAR)
def test_another_seed_and_the_test_part_are_other_draws_and_classes_are_mixed(name: str) -> None:
    one, two = datasets.load(name, seed=1), datasets.load(name, seed=2)
    draws = np.concatenate([one.X, one.X_test, two.X, two.X_test], axis=1)
    assert np.unique(draws, axis=1).shape == draws.shape == (2, 1600)
    assert 0.3 < one.Y[0, :200].mean() < 0.7


def test_formulas_without_noise() -> None:
    rng, y = np.random.default_rng(0), np.repeat([0.0, 1.0], 50)
    np.testing.assert_array_equal(planar.blobs(y, 0, rng), [2 * y - 1, 2 * y - 1])
    np.testing.assert_allclose(np.hypot(*planar.circles(y, 0, rng)), 2 - y)
    x1, x2 = planar.xor(y, 0, rng)
    np.testing.assert_array_equal(x1 * x2 < 0, y == 1)
    x1, x2 = planar.moons(y, 0, rng) / 1.5
    np.testing.assert_allclose(np.hypot(x1 + 0.5 - y, x2 + 0.25 - 0.5 * y), 1)
    np.testing.assert_array_equal(x2 + 0.25 - 0.5 * y > 0, y == 0)
    x1, x2 = planar.spirals(y, 0, rng)
    turned = np.arctan2(x2, x1) - 3 * np.pi * np.hypot(x1, x2) / 2.5
    np.testing.assert_allclose(np.cos(turned), 1 - 2 * y)
    x1, x2 = planar.flower(y, 0, rng)
    theta = np.arctan2(x1, x2)
    np.testing.assert_allclose(np.hypot(x1, x2), np.abs(4 * np.sin(4 * theta)), atol=1e-9)


@pytest.mark.parametrize(
    ("name", "low", "high"),
    [
        ("blobs", 0.93, 0.99),
        ("moons", 0.84, 0.92),
        ("xor", 0.4, 0.62),
        ("flower", 0.4, 0.6),
        ("circles", 0.4, 0.6),
    ],
)
def test_a_line_does_as_well_as_the_notebooks_say(name: str, low: float, high: float) -> None:
    assert all(low < share < high for share in trained_accuracy(datasets.load(name)))


def test_digits_are_one_hot_and_a_nearest_mean_reads_most_of_them() -> None:
    digits = datasets.load("digits")
    assert digits.X.shape == (64, 1437) and digits.X_test.shape == (64, 360)
    np.testing.assert_array_equal(digits.Y.sum(axis=0), 1)
    means = digits.X @ digits.Y.T / digits.Y.sum(axis=1)
    distances = np.linalg.norm(digits.X_test[:, :, None] - means[:, None], axis=0)
    assert 0.8 < np.mean(distances.argmin(axis=1) == digits.Y_test.argmax(axis=0)) < 0.95


def test_cats_are_learnt_better_than_by_guessing_and_far_from_perfectly() -> None:
    cats = datasets.load("cats")
    assert cats.X.shape == (12288, 209) and cats.X_test.shape == (12288, 50)
    always = max(cats.Y_test.mean(), 1 - cats.Y_test.mean())
    on_train, on_test = trained_accuracy(cats, learning_rate=0.005, iterations=2000)
    assert on_train > 0.95 and always + 0.15 < on_test < 0.85


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: datasets.load("moon"), "there are blobs, moons"),
        (lambda: datasets.load("moons", m=7), "m is 7; it must be an even number"),
        (lambda: datasets.load("moons", m=2.0), "m is 2.0"),
        (lambda: datasets.load("moons", noise=-1), "noise is -1; it must be a number, 0 or more"),
        (lambda: datasets.load("moons", noise=float("nan")), "noise is nan"),
        (lambda: datasets.load("moons", seed=-1), "seed is -1"),
        (lambda: datasets.load("digits", m=100), "leave out m=100"),
        (lambda: datasets.load("moons", path="x"), 'path belongs to "cats" and "mnist"'),
        (lambda: datasets.load("cats", download=True), 'download belongs to "mnist"'),
        (lambda: datasets.load("mnist", seed=1), "leave out seed=1"),
        (lambda: datasets.load("moons").image(0), "not images"),
    ],
)
def test_what_does_not_fit_gets_a_sentence(call: object, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        call()  # type: ignore[operator]


@pytest.fixture
def data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("digits.npz", "cats.npz", "SHA256SUMS"):
        shutil.copy(REAL_DATA / name, tmp_path)
    monkeypatch.setattr(files, "DATA", tmp_path)
    return tmp_path


def test_a_flipped_bit_is_found(data_folder: Path) -> None:
    file = data_folder / "digits.npz"
    content = bytearray(file.read_bytes())
    content[5000] ^= 1
    file.write_bytes(content)
    with pytest.raises(files.DataFileError, match=r"data/digits.npz is damaged.*git checkout data/digits.npz"):
        datasets.load("digits")


def test_a_truncated_file_and_a_missing_one_are_named(data_folder: Path) -> None:
    (data_folder / "cats.npz").write_bytes((data_folder / "cats.npz").read_bytes()[:-1])
    with pytest.raises(files.DataFileError, match=r"data/cats.npz is damaged"):
        datasets.load("cats")
    (data_folder / "cats.npz").unlink()
    with pytest.raises(files.DataFileError, match=r"data/cats.npz cannot be read"):
        datasets.load("cats")


@pytest.mark.parametrize("content", [None, b"what is this?", b"\xff\xfe"])
def test_checksums_that_cannot_be_read_are_named(data_folder: Path, content: bytes | None) -> None:
    file = data_folder / "SHA256SUMS"
    file.unlink() if content is None else file.write_bytes(content)
    with pytest.raises(files.DataFileError, match="SHA256SUMS is missing or damaged"):
        datasets.load("digits")


def test_nothing_is_unpickled(data_folder: Path) -> None:
    buffer = io.BytesIO()
    np.savez(buffer, train_images=np.array([{"a": 1}], dtype=object))
    (data_folder / "digits.npz").write_bytes(buffer.getvalue())
    digest = hashlib.sha256(buffer.getvalue()).hexdigest()
    (data_folder / "SHA256SUMS").write_text(f"{digest}  digits.npz\n", encoding="ascii")
    with pytest.raises(ValueError, match="allow_pickle=False"):
        datasets.load("digits")


def write_lecture_file(folder: Path, part: str, m: int = 4, size: int = 64) -> None:
    with h5py.File(folder / f"{part}_catvnoncat.h5", "w") as file:
        file[f"{part}_set_x"] = np.full((m, size, size, 3), 51, np.uint8)
        file[f"{part}_set_y"] = np.arange(m) % 2
        file["list_classes"] = np.array([b"non-cat", b"cat"])


def test_the_lectures_files_are_taken_from_a_folder(tmp_path: Path) -> None:
    write_lecture_file(tmp_path, "train", 6)
    write_lecture_file(tmp_path, "test", 4)
    cats = datasets.load("cats", path=tmp_path)
    assert cats.X.shape == (12288, 6) and cats.Y_test.tolist() == [[0, 1, 0, 1]]
    assert cats.X[0, 0] == 0.2 and "photographs" in cats.source


def test_in_data_they_are_taken_too_but_never_under_test(data_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for part in ("train", "test"):
        write_lecture_file(data_folder, part)
    assert "drawn" in datasets.load("cats").source
    monkeypatch.delenv("COURSE_TEST", raising=False)
    assert "photographs" in datasets.load("cats").source


def test_what_is_wrong_with_the_lectures_files_is_said(tmp_path: Path) -> None:
    write_lecture_file(tmp_path, "train")
    with pytest.raises(files.DataFileError, match=r"test_catvnoncat.h5 is not in"):
        datasets.load("cats", path=tmp_path)
    (tmp_path / "test_catvnoncat.h5").write_bytes(b"not HDF5")
    with pytest.raises(files.DataFileError, match=r"test_catvnoncat.h5 is damaged"):
        datasets.load("cats", path=tmp_path)
    write_lecture_file(tmp_path, "test", size=32)
    with pytest.raises(files.DataFileError, match=r"holds images \(4, 32, 32, 3\)"):
        datasets.load("cats", path=tmp_path)
    write_lecture_file(tmp_path, "test")
    whole = (tmp_path / "test_catvnoncat.h5").read_bytes()
    (tmp_path / "test_catvnoncat.h5").write_bytes(whole[: len(whole) // 2])
    with pytest.raises(files.DataFileError, match=r"test_catvnoncat.h5 is damaged"):
        datasets.load("cats", path=tmp_path)


@pytest.mark.parametrize(
    ("key", "value", "message"),
    [
        ("train_set_x", np.zeros((4, 64, 64, 3)), "pixels as bytes"),
        ("train_set_y", np.array([0, 1, 2, 3]), "labels 0 or 1"),
        ("train_set_y", np.array([0, 1, 1]), r"labels \(3,\)"),
        ("train_set_y", "0 1 0 1", r"labels \(\)"),
        ("train_set_y", None, "needs train_set_x and train_set_y"),
    ],
)
def test_what_only_looks_like_the_lectures_file_is_refused(
    tmp_path: Path, key: str, value: object, message: str
) -> None:
    write_lecture_file(tmp_path, "train")
    write_lecture_file(tmp_path, "test")
    with h5py.File(tmp_path / "train_catvnoncat.h5", "r+") as file:
        del file[key]
        if value is not None:
            file[key] = value
    with pytest.raises(files.DataFileError, match=f"train_catvnoncat.h5.*{message}"):
        datasets.load("cats", path=tmp_path)


def test_without_h5py_a_sentence_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "h5py", None)
    with pytest.raises(files.DataFileError, match="needs h5py: run"):
        datasets.load("cats", path=tmp_path)


@pytest.fixture
def make_data(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(REAL_DATA))
    return importlib.import_module("make_data")


def test_the_script_draws_the_stored_cats_again(make_data: ModuleType) -> None:
    stored = files.arrays("cats.npz")
    for part in ("train", "test"):
        for k in range(0, len(stored[f"{part}_images"]), 9):
            image, label = make_data.cat(part, k)
            assert label == stored[f"{part}_labels"][k]
            np.testing.assert_array_equal(image, stored[f"{part}_images"][k])


def test_the_script_makes_the_stored_digits_again(make_data: ModuleType) -> None:
    need("sklearn")
    assert make_data.content(make_data.digits) == (REAL_DATA / "digits.npz").read_bytes()


def test_the_files_are_the_same_on_windows(make_data: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    here = make_data.content(lambda: {"a": np.arange(3)})
    assert np.load(io.BytesIO(here))["a"].tolist() == [0, 1, 2]
    monkeypatch.setattr(sys, "platform", "win32")
    assert make_data.content(lambda: {"a": np.arange(3)}) == here


def test_check_tells_a_difference_and_writes_nothing(
    make_data: ModuleType, data_folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(make_data, "HERE", data_folder)
    monkeypatch.setattr(make_data, "FILES", {"digits.npz": lambda: {"a": np.arange(3)}})
    (data_folder / "SHA256SUMS").unlink()
    before = (data_folder / "digits.npz").read_bytes()
    assert make_data.main(["--check"]) == 1
    assert capsys.readouterr().out == "differs: digits.npz, SHA256SUMS\n"
    assert (data_folder / "digits.npz").read_bytes() == before
    assert make_data.main([]) == 0 and make_data.main(["--check"]) == 0
    assert files.arrays("digits.npz")["a"].tolist() == [0, 1, 2]


class TestPhotograph:
    """A learner's own image as a column."""

    @staticmethod
    def saved(file: Path, pixels: np.ndarray, **options: object) -> Path:
        pillow = importlib.import_module("PIL.Image")
        pillow.fromarray(pixels).save(file, **options)
        return file

    @pytest.mark.parametrize("size", [(1, 1), (64, 64), (480, 640), (1000, 30)])
    @pytest.mark.parametrize("ending", ["png", "jpg", "bmp", "gif"])
    def test_any_size_and_format(self, tmp_path: Path, size: tuple[int, int], ending: str) -> None:
        grey = np.full((*size, 3), 102, np.uint8)
        x = datasets.photograph(self.saved(tmp_path / f"my cat.{ending}", grey))
        assert x.shape == (12288, 1) == datasets.load("cats").X[:, :1].shape
        np.testing.assert_allclose(x, 0.4, atol=0.01)

    def test_pixels_are_in_the_order_of_the_cats(self, tmp_path: Path) -> None:
        image = datasets.load("cats").image(3)
        x = datasets.photograph(self.saved(tmp_path / "cat.png", np.round(255 * image).astype(np.uint8)))
        np.testing.assert_allclose(x[:, 0], image.ravel(), atol=1e-12)

    def test_the_middle_square_is_taken_and_nothing_is_squeezed(self, tmp_path: Path) -> None:
        wide = np.zeros((64, 192, 3), np.uint8)
        wide[:, 64:128] = 255
        assert datasets.photograph(self.saved(tmp_path / "wide.png", wide)).min() > 0.8

    @pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "CMYK", "I;16", "RGBA"])
    def test_every_kind_of_colour(self, tmp_path: Path, mode: str) -> None:
        pillow = importlib.import_module("PIL.Image")
        file = tmp_path / ("a.tif" if mode == "CMYK" else "a.png")
        pillow.new(mode, (80, 70)).save(file)
        assert datasets.photograph(file).shape == (12288, 1)

    def test_what_is_transparent_is_white_and_the_camera_may_be_turned(self, tmp_path: Path) -> None:
        assert datasets.photograph(self.saved(tmp_path / "clear.png", np.zeros((9, 9, 4), np.uint8))).min() == 1
        pillow = importlib.import_module("PIL.Image")
        turned = np.zeros((64, 64, 3), np.uint8)
        turned[:32] = 255
        exif = pillow.Exif()
        exif[0x0112] = 3  # upside down
        x = datasets.photograph(self.saved(tmp_path / "turned.png", turned, exif=exif)).reshape(64, 64, 3)
        assert x[:31].max() < 0.01 and x[33:].min() > 0.99

    @pytest.mark.parametrize("content", [b"", b"no image", b"\x89PNG\r\n\x1a\nbroken", b"GIF89a"])
    def test_what_is_no_image_is_said_in_a_sentence(self, tmp_path: Path, content: bytes) -> None:
        file = tmp_path / "cat.jpg"
        file.write_bytes(content)
        with pytest.raises(files.DataFileError, match="^cat.jpg is not an image that can be read; save it as"):
            datasets.photograph(file)

    def test_half_an_image_is_refused(self, tmp_path: Path) -> None:
        file = self.saved(tmp_path / "cat.png", np.random.default_rng(0).integers(0, 255, (90, 90, 3), np.uint8))
        file.write_bytes(file.read_bytes()[:9000])
        with pytest.raises(files.DataFileError, match="is not an image that can be read"):
            datasets.photograph(file)

    def test_a_missing_file_a_folder_and_a_huge_one_are_named(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        for path in (tmp_path / "none.jpg", tmp_path):
            with pytest.raises(files.DataFileError, match=f"there is no file {path.name}"):
                datasets.photograph(path)
        monkeypatch.setattr("helpers.datasets.photographs.MOST", 99)
        with pytest.raises(files.DataFileError, match="has 10 x 10 pixels; make it smaller"):
            datasets.photograph(self.saved(tmp_path / "large.png", np.zeros((10, 10), np.uint8)))
