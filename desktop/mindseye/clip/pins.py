"""The hashes recorded when a file without a pin came for the first time, held ever since.

They outlive the model's folder: who removes a model and fetches it again gets the same bytes or an error.
"""

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from filelock import FileLock

from mindseye.errors import ModelError
from mindseye.phrases import Phrase
from mindseye.whole_files import replacing


@dataclass(frozen=True, slots=True)
class Pin:
    """What a file was the first time."""

    revision: str
    size: int
    sha256: str


class PinBook:
    """The recorded hashes by "repository/file", in one JSON file that is replaced whole."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def find(self, repository: str, file: str) -> Pin | None:
        """What was recorded of a file, if anything.

        Raises:
            ModelError: the records are damaged. They are never passed over: that would undo the promise.
        """
        return self._read().get(f"{repository}/{file}")

    def record(self, repository: str, files: dict[str, Pin]) -> None:
        """Adds what came of files that have no record yet.

        Raises:
            ModelError: the records cannot be read or written.
        """
        fresh = {f"{repository}/{file}": pin for file, pin in files.items()}
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            # Two models may come at the same moment; neither may forget what the other recorded.
            with FileLock(self._path.with_suffix(".lock")):
                text = json.dumps({key: asdict(pin) for key, pin in (fresh | self._read()).items()}, indent=2)
                with replacing(self._path) as temporary:
                    temporary.write_text(text, encoding="utf-8")
        except OSError as error:
            raise ModelError(
                Phrase(
                    "The hashes of the model cannot be recorded in {path}: {error}.",
                    path=self._path,
                    error=error.strerror,
                ),
                path=self._path,
            ) from error

    def _read(self) -> dict[str, Pin]:
        try:
            stored = json.loads(self._path.read_text(encoding="utf-8"))
            return {key: Pin(**facts) for key, facts in stored.items()}
        except FileNotFoundError:
            return {}
        except (OSError, ValueError, TypeError, AttributeError) as error:
            raise ModelError(
                Phrase(
                    "The recorded hashes in {path} cannot be read ({error}). Mend or delete the file; "
                    "models without a published hash are then recorded anew.",
                    path=self._path,
                    error=error,
                ),
                path=self._path,
            ) from error
