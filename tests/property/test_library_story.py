"""Whatever happens to folders, drives, tags and the process, in any order, the library says what is true.

A model of the world is kept beside the real one: which files lie where with which content, what people said
of each content, what is away. After each pass the catalog, the index and the searches must agree with it, and
nothing may have been embedded twice but what a kill took away.
"""

import os
import shutil
import tempfile
import threading
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    RuleBasedStateMachine,
    consumes,
    initialize,
    invariant,
    multiple,
    precondition,
    rule,
)

from mindseye import imaging
from mindseye.catalog import tiles
from mindseye.errors import Cancelled
from mindseye.events import IndexingProgress
from mindseye.indexing.batch import PHOTOS
from mindseye.library import Library
from mindseye.operations import history, labelling
from mindseye.operations.watched_folders import add_folders
from tests.support.counting import CountingLoader
from tests.support.fake_model import write_fake_model
from tests.support.pictures import COLOURS, write_picture
from tests.support.sound import assert_all_committed_is_found, assert_catalog_whole

CONTENTS = 14
FOLDERS = ("home", "drive")
TAGS = ("boat", "family", "blue hour")

Said = dict[tuple[str, str], str]
"""State by (content, tag)."""


@dataclass
class World:
    """What is true."""

    files: dict[tuple[str, str], str] = field(default_factory=dict)
    """Content by (folder, name)."""
    known: dict[tuple[str, str], str] = field(default_factory=dict)
    """The same, as the library last had a chance to see it."""
    perhaps: dict[tuple[str, str], set[str | None]] = field(default_factory=dict)
    """What passes that did not come to their end may have seen instead; None where no file lay."""
    away: set[str] = field(default_factory=set)
    said: Said = field(default_factory=dict)
    unsure: set[str] = field(default_factory=set)
    """Contents that an edited file took on: they may come with what was said of the one before."""
    done: list[tuple[Said, Said]] = field(default_factory=list)
    undone: list[tuple[Said, Said]] = field(default_factory=list)


class LibraryStory(RuleBasedStateMachine):
    """Plays with a library of two watched folders, one of them on a drive."""

    names = Bundle("names")

    def __init__(self) -> None:
        super().__init__()
        self.root = Path(tempfile.mkdtemp(prefix="mindseye-story-"))
        self.world = World()
        self.loader = CountingLoader()
        self.manifests = [
            write_fake_model(self.root / "models" / "fake"),
            write_fake_model(self.root / "models" / "other", "other", other=True),
        ]
        self.pool = {
            f"{list(COLOURS)[number % len(COLOURS)]} {number}": write_picture(
                self.root / "pool" / f"{number}.jpg",
                list(COLOURS)[number % len(COLOURS)],
                seed=number,
                # One is a panorama, with vectors of its ends.
                size=(200, 40) if number == 3 else (48, 32),
            ).read_bytes()
            for number in range(CONTENTS)
        }
        self.named = {imaging.content_hash(data): content for content, data in self.pool.items()}
        self.clock = 1_600_000_000
        self.kills = 0
        self.spare = 0
        """Embeddings that a kill or a stop may have taken away."""
        self.count = 0
        for folder in FOLDERS:
            (self.root / folder).mkdir()
        self.library = self.opened()
        add_folders(self.library, [self.root / folder for folder in FOLDERS])

    def opened(self) -> Library:
        return Library.open(self.root / "library", self.manifests[0], follow=True, load_session=self.loader)

    # The world of files

    def write(self, at: tuple[str, str], content: str) -> None:
        path = self.root / at[0] / at[1]
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(self.pool[content])
        # Each writing has its own time, as a clock of seconds would give a person's.
        self.clock += 60
        os.utime(path, (self.clock, self.clock))
        self.world.files[at] = content

    @initialize(target=names)
    def begin(self) -> object:
        made = [self.new_name("home", "first") for _ in range(4)]
        for number, at in enumerate(made):
            self.write(at, list(self.pool)[number])
        self.look()
        return multiple(*made)

    def new_name(self, folder: str, below: str = "") -> tuple[str, str]:
        self.count += 1
        return folder, (Path(below) / f"{self.count:04}.jpg").as_posix()

    @rule(
        target=names,
        folder=st.sampled_from(FOLDERS),
        below=st.sampled_from(["", "trip", "ünï"]),
        content=st.integers(0, CONTENTS - 1),
    )
    def add(self, folder: str, below: str, content: int) -> object:
        if folder in self.world.away:
            return multiple()
        at = self.new_name(folder, below)
        self.write(at, list(self.pool)[content])
        return at

    @rule(target=names, at=names, folder=st.sampled_from(FOLDERS))
    def copy(self, at: tuple[str, str], folder: str) -> object:
        if not self.is_there(at) or folder in self.world.away:
            return multiple()
        new = self.new_name(folder)
        self.write(new, self.world.files[at])
        return new

    @rule(at=consumes(names))
    def remove(self, at: tuple[str, str]) -> None:
        if self.is_there(at):
            (self.root / at[0] / at[1]).unlink()
            del self.world.files[at]

    @rule(target=names, at=consumes(names), below=st.sampled_from(["", "trip"]))
    def rename(self, at: tuple[str, str], below: str) -> tuple[str, str]:
        return self.move_to(at, self.new_name(at[0], below))

    @rule(target=names, at=consumes(names))
    def move_to_the_other_folder(self, at: tuple[str, str]) -> tuple[str, str]:
        other = next(folder for folder in FOLDERS if folder != at[0])
        return at if other in self.world.away else self.move_to(at, self.new_name(other))

    def move_to(self, at: tuple[str, str], new: tuple[str, str]) -> tuple[str, str]:
        if not self.is_there(at):
            return at
        target = self.root / new[0] / new[1]
        target.parent.mkdir(exist_ok=True)
        (self.root / at[0] / at[1]).rename(target)
        self.world.files[new] = self.world.files.pop(at)
        return new

    @rule(at=names, content=st.integers(0, CONTENTS - 1))
    def edit(self, at: tuple[str, str], content: int) -> None:
        if self.is_there(at):
            self.write(at, list(self.pool)[content])
            self.world.unsure.add(list(self.pool)[content])

    @precondition(lambda self: "drive" not in self.world.away)
    @rule()
    def unplug(self) -> None:
        (self.root / "drive").rename(self.root / "unplugged")
        self.world.away.add("drive")

    @precondition(lambda self: "drive" in self.world.away)
    @rule()
    def plug_in(self) -> None:
        (self.root / "unplugged").rename(self.root / "drive")
        self.world.away.discard("drive")

    def is_there(self, at: tuple[str, str]) -> bool:
        return at in self.world.files and at[0] not in self.world.away

    # What the library does

    @rule()
    def look(self) -> None:
        self.library.indexer.index()
        self.saw_everything()
        self.check()

    @rule()
    def look_while_paused_for_a_moment(self) -> None:
        self.library.indexer.pause()
        thread = threading.Thread(target=self.library.indexer.index)
        thread.start()
        thread.join(0.02)
        self.library.indexer.resume()
        thread.join()
        self.saw_everything()
        self.check()

    @rule()
    def close_and_open(self) -> None:
        self.library.close()
        self.library = self.opened()

    @rule()
    def kill(self) -> None:
        self.killed()

    @rule(after=st.integers(1, 6))
    def kill_during_a_pass(self, after: int) -> None:
        """The state on the disk after so many commits of files is what a killed process leaves."""
        copied: list[bool] = []

        def watch(progress: IndexingProgress) -> None:
            if progress.done >= after and not copied:
                copied.append(True)
                self.keep_state()

        self.library.events.subscribe(IndexingProgress, watch)
        self.library.indexer.index()
        if copied:
            self.may_have_seen()
        else:
            self.saw_everything()
        self.killed(state_kept=bool(copied))

    def keep_state(self) -> None:
        shutil.rmtree(self.root / "as-killed", ignore_errors=True)
        shutil.copytree(self.root / "library", self.root / "as-killed")

    def killed(self, *, state_kept: bool = False) -> None:
        if not state_kept:
            self.keep_state()
        self.library.close()
        shutil.rmtree(self.root / "library")
        (self.root / "as-killed").rename(self.root / "library")
        (self.root / "library" / "catalog.sqlite-shm").unlink(missing_ok=True)
        if state_kept:
            self.spare += CONTENTS
        self.kills += 1
        self.library = self.opened()
        assert self.library.rescue is None

    @precondition(lambda self: self.kills < 6)
    @rule(stop_after=st.integers(0, 5))
    def call_off_a_pass(self, stop_after: int) -> None:
        def stop(progress: IndexingProgress) -> None:
            if progress.done >= stop_after:
                self.library.indexer._token.cancel()

        self.library.events.subscribe(IndexingProgress, stop)
        try:
            self.library.indexer.index()
            self.saw_everything()
        except Cancelled:
            self.may_have_seen()
            self.spare += PHOTOS
        self.library.close()
        self.library = self.opened()

    @rule()
    def change_the_model(self) -> None:
        active = self.library.spaces.active.reference
        wanted = next(str(manifest.folder) for manifest in self.manifests if str(manifest.folder) != active)
        self.library.spaces.wish(wanted, keep_old=True)

    # What people say

    @rule(at=names, tag=st.sampled_from(TAGS), right=st.booleans())
    def judge(self, at: tuple[str, str], tag: str, right: bool) -> None:
        content = self.world.known.get(at)
        if content is None or content in self.world.unsure:
            return
        photo_id = self.ids()[content]
        operation = labelling.give_tags if right else labelling.reject_tags
        entry = operation(self.library, [photo_id], [tag])
        before = dict(self.world.said)
        self.world.said[content, tag] = "confirmed" if right else "rejected"
        assert (entry is None) == (before == self.world.said)
        if entry is not None:
            self.world.done.append((before, dict(self.world.said)))
            self.world.undone.clear()

    @rule()
    def undo(self) -> None:
        step = history.undo(self.library)
        assert (step is None) == (not self.world.done)
        if self.world.done:
            before, after = self.world.done.pop()
            self.world.said = dict(before)
            self.world.undone.append((before, after))

    @rule()
    def redo(self) -> None:
        step = history.redo(self.library)
        assert (step is None) == (not self.world.undone)
        if self.world.undone:
            before, after = self.world.undone.pop()
            self.world.said = dict(after)
            self.world.done.append((before, after))

    # What must be true

    def saw_everything(self) -> None:
        """A pass saw what is there; of what is away the library knows what it knew."""
        world = self.world
        away = {at: content for at, content in world.known.items() if at[0] in world.away}
        world.known = away | {at: content for at, content in world.files.items() if at[0] not in world.away}
        world.perhaps = {at: seen for at, seen in world.perhaps.items() if at[0] in world.away}

    def may_have_seen(self) -> None:
        """A pass was ended somewhere: what lies on the drive is sure again when it is looked at once more."""
        world = self.world
        for at in world.known.keys() | world.files.keys():
            if at[0] not in world.away:
                world.perhaps.setdefault(at, set()).add(world.files.get(at))

    def settle(self, there: dict[tuple[str, str], str | None]) -> None:
        """Takes over what the library saw of what is away; what waits there to be read is left out."""
        world = self.world
        for at, seen in list(world.perhaps.items()):
            known = world.known.pop(at, None)
            if at in there and there[at] is None:  # it was to be read when the pass ended
                del there[at]
                continue
            now = there.get(at)
            assert now in seen | {known}
            if now is not None:
                world.known[at] = now
            del world.perhaps[at]

    def ids(self) -> dict[str, int]:
        with self.library.catalog.read() as connection:
            rows = connection.execute("SELECT content_hash, id FROM photos").fetchall()
        return {self.named[row[0]]: row[1] for row in rows}

    def check(self) -> None:
        world = self.world
        ids = self.ids()
        contents = {number: content for content, number in ids.items()}
        with self.library.catalog.read() as connection:
            rows = connection.execute(
                "SELECT folders.path, files.path, photo_id, problem FROM files"
                " JOIN folders ON folders.id = folder_id"
            ).fetchall()
            shown = [tile.id for tile in tiles.tiles(connection)]
        there = {(Path(os.fsdecode(row[0])).name, os.fsdecode(row[1])): contents.get(row[2]) for row in rows}
        self.settle(there)
        assert there == world.known
        assert all(row[3] is None for row in rows)
        lying = set(world.known.values())
        assert {contents[each] for each in shown} == lying
        assert len(shown) == len(lying)
        found = {contents[each] for each in self.library.spaces.active.index.ids().tolist()}
        # Of what is away and was never embedded with this model, nothing can be found until it is back.
        away_only = {
            content
            for content in lying
            if all(at[0] in world.away for at, each in world.known.items() if each == content)
        }
        assert lying - away_only <= found <= lying
        assert_all_committed_is_found(self.library)
        most = 2 * len(self.pool) + 2 * 4  # each content once a model, the panorama with its crops
        assert self.loader.pictures <= most + self.spare

    @invariant()
    def what_was_said_stays(self) -> None:
        with self.library.catalog.read() as connection:
            rows = connection.execute(
                "SELECT content_hash, label, state FROM tags JOIN photos ON photos.id = photo_id"
                " WHERE category = ''"
            ).fetchall()
        stored = {(self.named[row[0]], row[1]): row[2] for row in rows}
        unsure = self.world.unsure
        assert {key: state for key, state in stored.items() if key[0] not in unsure} == {
            key: state for key, state in self.world.said.items() if key[0] not in unsure
        }

    def teardown(self) -> None:
        self.library.close()
        assert_catalog_whole(self.root / "library")
        shutil.rmtree(self.root)


_ALWAYS = {
    "deadline": None,
    "suppress_health_check": [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much],
}

TestLibraryStory = LibraryStory.TestCase
TestLibraryStory.settings = settings(max_examples=6, stateful_step_count=25, **_ALWAYS)  # type: ignore[arg-type]


@pytest.mark.soak
@pytest.mark.timeout(3500)
class TestLibraryStoryLong(LibraryStory.TestCase):  # type: ignore[name-defined,misc]
    settings = settings(max_examples=500, stateful_step_count=60, **_ALWAYS)  # type: ignore[arg-type]
