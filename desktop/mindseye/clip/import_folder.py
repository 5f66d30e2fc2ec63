"""Taking a model in from a folder: copied, described, tried, and only then visible."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from mindseye import paths
from mindseye.clip.assemble import assembling, check_name, check_room, publish
from mindseye.clip.clip_vocabulary import build_tokenizer
from mindseye.clip.describe import write_manifest
from mindseye.clip.installed import installed_models
from mindseye.clip.layouts import Layout, recognise
from mindseye.clip.manifest import FILE_NAME, ImageTower, ModelManifest, TextTower, sha256_of
from mindseye.clip.probe import UNKNOWN_DIMENSION, Findings, fixed_side, image_ports, probe, text_ports
from mindseye.clip.session import OnnxSession
from mindseye.errors import InputError, ModelError
from mindseye.phrases import Phrase

_USUAL_TEMPERATURE = 0.01


@dataclass(frozen=True, slots=True)
class Imported:
    """A model that was taken in."""

    manifest: ModelManifest
    kind: str
    """The layout it had."""
    doubts: tuple[str, ...]
    """Sentences about what looks odd but forbids nothing."""


def import_folder(source: Path, home: Path, name: str | None = None) -> Imported:
    """Copies a model into ``home``, checked by running it. The source is only read.

    Args:
        source: a folder with a model in one of the known layouts.
        home: the folder of the user's models.
        name: what to call it; by default after its folder.

    Raises:
        InputError: the folder holds no model that is known, or the name is taken or impossible.
        ModelError: files are damaged, the disk is full, or the networks are no two towers of one space.
            Nothing is left behind then.
    """
    if paths.is_file(source / FILE_NAME):
        own = ModelManifest.load(source)
        return _take_in(home, check_name(name or own.name), "mindseye", lambda folder: _copy_own(own, folder))
    layout = recognise(source)
    chosen = check_name(name or _as_name(layout.title))
    return _take_in(home, chosen, layout.kind, lambda folder: _copy_export(layout, chosen, folder))


def _take_in(home: Path, name: str, kind: str, copy: Callable[[Path], Findings]) -> Imported:
    final = home / name
    if final.exists() or name in installed_models():
        raise InputError(
            Phrase(
                "There is a model {name} already; give this one another name with --name.", name=repr(name)
            )
        )
    unfinished = f"{name}.import"
    with assembling(home, unfinished) as folder:
        try:
            findings = copy(folder)
            write_manifest(replace(findings.manifest, name=name))
            publish(folder, final)
        finally:
            shutil.rmtree(folder, ignore_errors=True)
    return Imported(ModelManifest.load(final), kind, findings.doubts)


def _copy_own(own: ModelManifest, folder: Path) -> Findings:
    own.verify()
    _copy({name: own.folder / name for name in own.files()}, folder)
    return probe(replace(own, folder=folder))


def _copy_export(layout: Layout, name: str, folder: Path) -> Findings:
    _copy(layout.files, folder)
    if layout.vocabulary is not None:
        path = folder / layout.tokenizer
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(build_tokenizer(*layout.vocabulary), encoding="utf-8")
    vision, words = OnnxSession(folder / layout.image), OnnxSession(folder / layout.text)
    (pixels, image_output), (ids, text_output) = image_ports(vision), text_ports(words)
    port = next(port for port in vision.inputs if port.name == pixels)
    if fixed_side(port) not in {None, layout.preprocessing.size}:
        raise ModelError(
            Phrase(
                "The vision tower takes {side} pixels, but its configuration says {size}.",
                side=fixed_side(port),
                size=layout.preprocessing.size,
            )
        )
    manifest = ModelManifest(
        folder=folder,
        name=name,
        title=layout.title,
        licence=layout.licence,
        languages=(),
        dimension=UNKNOWN_DIMENSION,
        temperature=_USUAL_TEMPERATURE,
        score=layout.score,
        image=ImageTower(
            layout.image, sha256_of(folder / layout.image), layout.preprocessing, pixels, image_output
        ),
        text=TextTower(
            file=layout.text,
            sha256=sha256_of(folder / layout.text),
            tokenizer=layout.tokenizer,
            tokenizer_sha256=sha256_of(folder / layout.tokenizer),
            context_length=layout.context_length,
            pad_token=layout.pad_token,
            dynamic_length=layout.dynamic_length,
            lowercase=layout.lowercase,
            input=ids,
            output=text_output,
        ),
        extra_files={
            extra: sha256_of(folder / extra)
            for extra in layout.files
            if extra not in {layout.image, layout.text, layout.tokenizer}
        },
    )
    return probe(manifest, find_temperature=True)


def _copy(files: dict[str, Path], folder: Path) -> None:
    check_room(folder, sum(path.stat().st_size for path in files.values()))
    for name, path in files.items():
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, target)


def _as_name(title: str) -> str:
    kept = "".join(sign if sign.isascii() and sign.isalnum() else "-" for sign in title.lower())
    return "-".join(part for part in kept.split("-") if part)[:64] or "model"
