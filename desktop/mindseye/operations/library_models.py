"""The models as one library sees them: which answers, what is embedded with each, what can go."""

import shutil
from dataclasses import dataclass

from mindseye import paths
from mindseye.catalog import vectors
from mindseye.clip.installed import UNFINISHED, installed_models, reference_to
from mindseye.errors import InputError, ModelError
from mindseye.library import Library
from mindseye.operations.models import ModelEntry, list_models
from mindseye.phrases import Phrase


@dataclass(frozen=True, slots=True)
class LibraryModel:
    """A model, and what the library has to do with it."""

    entry: ModelEntry
    answers: bool
    """Whether searches are answered with it."""
    preparing: bool
    """Whether it is to answer as soon as its vectors are there."""
    photos: int
    """Photos that are embedded with it."""
    removable: bool
    """Whether its files are the user's own and nobody needs them."""

    @property
    def here(self) -> bool:
        """Whether it is on this computer, whole or not."""
        return self.entry.state != "available"

    @property
    def whole(self) -> bool:
        """Whether it can be used."""
        return self.entry.state == "installed"


def models_of_library(library: Library) -> list[LibraryModel]:
    """The models that are here, then those that can be had.

    Raises:
        InputError: the settings are damaged.
        ModelError: the catalog of models is damaged.
    """
    here = installed_models()
    references = {name: reference_to(manifest) for name, manifest in here.items()}
    active, following = library.spaces.active.reference, library.spaces.next
    embedded = vectors_by_model(library)
    found: list[LibraryModel] = []
    for entry in list_models():
        reference = references.get(entry.name)
        answers = reference == active
        preparing = following is not None and reference == following.reference
        own = (paths.user_models() / entry.name).is_dir()
        needed = answers or preparing or entry.in_use
        found.append(LibraryModel(entry, answers, preparing, embedded.get(entry.name, 0), own and not needed))
    return found


def vectors_by_model(library: Library) -> dict[str, int]:
    """How many photos are embedded with each model, by its name; models without any are left out."""
    with library.catalog.read() as connection:
        held = vectors.spaces(connection)
    names: dict[str, list[str]] = {}
    for name, manifest in installed_models().items():
        names.setdefault(manifest.fingerprint, []).append(name)
    return {name: space.count for space in held for name in names.get(space.fingerprint, [space.model])}


def drop_vectors(library: Library, name: str) -> int:
    """Deletes the vectors of a model that is not in use; gives how many there were.

    Raises:
        InputError: the model answers, or is being prepared.
        CatalogError: the library cannot be written.
    """
    here = installed_models().get(name)
    with library.catalog.read() as connection:
        held = vectors.spaces(connection)
    dropped = 0
    for space in held:
        if space.fingerprint == here.fingerprint if here is not None else space.model == name:
            library.spaces.drop(space.id, space.fingerprint)
            dropped += space.count
    return dropped


def remove_model(library: Library, name: str) -> None:
    """Deletes the files of a model of the user's own; the vectors made with it stay.

    Raises:
        InputError: it ships with the program, or is in use.
        ModelError: the files cannot be deleted.
    """
    model = next((each for each in models_of_library(library) if each.entry.name == name), None)
    if model is None or not model.removable:
        raise InputError(Phrase("The model {name} is in use or part of the program, so it stays.", name=name))
    folder = paths.user_models() / name
    hidden = folder.with_name(f"{name}.old{UNFINISHED}")
    try:
        shutil.rmtree(hidden, ignore_errors=True)
        folder.replace(hidden)  # nobody sees half a model
        shutil.rmtree(hidden)
    except OSError as error:
        raise ModelError(
            Phrase("The model in {folder} cannot be deleted: {error}.", folder=folder, error=error.strerror),
            path=folder,
        ) from error
