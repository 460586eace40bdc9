"""Downloads, from a server of our own: resumed where they stopped, checked, and never under their name before."""

import hashlib
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from display_kit import Screen
from mnist_kit import ARRAYS, STEMS, idx_bytes, is_right, write_idx

from helpers import datasets, progress
from helpers.datasets import download, files, mnist
from helpers.datasets.download import fetch
from helpers.datasets.files import Remote

CONTENT = np.random.default_rng(1).bytes(300_000)
FILE = Remote("some.gz", len(CONTENT), hashlib.sha256(CONTENT).hexdigest())


class Server(ThreadingHTTPServer):
    """Gives the files in `content`; breaks off after `breaks_after` bytes; remembers which ranges were asked for."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.content: dict[str, bytes] = {FILE.name: CONTENT}
        self.breaks_after: int | None = None
        self.knows_ranges = True
        self.asked: list[str | None] = []
        self.mirror = f"http://127.0.0.1:{self.server_port}/"


class Handler(BaseHTTPRequestHandler):
    server: Server

    def do_GET(self) -> None:
        server, content = self.server, self.server.content.get(self.path[1:])
        server.asked.append(self.headers["Range"])
        if content is None:
            self.send_error(404)
            return
        start = int(self.headers["Range"].removeprefix("bytes=").removesuffix("-")) if self.headers["Range"] else 0
        start = start if server.knows_ranges else 0
        self.send_response(206 if start else 200)
        self.send_header("Content-Length", str(len(content) - start))
        self.end_headers()
        self.wfile.write(content[start:][: server.breaks_after])

    def log_message(self, *_: Any) -> None:
        pass


@pytest.fixture
def server() -> Iterator[Server]:
    with Server() as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        yield server
        server.shutdown()
        thread.join()


def test_a_file_comes_whole_and_nothing_else_stays(server: Server, tmp_path: Path) -> None:
    file = fetch(FILE, [server.mirror], tmp_path / "new" / "folder")
    assert file.read_bytes() == CONTENT and list(file.parent.iterdir()) == [file]
    assert server.asked == [None]


def test_an_interrupted_download_goes_on_where_it_stopped(server: Server, tmp_path: Path) -> None:
    server.breaks_after = 100_000
    with pytest.raises(files.DataFileError, match=r"broke after 100,000 of 300,000 bytes.*goes on where"):
        fetch(FILE, [server.mirror], tmp_path)
    assert [file.name for file in tmp_path.iterdir()] == ["some.gz.part"]
    server.breaks_after = None
    assert fetch(FILE, [server.mirror], tmp_path).read_bytes() == CONTENT
    assert server.asked == [None, "bytes=100000-"] and not (tmp_path / "some.gz.part").exists()


def test_an_interrupt_keeps_what_came(server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: Any) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(download.Progress, "look", interrupt)
        with pytest.raises(KeyboardInterrupt):
            fetch(FILE, [server.mirror], tmp_path)
    came = (tmp_path / "some.gz.part").stat().st_size
    assert 0 < came < len(CONTENT)
    assert fetch(FILE, [server.mirror], tmp_path).read_bytes() == CONTENT
    assert server.asked[-1] == f"bytes={came}-"


def test_another_mirror_goes_on_with_what_the_first_one_gave(server: Server, tmp_path: Path) -> None:
    server.breaks_after = 150_000
    assert fetch(FILE, [server.mirror, server.mirror], tmp_path).read_bytes() == CONTENT
    assert server.asked == [None, "bytes=150000-"]


def test_a_mirror_that_knows_no_ranges_begins_again(server: Server, tmp_path: Path) -> None:
    (tmp_path / "some.gz.part").write_bytes(CONTENT[:1000])
    server.knows_ranges = False
    assert fetch(FILE, [server.mirror], tmp_path).read_bytes() == CONTENT
    assert server.asked == ["bytes=1000-"]


@pytest.mark.parametrize("part", [CONTENT, CONTENT + b"more", b"x" * FILE.size, b"x" * 1000])
def test_what_was_left_by_another_download_is_taken_only_if_it_is_right(
    server: Server, tmp_path: Path, part: bytes
) -> None:
    (tmp_path / "some.gz.part").write_bytes(part)
    assert fetch(FILE, [server.mirror, server.mirror], tmp_path).read_bytes() == CONTENT
    assert len(server.asked) == (0 if part == CONTENT else 2 if len(part) == 1000 else 1)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (CONTENT[::-1], "checksum is wrong"),
        (CONTENT + b"more", "it offers 300,004 bytes for 300,000"),
        (b"<html>You are offline", "it offers 21 bytes for 300,000, another file or a web page"),
    ],
)
def test_another_file_is_refused_and_not_kept(server: Server, tmp_path: Path, content: bytes, message: str) -> None:
    server.content[FILE.name] = content
    with pytest.raises(files.DataFileError, match=f"some.gz could not be downloaded .*{message}"):
        fetch(FILE, [server.mirror], tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_every_mirror_is_named_with_its_trouble(server: Server, tmp_path: Path) -> None:
    server.content.clear()
    gone = "http://127.0.0.1:9/"  # nobody listens there
    with pytest.raises(files.DataFileError) as caught:
        fetch(FILE, [server.mirror, gone], tmp_path)
    assert f"127.0.0.1:{server.server_port}: Not Found" in str(caught.value)
    assert "127.0.0.1:9: " in str(caught.value) and "\n" not in str(caught.value)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_made_is_named(server: Server, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(files.DataFileError, match=r"some.gz.part cannot be written \(.*\); name a folder of your own"):
        fetch(FILE, [server.mirror], tmp_path / "file" / "folder")
    assert server.asked == []


def test_progress_says_how_many_megabytes_came(
    server: Server, screen: Screen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(progress, "PATIENCE", 0.0)
    monkeypatch.setattr(progress, "BEAT", 0.0)
    fetch(FILE, [server.mirror], tmp_path)
    _, words, _ = screen.shown[0]
    assert words.startswith("some.gz: 0.1 of 0.3 MB, ") and words.endswith(" left") and screen.cleared


@pytest.fixture
def published(server: Server, monkeypatch: pytest.MonkeyPatch) -> list[Remote]:
    """A small MNIST on our own server."""
    remotes = []
    for stem, array in zip(STEMS, ARRAYS.values(), strict=True):
        content = idx_bytes(array)
        server.content[f"{stem}.gz"] = content
        remotes.append(Remote(f"{stem}.gz", len(content), hashlib.sha256(content).hexdigest()))
    monkeypatch.setattr(mnist, "PUBLISHED", tuple(remotes))
    monkeypatch.setattr(mnist, "MIRRORS", (server.mirror,))
    return remotes


def test_mnist_is_downloaded_when_asked_and_only_what_is_missing(
    server: Server, published: list[Remote], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(files.DataFileError):
        datasets.load("mnist", path=tmp_path)
    assert server.asked == []
    write_idx(tmp_path)[3].unlink()
    assert is_right(datasets.load("mnist", path=tmp_path, download=True)) and len(server.asked) == 1
    monkeypatch.setattr(files, "DATA", tmp_path / "data")
    assert is_right(datasets.load("mnist", download=True)) and len(server.asked) == 5
    assert is_right(datasets.load("mnist", download=True)) and len(server.asked) == 5
    assert {file.name for file in (tmp_path / "data").iterdir()} == {remote.name for remote in published}


def test_a_download_needs_a_folder(tmp_path: Path) -> None:
    (tmp_path / "mnist.npz").touch()
    with pytest.raises(files.DataFileError, match=r"mnist.npz is a file; a download needs a folder"):
        datasets.load("mnist", path=tmp_path / "mnist.npz", download=True)
