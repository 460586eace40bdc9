"""A file from the first mirror that has it.  What came before an interruption is kept, and gone on with.

It stands under its own name only when it is whole and its SHA-256 is right; until then it ends in .part.
"""

import hashlib
from collections.abc import Sequence
from http.client import HTTPException, HTTPResponse
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import Request, urlopen

from helpers.datasets.files import DataFileError, Remote
from helpers.progress import Progress

BLOCK = 1 << 16  # bytes between two looks at the clock
PATIENCE = 20  # seconds that a mirror may be silent


def fetch(remote: Remote, mirrors: Sequence[str], folder: Path) -> Path:
    """Get the file into the folder, shown as progress.  DataFileError, in a sentence, where no mirror gives it."""
    part, troubles = _part(remote, folder), []
    for mirror in mirrors:
        try:
            _go_on(remote, mirror + remote.name, part)
            return part.replace(folder / remote.name)
        except (OSError, HTTPException, DataFileError) as error:
            troubles.append(f"{urlsplit(mirror).netloc}: {getattr(error, 'reason', None) or error}")
    if part.stat().st_size == 0:
        part.unlink()
    raise DataFileError(
        f"{remote.name} could not be downloaded ({'; '.join(troubles)}); try again later, it goes on where it stopped"
    )


def _part(remote: Remote, folder: Path) -> Path:
    part = folder / f"{remote.name}.part"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        part.touch()
    except OSError as error:
        raise DataFileError(f"{part} cannot be written ({error.strerror}); name a folder of your own as path") from None
    return part


def _go_on(remote: Remote, url: str, part: Path) -> None:
    """From where `part` ends to the end of the file; what turns out wrong is thrown away."""
    if (done := part.stat().st_size) < remote.size:
        request = Request(url, headers={"Range": f"bytes={done}-"} if done else {})
        with urlopen(request, timeout=PATIENCE) as answer:
            _save(remote, answer, part)
    if part.stat().st_size < remote.size:
        raise DataFileError(f"the connection broke after {part.stat().st_size:,} of {remote.size:,} bytes")
    if hashlib.sha256(part.read_bytes()).hexdigest() != remote.sha256:
        part.write_bytes(b"")
        raise DataFileError("what came is another file: its checksum is wrong")


def _save(remote: Remote, answer: HTTPResponse, part: Path) -> None:
    """A mirror that does not know ranges begins from the beginning, and so does the file."""
    done = part.stat().st_size if answer.status == 206 else 0
    if answer.length is not None and done + answer.length != remote.size:
        raise DataFileError(f"it offers {done + answer.length:,} bytes for {remote.size:,}, another file or a web page")
    progress = Progress("download", remote.size, done)
    try:
        with part.open("ab" if done else "wb") as file:
            while done <= remote.size and (block := answer.read(BLOCK)):
                done += file.write(block)
                progress.look(done, f"{remote.name}: {done / 1e6:.1f} of {remote.size / 1e6:.1f} MB")
    finally:
        progress.close()
