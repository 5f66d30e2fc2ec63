"""Getting a model of the catalog: planned, fetched, checked, tried, and only then visible."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from mindseye.clip.assemble import assembling, check_room, publish
from mindseye.clip.catalog import CatalogFile, CatalogModel
from mindseye.clip.describe import write_manifest
from mindseye.clip.hub import Hub, HubFile
from mindseye.clip.manifest import ImageTower, ModelManifest, TextTower, sha256_of
from mindseye.clip.pins import Pin, PinBook
from mindseye.clip.probe import probe
from mindseye.errors import ModelError
from mindseye.phrases import Phrase

log = logging.getLogger(__name__)

_ANY_REVISION = "main"
_USUAL_TEMPERATURE = 0.01


@dataclass(frozen=True, slots=True)
class Step:
    """How far a download is."""

    file: str
    """What is being fetched, or checked."""
    done: int
    """Bytes that are here, of all files."""
    total: int | None
    """Bytes of all files, where the hub tells."""


@dataclass(frozen=True, slots=True)
class Planned:
    """A file that is to be fetched, with everything that is known of it."""

    file: CatalogFile
    revision: str
    size: int | None
    sha256: str | None
    """What it must be, from the catalog, from an earlier download, or from the hub itself."""
    held: bool
    """Whether the hash was known before the hub was asked."""


def plan(model: CatalogModel, hub: Hub, pins: PinBook) -> list[Planned]:
    """Asks the hub about every file, and compares with what is known.

    Raises:
        ModelError: the hub has something else, or cannot be asked.
    """
    planned: list[Planned] = []
    revision = model.revision
    for file in model.distinct_files:
        pin = pins.find(model.repository, file.path)
        wanted = revision or (pin.revision if pin else _ANY_REVISION)
        facts = hub.facts(HubFile(model.repository, wanted, file.path))
        revision = revision or facts.revision  # the files of one model come from one commit
        size = file.size or (pin.size if pin else None)
        sha256 = file.sha256 or (pin.sha256 if pin else None)
        if (sha256 and facts.sha256 not in {None, sha256}) or (size and facts.size not in {None, size}):
            raise ModelError(
                Phrase(
                    "{endpoint} offers another {path} of {repository} than the one described; nothing was "
                    "fetched.",
                    endpoint=hub.endpoint,
                    path=file.path,
                    repository=model.repository,
                )
                if file.sha256
                else Phrase(
                    "{endpoint} offers another {path} of {repository} than the one fetched before; nothing "
                    "was fetched.",
                    endpoint=hub.endpoint,
                    path=file.path,
                    repository=model.repository,
                )
            )
        planned.append(
            Planned(file, revision or wanted, size or facts.size, sha256 or facts.sha256, sha256 is not None)
        )
    return planned


def download(
    model: CatalogModel,
    home: Path,
    hub: Hub,
    pins: PinBook,
    *,
    progress: Callable[[Step], None] = lambda _: None,
) -> ModelManifest:
    """Fetches a model into ``home``; an interrupted download goes on where it was.

    Args:
        model: what to fetch.
        home: the folder of the user's models.
        hub: where from.
        pins: the hashes recorded at earlier downloads.
        progress: told of every step; may raise to stop, which keeps what came.

    Raises:
        ModelError: no network, no such file, too little disk space, wrong bytes, or the networks do not
            work here. Nothing becomes visible then.
    """
    with assembling(home, model.name) as folder:
        planned = plan(model, hub, pins)
        sizes = [item.size for item in planned]
        total = None if None in sizes else sum(size or 0 for size in sizes)
        here = {item.file.path: _bytes(folder / item.file.path) for item in planned}
        check_room(home, max((total or 0) - sum(here.values()), 0))
        hashes: dict[str, str] = {}
        for item in planned:
            _fetch(model, item, folder, hub, here, total, progress)
            progress(Step(f"checking {item.file.path}", sum(here.values()), total))
            hashes[item.file.path] = _checked(folder / item.file.path, item, hub)
        if fresh := [item for item in planned if not item.held]:
            pins.record(
                model.repository,
                {
                    item.file.path: Pin(item.revision, here[item.file.path], hashes[item.file.path])
                    for item in fresh
                },
            )
        findings = probe(
            describe(model, folder, hashes, planned[0].revision), find_temperature=model.temperature is None
        )
        for doubt in findings.doubts:
            log.warning("%s: %s", model.name, doubt)
        write_manifest(findings.manifest)
        publish(folder, home / model.name)
    return ModelManifest.load(home / model.name)


def describe(model: CatalogModel, folder: Path, hashes: dict[str, str], revision: str) -> ModelManifest:
    """The description of a catalog model whose files lie in ``folder``."""
    image, text, tokenizer = (model.files[role] for role in ("image", "text", "tokenizer"))
    return ModelManifest(
        folder=folder,
        name=model.name,
        title=model.title,
        licence=model.licence,
        languages=model.languages,
        dimension=model.dimension,
        temperature=model.temperature or _USUAL_TEMPERATURE,
        score=model.score,
        bias=model.bias,
        source=f"{model.repository}@{revision}",
        image=ImageTower(image.path, hashes[image.path], model.preprocessing, output=model.image_output),
        text=TextTower(
            file=text.path,
            sha256=hashes[text.path],
            tokenizer=tokenizer.path,
            tokenizer_sha256=hashes[tokenizer.path],
            context_length=model.context_length,
            pad_token=model.pad_token,
            dynamic_length=model.dynamic_length,
            lowercase=model.lowercase,
            output=model.text_output,
        ),
    )


def _fetch(
    model: CatalogModel,
    item: Planned,
    folder: Path,
    hub: Hub,
    here: dict[str, int],
    total: int | None,
    progress: Callable[[Step], None],
) -> None:
    def tell(done: int) -> None:
        here[item.file.path] = done
        progress(Step(item.file.path, sum(here.values()), total))

    source = HubFile(model.repository, item.revision, item.file.path)
    hub.fetch(source, folder / item.file.path, size=item.size, progress=tell)
    here[item.file.path] = _bytes(folder / item.file.path)


def _checked(path: Path, item: Planned, hub: Hub) -> str:
    """The hash of a fetched file; a wrong one is removed, so that the next attempt begins anew."""
    found = sha256_of(path)
    if item.sha256 not in {None, found}:
        path.unlink()
        raise ModelError(
            Phrase(
                "{path} came from {endpoint} with wrong bytes (SHA-256 {found}..., not {wanted}...). "
                "It was thrown away; try again, or use another HF_ENDPOINT.",
                path=item.file.path,
                endpoint=hub.endpoint,
                found=found[:12],
                wanted=str(item.sha256)[:12],
            )
        )
    return found


def _bytes(path: Path) -> int:
    return path.stat().st_size if path.is_file() else 0
