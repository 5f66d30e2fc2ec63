"""``mindseye teach``: what a tag has learnt from its examples, and giving it to the library."""

import argparse

from mindseye.cli.output import say, write_json
from mindseye.operations import browse, teach
from mindseye.operations.labelling import tag_name
from mindseye.operations.open_library import open_existing_library
from mindseye.operations.wording import photos


def add_command(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
) -> argparse.ArgumentParser:
    """Adds the command's arguments."""
    parser = commands.add_parser("teach", help="let a tag learn from the photos that carry it")
    parser.add_argument("tag", metavar="TAG", help="a tag that photos carry or were denied (mindseye label)")
    parser.add_argument("--prompt", default="", metavar="WORDS", help="words to start from")
    group = parser.add_mutually_exclusive_group()
    group.add_argument("--apply", action="store_true", help="suggest the tag for all photos from now on")
    group.add_argument("--stop", action="store_true", help="suggest it no longer")
    parser.set_defaults(run=_run)
    return parser


def _run(options: argparse.Namespace) -> None:
    with open_existing_library(options.library, model=options.model) as library:
        if options.stop:
            name = tag_name(options.tag)
            teach.stop_suggesting(library, name)
            if options.json:
                write_json({"tag": name, "applied": False})
            else:
                say(f"“{name}” is suggested no longer; what was said of photos stays.")
            return
        study = teach.Teacher(library).study(options.tag, options.prompt)
        if options.apply:
            teach.give_taught_tag(library, study)
        doubtful = [str(path) for path in browse.paths_of(library, study.doubtful)]
    learnt = study.learnt
    if options.json:
        write_json(
            {
                "tag": study.name,
                "examples": learnt.examples,
                "counter_examples": learnt.counter_examples,
                "recall": learnt.recall,
                "precision": learnt.precision,
                "given": study.given,
                "applied": options.apply,
                "doubtful": doubtful,
            }
        )
        return
    say(f"{study.name}: {learnt.examples:,} right, {learnt.counter_examples:,} wrong")
    if learnt.recall is not None:
        say(f"Left out one by one, {learnt.found:,} of {learnt.examples:,} right ones are found again,")
        say(f"and {learnt.mistaken:,} of {learnt.counter_examples:,} wrong ones are taken for right.")
    say(f"{'Suggested' if options.apply else 'It would be suggested'} for {photos(study.given)}.")
    if doubtful:
        say("Most doubtful:")
    for path in doubtful:
        say(f"  {path}")
