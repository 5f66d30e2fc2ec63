"""Where things lie: what ships with the program, and what belongs to the user.

In a wheel the shipped files are inside the package (``mindseye/_data``); in a checkout they are the
``models`` and ``resources`` folders at the top of the repository.
"""

import os
from collections.abc import Callable
from pathlib import Path

import platformdirs

HOME_VARIABLE = "MINDSEYE_HOME"
"""The environment variable that names another data folder (tests, trying things)."""

_PACKAGE = Path(__file__).resolve().parent
_INSTALLED_DATA = _PACKAGE / "_data"
_SHIPPED = _INSTALLED_DATA if _INSTALLED_DATA.is_dir() else _PACKAGE.parent.parent


def is_file(path: Path) -> bool:
    """Whether a file is there; one that may not be looked at, or whose name is impossible, is not."""
    return _looks(path.is_file)


def is_folder(path: Path) -> bool:
    """Whether a folder is there; as :func:`is_file`."""
    return _looks(path.is_dir)


def is_there(path: Path) -> bool:
    """Whether anything is there; as :func:`is_file`."""
    return _looks(path.exists)


def _looks(ask: Callable[[], bool]) -> bool:
    try:
        return ask()
    except OSError:
        return False


def resource(*parts: str) -> Path:
    """The path of a file or folder below ``resources`` that ships with the program."""
    return _SHIPPED.joinpath("resources", *parts)


def shipped_models() -> Path:
    """The folder of the models that ship with the program, one sub-folder each."""
    return _SHIPPED / "models"


def data_home() -> Path:
    """The user's data folder of Mindseye, or the one that ``HOME_VARIABLE`` names."""
    override = os.environ.get(HOME_VARIABLE)
    return Path(override) if override else Path(platformdirs.user_data_dir("mindseye", appauthor=False))


def default_library() -> Path:
    """The library that is opened when none is named."""
    return data_home() / "library"


def kept_pictures(library: Path) -> Path:
    """The folder in a library with the pictures that queries of albums speak of; none of them is a photo."""
    return library / "pictures"


def user_models() -> Path:
    """The folder of downloaded and imported models, one sub-folder each."""
    return data_home() / "models"


def pasted_pictures() -> Path:
    """The folder of pictures that were pasted to search by them."""
    return data_home() / "pasted"


def settings_file() -> Path:
    """The file of the user's settings."""
    return data_home() / "settings.json"


def pictures_folder() -> Path:
    """The user's picture folder, whether it exists or not."""
    return Path(platformdirs.user_pictures_dir())
