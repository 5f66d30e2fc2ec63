"""``mindseye tags``: what the categories say of files, or how many photos carry each label."""

import argparse
from dataclasses import asdict

from mindseye.cli.categories import complain_of_own_file
from mindseye.cli.given import given_path
from mindseye.cli.output import say, write_json
from mindseye.errors import InputError
from mindseye.operations.categorise import judge_files, judge_files_by, label_counts, parse_labels
from mindseye.operations.open_library import open_existing_library, open_model


def add_command(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
) -> argparse.ArgumentParser:
    """Adds the command's arguments."""
    parser = commands.add_parser("tags", help="tell what files show, or count the library's labels")
    parser.add_argument("files", nargs="*", type=given_path, metavar="FILE")
    parser.add_argument(
        "--labels", metavar='"A, B, C"', help="tell which of these labels fit each file, instead of the tags"
    )
    parser.set_defaults(run=_run)
    return parser


def _run(options: argparse.Namespace) -> None:
    if options.labels is not None:
        _tell_labels(options)
    elif options.files:
        _tell(options)
    else:
        _count(options)


def _tell(options: argparse.Namespace) -> None:
    complain_of_own_file()
    judgements = judge_files(open_model(options.model), options.files)
    if options.json:
        write_json(
            [
                {
                    "path": str(file),
                    "categories": [
                        asdict(judgement) | {"probability": round(judgement.probability, 4)}
                        for judgement in of_file
                    ],
                }
                for file, of_file in zip(options.files, judgements, strict=True)
            ]
        )
        return
    for file, of_file in zip(options.files, judgements, strict=True):
        words = [f"{judgement.label or 'undecided'} {judgement.probability:.0%}" for judgement in of_file]
        say(f"{file}: {', '.join(words)}")


def _tell_labels(options: argparse.Namespace) -> None:
    if not options.files:
        raise InputError("Name the files that the labels are asked of.")
    found = judge_files_by(open_model(options.model), options.files, parse_labels(options.labels))
    if options.json:
        write_json(
            [
                {
                    "path": str(file),
                    "labels": [
                        {"label": each.label, "probability": round(each.probability, 4)} for each in of_file
                    ],
                }
                for file, of_file in zip(options.files, found, strict=True)
            ]
        )
        return
    for file, of_file in zip(options.files, found, strict=True):
        say(f"{file}: {', '.join(f'{each.label} {each.probability:.0%}' for each in of_file)}")


def _count(options: argparse.Namespace) -> None:
    complain_of_own_file()
    with open_existing_library(options.library, model=options.model) as library:
        counts = label_counts(library)
    if options.json:
        write_json([asdict(count) for count in counts])
        return
    for count in counts:
        say(f"{count.category}: {count.label or 'undecided'} {count.count:,}")
