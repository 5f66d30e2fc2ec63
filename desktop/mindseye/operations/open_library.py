"""Opening the library and the model that the user means."""

from pathlib import Path

from mindseye import paths
from mindseye.clip import ClipModel, ModelManifest
from mindseye.clip.installed import open_manifest
from mindseye.errors import InputError
from mindseye.events import ModelChanged
from mindseye.indexing.pace import Rules
from mindseye.library import Library
from mindseye.operations.switch_model import remember_choice
from mindseye.phrases import Phrase
from mindseye.settings import Settings


def library_folder(directory: Path | None) -> Path:
    """The folder of the library that is meant, whether it exists or not."""
    return (directory or paths.default_library()).absolute()


def open_library(directory: Path | None = None, *, model: str | None = None) -> Library:
    """Opens a library.

    Args:
        directory: its folder; by default the user's own.
        model: the name or folder of a model to use whatever the library chose; by default it is the
            library's own, and in one that never chose the one in the settings.

    Raises:
        InputError: there is no such model, or the settings are damaged.
        ModelError: the model's description is damaged.
        CatalogError: the library cannot be opened.
    """
    rules = Rules.of(Settings.load(paths.settings_file()))
    library = Library.open(library_folder(directory), _manifest(model), follow=model is None)
    library.indexer.pacer.rules = rules
    library.events.subscribe(ModelChanged, remember_choice)
    return library


def open_existing_library(directory: Path | None = None, *, model: str | None = None) -> Library:
    """Opens a library that must be there; otherwise as ``open_library``.

    Raises:
        InputError: the folder holds no library.
    """
    chosen = library_folder(directory)
    if not Library.exists(chosen):
        raise InputError(
            Phrase(
                "There is no library in {chosen}. Make one with: mindseye index FOLDER --library {chosen}",
                chosen=chosen,
            ),
            path=chosen,
        )
    return open_library(chosen, model=model)


def open_model(name: str | None = None) -> ClipModel:
    """The model of this name, or the one in the settings; its networks are loaded when they are needed.

    Raises:
        InputError: there is no such model, or the settings are damaged.
        ModelError: the model's description is damaged.
    """
    return ClipModel(_manifest(name))


def _manifest(name: str | None) -> ModelManifest:
    return open_manifest(name or Settings.load(paths.settings_file()).model)
