"""Changing the model of a library without downtime: the old one answers until the new one can."""

import dataclasses
import logging
import time
from dataclasses import dataclass

import numpy as np

from mindseye import paths
from mindseye.clip import ModelManifest
from mindseye.clip.installed import open_manifest, reference_to
from mindseye.errors import InputError, MindseyeError, ModelError
from mindseye.events import ModelChanged
from mindseye.library import Library
from mindseye.phrases import Phrase
from mindseye.settings import Settings

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Switch:
    """A change of model that is under way."""

    model: str
    """The name of the model that is being prepared."""
    title: str
    done: int
    """Photos that have their vector."""
    total: int
    """Photos that can be found with the model that answers."""


@dataclass(frozen=True, slots=True)
class SwitchSummary:
    """What a change of model came to."""

    model: str
    title: str
    photos: int
    """Photos that can be found with it."""
    missing: int
    """Photos that cannot yet, since their files are away or unreadable."""
    seconds: float


def switch_model(library: Library, name: str, *, keep_old: bool = True) -> None:
    """Begins the change to another model; the indexer does it, and an interruption anywhere loses nothing.

    Args:
        library: where.
        name: an installed model's name or folder; the one that answers already calls a change off.
        keep_old: whether the old vectors stay, so that going back costs nothing.

    Raises:
        InputError: there is no such model, it is damaged, or the library was opened with ``--model``.
        CatalogError: the library cannot be written.
    """
    manifest = usable_model(name)
    library.spaces.wish(reference_to(manifest), keep_old=keep_old)
    library.indexer.look()


def cancel_switch(library: Library) -> None:
    """Calls a change of model off; what was prepared stays for another attempt."""
    library.spaces.call_off()


def current_switch(library: Library) -> Switch | None:
    """The change of model that is under way, with how far it is."""
    following = library.spaces.next
    if following is None:
        return None
    return Switch(
        following.manifest.name,
        following.manifest.title,
        len(following.index),
        len(library.spaces.active.index),
    )


def complete_switch(library: Library, name: str, *, keep_old: bool = True) -> SwitchSummary:
    """Changes to another model now, to the end, as the command line does.

    Raises:
        InputError: as ``switch_model``.
        CatalogError: the library cannot be written.
        ModelError: the model cannot be run; the old one goes on answering.
    """
    began = time.monotonic()
    before = library.spaces.active.index.ids()
    switch_model(library, name, keep_old=keep_old)
    library.indexer.index()
    active = library.spaces.active
    found = len(active.index)
    return SwitchSummary(
        active.manifest.name,
        active.manifest.title,
        found,
        len(np.setdiff1d(before, active.index.ids())),
        time.monotonic() - began,
    )


def usable_model(name: str) -> ModelManifest:
    """An installed model, every byte of it checked.

    Raises:
        InputError: there is no such model, or it is damaged.
    """
    try:
        manifest = open_manifest(name)
        manifest.verify()
    except ModelError as error:
        raise InputError(error.message, path=error.path) from error
    return manifest


def set_default_model(reference: str) -> None:
    """Lets new libraries use a model.

    Raises:
        InputError: the settings are damaged, or cannot be written.
    """
    path = paths.settings_file()
    settings = Settings.load(path)
    if settings.model == reference:
        return
    try:
        dataclasses.replace(settings, model=reference).save(path)
    except OSError as error:
        raise InputError(
            Phrase("The settings in {path} cannot be written ({error}).", path=path, error=error.strerror),
            path=path,
        ) from error


def remember_choice(event: ModelChanged) -> None:
    """Takes the model of a library that changed it over into the settings."""
    try:
        set_default_model(event.model)
    except MindseyeError as error:
        log.warning("%s", error.message)
