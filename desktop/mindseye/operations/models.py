"""The models: which are here and which can be had, getting, checking and timing them."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from mindseye import paths
from mindseye.clip.bench import Row, bench
from mindseye.clip.catalog import CatalogModel, catalog_file, read_catalog
from mindseye.clip.download import Step, download
from mindseye.clip.hub import Hub
from mindseye.clip.import_folder import Imported, import_folder
from mindseye.clip.installed import UNFINISHED, damaged_models, installed_models, open_manifest
from mindseye.clip.manifest import ModelManifest
from mindseye.clip.pins import PinBook
from mindseye.errors import InputError, ModelError
from mindseye.phrases import Phrase, measure_phrase
from mindseye.settings import Settings
from mindseye.tasks import CancelToken


@dataclass(frozen=True, slots=True)
class ModelEntry:
    """A model that is here, or could be."""

    name: str
    title: str
    state: str
    """``installed``, ``available``, or ``damaged: reason``."""
    licence: str
    languages: tuple[str, ...]
    pinned: bool
    """Whether every byte is known before a download; true of what is installed, as its hashes are held."""
    size: int | None
    """Bytes on the disk, or of the download where known."""
    dimension: int | None
    summary: str
    in_use: bool
    """Whether it is the one in the settings."""
    accuracy: str = ""
    """A published figure with what it measures, where the catalog has one."""
    fetched: int = 0
    """Bytes of a download that was cut and can go on."""
    repository: str = ""
    """Where on the hub it comes from."""
    trouble: str = ""
    """What is wrong with a damaged one, in a sentence."""


def list_models() -> list[ModelEntry]:
    """The models that are here, then those of the catalog that are not.

    Raises:
        ModelError: the catalog is damaged.
        InputError: the settings are damaged.
    """
    used = Settings.load(paths.settings_file()).model
    offered = read_catalog(catalog_file())
    here = installed_models()
    entries = [_installed(manifest, offered.get(name), used) for name, manifest in here.items()]
    entries += [
        ModelEntry(folder.name, folder.name, f"damaged: {reason}", "", (), False, None, None, "",
                   in_use=folder.name == used, trouble=reason)
        for folder, reason in damaged_models().items()
    ]  # fmt: skip
    entries += [
        ModelEntry(model.name, model.title, "available", model.licence, model.languages, model.pinned,
                   model.download_size, model.dimension, model.summary, in_use=model.name == used,
                   accuracy=_accuracy(model), fetched=_fetched(model), repository=model.repository)
        for model in offered.values() if model.name not in here
    ]  # fmt: skip
    return entries


def catalog_model(name: str) -> CatalogModel:
    """A model of the catalog.

    Raises:
        InputError: there is none of this name.
        ModelError: the catalog is damaged.
    """
    offered = read_catalog(catalog_file())
    if name not in offered:
        raise InputError(
            Phrase(
                "There is no model {name} to download. There are: {names}.",
                name=repr(name),
                names=", ".join(offered),
            )
        )
    return offered[name]


def download_model(
    name: str,
    *,
    agreed: bool = False,
    progress: Callable[[Step], None] = lambda _: None,
    token: CancelToken | None = None,
) -> ModelManifest:
    """Gets a model of the catalog; one that is here and whole is left as it is.

    Args:
        name: its name in the catalog.
        agreed: whether the user takes a model whose bytes nobody vouches for.
        progress: told of every step; may raise to stop, which keeps what came.
        token: calls it off at once, whatever the network does.

    Raises:
        Cancelled: it was called off.
        InputError: there is no such model, or it is not pinned and nobody agreed.
        ModelError: it cannot be fetched, or what came is not right.
    """
    model = catalog_model(name)
    if (present := installed_models().get(name)) is not None:
        try:
            present.verify()
        except ModelError:
            pass  # it is fetched again, and gives way only to a whole one
        else:
            return present
    if not model.pinned and not agreed:
        raise InputError(
            Phrase(
                "Nobody vouches for the exact files of {name} yet. What comes from {repository} is "
                "recorded and held from then on; to agree: mindseye models download {name} --yes",
                name=name,
                repository=model.repository,
            )
        )
    with Hub(token=token) as hub:
        return download(
            model, paths.user_models(), hub, PinBook(paths.data_home() / "model-pins.json"), progress=progress
        )


def import_model(folder: Path, name: str | None = None) -> Imported:
    """Takes a model in from a folder; the folder is only read.

    Raises:
        InputError: there is no model in it, or the name cannot be used.
        ModelError: the model does not work. Nothing is left behind then.
    """
    return import_folder(folder, paths.user_models(), name)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What checking every byte of a model showed."""

    name: str
    problem: str | None
    """None where all is well."""


def verify_models(name: str | None = None) -> list[Verdict]:
    """Hashes every file of one model, or of all that are here.

    Raises:
        InputError: there is no model of this name.
    """
    if name is None:
        found = list(installed_models().values())
        verdicts = [Verdict(folder.name, reason) for folder, reason in damaged_models().items()]
    else:
        try:
            found, verdicts = [open_manifest(name)], []
        except ModelError as error:
            return [Verdict(name, error.message)]
    return [*(_verdict(manifest) for manifest in found), *verdicts]


def bench_model(name: str | None = None, *, seconds: float = 2.0) -> list[Row]:
    """Times a model on every processor there is.

    Raises:
        InputError: there is no such model, or the settings are damaged.
        ModelError: the model cannot be run.
    """
    return bench(open_manifest(name or Settings.load(paths.settings_file()).model), seconds=seconds)


def _installed(manifest: ModelManifest, offered: CatalogModel | None, used: str) -> ModelEntry:
    try:
        size = sum((manifest.folder / file).stat().st_size for file in manifest.files())
        state, trouble = "installed", ""
    except OSError as error:
        trouble = Phrase("{path} is missing", path=error.filename)
        size, state = 0, f"damaged: {trouble}"
    return ModelEntry(
        manifest.name, manifest.title, state, manifest.licence, manifest.languages, True, size or None,
        manifest.dimension, offered.summary if offered else "", in_use=manifest.name == used,
        accuracy=_accuracy(offered) if offered else "", trouble=trouble,
    )  # fmt: skip


def _accuracy(model: CatalogModel) -> str:
    if not model.accuracy:
        return ""
    figure = model.accuracy[0]
    return Phrase("{measure} {percent:.1f} %", measure=measure_phrase(figure.measure), percent=figure.percent)


def _fetched(model: CatalogModel) -> int:
    folder = paths.user_models() / f"{model.name}{UNFINISHED}"
    found = (folder / file.path for file in model.distinct_files)
    return sum(path.stat().st_size for path in found if path.is_file())


def _verdict(manifest: ModelManifest) -> Verdict:
    try:
        manifest.verify()
    except ModelError as error:
        return Verdict(manifest.name, error.message)
    return Verdict(manifest.name, None)
