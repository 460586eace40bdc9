"""Arrays from an .npz that others made, each under any one of several names; nothing is unpickled."""

import io
import zipfile
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from helpers.datasets.files import DataFileError, Named, content_of
from helpers.wording import listed


def read(file: Path, keys: Sequence[Sequence[str]]) -> list[Named]:
    """One array for each group of names that it may have, in their order."""
    content = content_of(file)
    if not zipfile.is_zipfile(io.BytesIO(content)):
        raise DataFileError(f"{file.name} is not an .npz, or cut off; get it again")
    try:
        with np.load(io.BytesIO(content), allow_pickle=False) as archive:
            names = [_present(file, archive.files, group) for group in keys]
            return [Named(f"{name} in {file.name}", np.asarray(archive[name])) for name in names]
    except DataFileError:
        raise
    except Exception as error:  # zipfile and NumPy have a dozen kinds for what is wrong inside an archive
        raise DataFileError(f"{file.name} is damaged ({error}); get it again") from None


def _present(file: Path, names: Sequence[str], group: Sequence[str]) -> str:
    for name in group:
        if name in names:
            return name
    raise DataFileError(f"{file.name} has no {listed(group, 'or')}; it has {listed(names) if names else 'no arrays'}")
