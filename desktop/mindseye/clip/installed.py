"""The models that are on this computer: shipped, downloaded or imported."""

from collections.abc import Iterator
from pathlib import Path

from mindseye import paths
from mindseye.clip.manifest import FILE_NAME, ModelManifest
from mindseye.errors import InputError, ModelError
from mindseye.phrases import Phrase

UNFINISHED = ".part"
"""Ends the name of a folder in which a model is being put together."""


def installed_models() -> dict[str, ModelManifest]:
    """Every model whose description can be read, by name; the user's own stand before shipped ones."""
    found: dict[str, ModelManifest] = {}
    for folder in _model_folders():
        try:
            manifest = ModelManifest.load(folder)
        except ModelError:
            continue  # damaged_models tells of it
        found.setdefault(manifest.name, manifest)
    return found


def damaged_models() -> dict[Path, str]:
    """The model folders whose description cannot be read, each with the reason as a sentence."""
    found: dict[Path, str] = {}
    for folder in _model_folders():
        try:
            ModelManifest.load(folder)
        except ModelError as error:
            found[folder] = error.message
    return found


def open_manifest(name: str) -> ModelManifest:
    """The description of an installed model, by its name or the path of its folder.

    Raises:
        InputError: there is no such model.
        ModelError: its description is damaged.
    """
    folder = Path(name)
    if paths.is_file(folder / FILE_NAME):
        return ModelManifest.load(folder)
    models = installed_models()
    if name in models:
        return models[name]
    for damaged in damaged_models():
        if damaged.name == name:
            return ModelManifest.load(damaged)
    raise InputError(
        Phrase(
            "There is no model {name} here. Installed: {names}.",
            name=repr(name),
            names=", ".join(sorted(models)) or "none",
        )
    )


def reference_to(manifest: ModelManifest) -> str:
    """What ``open_manifest`` finds this model by: its name, or its folder where another has the name."""
    known = installed_models().get(manifest.name)
    if known is not None and known.folder.resolve() == manifest.folder.resolve():
        return manifest.name
    return str(manifest.folder.resolve())


def _model_folders() -> Iterator[Path]:
    for home in (paths.user_models(), paths.shipped_models()):
        try:
            folders = sorted(home.iterdir())
        except OSError:  # there is none, or it may not be looked into
            continue
        for folder in folders:
            if paths.is_file(folder / FILE_NAME) and not folder.name.endswith(UNFINISHED):
                yield folder
