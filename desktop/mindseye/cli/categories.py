"""``mindseye categories``: what is asked of every photo, and what other categories would change."""

import argparse
from pathlib import Path

from mindseye.cli.given import given_path
from mindseye.cli.output import complain, say, write_json
from mindseye.library import Library
from mindseye.operations import categories
from mindseye.operations.categories import CategoryView, Change
from mindseye.operations.open_library import open_existing_library
from mindseye.tagging import categories_file, load_categories


def add_command(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
) -> argparse.ArgumentParser:
    """Adds the command's arguments."""
    parser = commands.add_parser(
        "categories",
        help="tell how the categories come out, or change them",
        description="Without an argument it tells how many photos have each label. Your own categories lie "
        "in categories.toml in the data folder (mindseye doctor --paths), in the form of the shipped ones.",
    )
    group = parser.add_mutually_exclusive_group()
    group.add_argument(
        "--preview", type=given_path, metavar="FILE", help="tell what the categories in FILE would change"
    )
    group.add_argument(
        "--apply", type=given_path, metavar="FILE", help="take the categories in FILE from now on"
    )
    group.add_argument("--on", metavar="NAME", help="ask by a category that was switched off")
    group.add_argument("--off", metavar="NAME", help="ask by a category no longer")
    parser.set_defaults(run=_run)
    return parser


def complain_of_own_file() -> None:
    """Tells when the user's own categories do not hold since there is a mistake in their file."""
    problem = categories_file.current().problem
    if problem:
        complain(problem)


def _run(options: argparse.Namespace) -> None:
    complain_of_own_file()
    with open_existing_library(options.library, model=options.model) as library:
        if options.preview is not None:
            _tell_changes(library, options.preview, as_json=options.json)
            return
        if options.apply is not None:
            categories.take_categories(library, load_categories(options.apply))
        elif options.on is not None or options.off is not None:
            name = options.off if options.on is None else options.on
            categories.switch_category(library, name, on=options.on is not None)
        _tell(library, as_json=options.json)


def _tell(library: Library, *, as_json: bool) -> None:
    views = [categories.look_at(library, each.name) for each in categories.categories_of(library)]
    if as_json:
        write_json([_as_json(view) for view in views])
        return
    for view in views:
        state = "" if view.category.enabled else " (switched off)"
        say(f"{view.category.name}{state}, given from {view.category.certain_from:.0%}:")
        for label in view.labels:
            say(f"  {label.label}: {label.count:,}")
        say(f"  none of them: {view.undecided:,}")


def _as_json(view: CategoryView) -> dict[str, object]:
    return {
        "category": view.category.name,
        "enabled": view.category.enabled,
        "exclusive": view.category.exclusive,
        "certain_from": view.category.certain_from,
        "photos": view.photos,
        "undecided": view.undecided,
        "labels": [
            {"label": each.label, "count": each.count, "right": each.right, "wrong": each.wrong}
            for each in view.labels
        ],
    }


def _tell_changes(library: Library, file: Path, *, as_json: bool) -> None:
    found = categories.preview_all(library, load_categories(file))
    if as_json:
        write_json([{"category": name, **_change(each)} for name, changes in found for each in changes])
        return
    if not any(each.came or each.went for _, changes in found for each in changes):
        say("No photo would change.")
    for name, changes in found:
        say(f"{name}:")
        for each in changes:
            say(
                f"  {each.label}: {each.before:,} to {each.after:,}"
                f" ({each.came:,} get it, {each.went:,} lose it)"
            )


def _change(each: Change) -> dict[str, object]:
    return {
        "label": each.label,
        "before": each.before,
        "after": each.after,
        "came": each.came,
        "went": each.went,
    }
