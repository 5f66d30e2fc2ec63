"""``mindseye models``: the models that are here and those that can be had."""

import argparse
import sys
from dataclasses import asdict

from mindseye.cli.download_line import DownloadLine
from mindseye.cli.given import given_path
from mindseye.cli.output import complain, say, write_json
from mindseye.cli.progress import progress_shown
from mindseye.clip.installed import reference_to
from mindseye.errors import ModelError
from mindseye.library import Library
from mindseye.operations.models import (
    ModelEntry,
    bench_model,
    catalog_model,
    download_model,
    import_model,
    list_models,
    verify_models,
)
from mindseye.operations.open_library import library_folder, open_existing_library
from mindseye.operations.switch_model import complete_switch, set_default_model, usable_model
from mindseye.operations.wording import duration, photos


def add_command(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
) -> argparse.ArgumentParser:
    """Adds the command's arguments."""
    parser = commands.add_parser("models", help="list, download, import, use, verify and time models")
    actions = parser.add_subparsers(dest="action", metavar="action", required=True)
    listing = actions.add_parser("list", help="list the models that are here and those that can be had")
    listing.set_defaults(run=_list)
    download = actions.add_parser("download", help="get a model from the hub (the one network connection)")
    download.add_argument("name", metavar="NAME")
    download.add_argument("--yes", action="store_true", help="agree to a model without published hashes")
    download.set_defaults(run=_download)
    importing = actions.add_parser("import", help="take a model in from a folder with an ONNX export")
    importing.add_argument("folder", metavar="FOLDER", type=given_path)
    importing.add_argument("--name", metavar="NAME", help="what to call it")
    importing.set_defaults(run=_import)
    using = actions.add_parser("use", help="answer with another model; the old one answers until it can")
    using.add_argument("name", metavar="NAME")
    using.add_argument("--library", type=given_path, metavar="DIR", default=argparse.SUPPRESS,
                       help="the library's folder")  # fmt: skip
    using.add_argument("--drop-old", action="store_true", help="delete the vectors of the model before")
    using.set_defaults(run=_use)
    verifying = actions.add_parser("verify", help="check every byte of one model, or of all")
    verifying.add_argument("name", metavar="NAME", nargs="?")
    verifying.set_defaults(run=_verify)
    timing = actions.add_parser("bench", help="time a model on every processor")
    timing.add_argument("name", metavar="NAME", nargs="?")
    timing.set_defaults(run=_bench)
    for action in (listing, download, importing, using, verifying, timing):
        action.add_argument("--json", action="store_true", help="print the result as JSON")
    return parser


def _list(options: argparse.Namespace) -> None:
    entries = list_models()
    if options.json:
        write_json([asdict(entry) for entry in entries])
        return
    width = max(len(entry.name) for entry in entries)
    for entry in entries:
        say(f"{'*' if entry.in_use else ' '} {entry.name:{width}}  {_facts(entry)}")


def _facts(entry: ModelEntry) -> str:
    if entry.state.startswith("damaged"):
        return entry.state
    facts = [entry.state, entry.title, _megabytes(entry.size), entry.licence, ", ".join(entry.languages)]
    if entry.fetched:
        facts.insert(1, f"partly downloaded ({_megabytes(entry.fetched)} are here)")
    if not entry.pinned:
        facts.append("not pinned")
    return "; ".join(fact for fact in facts if fact)


def _megabytes(size: int | None) -> str:
    return "size unknown" if size is None else f"{size / 1e6:,.0f} MB"


def _download(options: argparse.Namespace) -> None:
    model = catalog_model(options.name)
    agreed = options.yes or model.pinned or _asked(model.name, model.repository)
    line = DownloadLine()
    try:
        manifest = download_model(options.name, agreed=agreed, progress=line.show)
    finally:
        line.end()
    if options.json:
        write_json({"name": manifest.name, "folder": str(manifest.folder)})
        return
    say(f"{manifest.title} is here, complete and checked. Use it with: mindseye models use {manifest.name}")


def _asked(name: str, repository: str) -> bool:
    """Whether the user agrees, who is asked only where there is one."""
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        return False
    sys.stderr.write(
        f"Nobody vouches for the exact files of {name} yet. What comes from {repository} is recorded and "
        "held from then on. Go on? [y/N] "
    )
    sys.stderr.flush()
    return sys.stdin.readline().strip().lower() in {"y", "yes"}


def _import(options: argparse.Namespace) -> None:
    imported = import_model(options.folder, options.name)
    manifest = imported.manifest
    for doubt in imported.doubts:
        complain(doubt)
    if options.json:
        write_json({"name": manifest.name, "folder": str(manifest.folder)})
        return
    say(
        f"{manifest.name} is here ({imported.kind} layout, {manifest.dimension} numbers a picture). "
        f"Use it with: mindseye --model {manifest.name}"
    )


def _use(options: argparse.Namespace) -> None:
    manifest = usable_model(options.name)
    reference = reference_to(manifest)
    if options.library is None and not Library.exists(library_folder(None)):
        set_default_model(reference)
        if options.json:
            write_json({"name": manifest.name, "photos": 0, "missing": 0, "seconds": 0.0})
        else:
            say(f"{manifest.title} is used from now on.")
        return
    with open_existing_library(options.library) as library, progress_shown(library):
        done = complete_switch(library, reference, keep_old=not options.drop_old)
    set_default_model(reference)
    if options.json:
        write_json(
            {"name": done.model, "photos": done.photos, "missing": done.missing,
             "seconds": round(done.seconds, 3)}
        )  # fmt: skip
        return
    text = f"{done.title} answers now: {photos(done.photos)} can be found with it"
    if done.missing:
        text += f"; {photos(done.missing)} in folders that are away follow when they are back"
    say(f"{text} ({duration(done.seconds)}).")


def _verify(options: argparse.Namespace) -> None:
    verdicts = verify_models(options.name)
    if options.json:
        write_json([asdict(verdict) for verdict in verdicts])
    else:
        for verdict in verdicts:
            if verdict.problem is None:
                say(f"{verdict.name}: complete")
    wrong = [verdict.problem for verdict in verdicts if verdict.problem is not None]
    if wrong:
        raise ModelError(" ".join(wrong))


def _bench(options: argparse.Namespace) -> None:
    rows = bench_model(options.name)
    if options.json:
        write_json([asdict(row) for row in rows])
        return
    say("provider                  images/s  text ms short  text ms full  load s  cosine  chosen")
    for row in rows:
        if row.error is not None:
            say(f"{row.provider:24}  {row.error}")
            continue
        short, full, cosine = row.text_short_ms or 0.0, row.text_full_ms or 0.0, row.cosine or 0.0
        say(
            f"{row.provider:24}  {row.images_per_second:8.1f}  {short:13.1f}  {full:12.1f}  "
            f"{row.load_seconds:6.2f}  {cosine:6.4f}  {'yes' if row.chosen else ''}".rstrip()
        )
    say("images/s by how many are given at once")
    for row in rows:
        if row.by_batch:
            rates = ", ".join(f"{count}: {rate:.1f}" for count, rate in row.by_batch.items())
            say(f"{row.provider:24}  {rates}")
