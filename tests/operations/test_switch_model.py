"""Another model takes over without a moment in which nothing can be found, and nothing is done twice."""

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tests.support.contents import labels, names
from tests.support.counting import CountingLoader, Heard
from tests.support.fake_model import write_fake_model
from tests.support.library_file import count_vectors, wait_until
from tests.support.pictures import write_picture, write_pictures

from mindseye.catalog import Connection, tags, tiles
from mindseye.catalog.tags import Decision
from mindseye.clip import ModelManifest
from mindseye.errors import Cancelled, InputError, ModelError
from mindseye.events import IndexingProgress, ModelChanged, Phase, PhotosChanged, SwitchChanged
from mindseye.folders import watch
from mindseye.indexing import indexer
from mindseye.library import Library
from mindseye.operations.library_models import drop_vectors, vectors_by_model
from mindseye.operations.open_library import open_library
from mindseye.operations.switch_model import (
    cancel_switch,
    complete_switch,
    current_switch,
    switch_model,
)
from mindseye.operations.watched_folders import add_folders, remove_folder
from mindseye.operations.wording import indexing_sentence, paused_sentence
from mindseye.settings import Settings
from mindseye.vectors import sketch_file

COUNT = 40
Open = Callable[..., Library]


@pytest.fixture
def models(own_home: Path) -> tuple[ModelManifest, ModelManifest]:
    """Two installed models that do not understand each other; the first is the one in the settings."""
    Settings(model="fake").save(own_home / "settings.json")
    home = own_home / "models"
    return write_fake_model(home / "fake"), write_fake_model(home / "other", "other", other=True)


@pytest.fixture
def reopen(models: object, loader: CountingLoader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Open:
    """Opens the library as the program does."""
    monkeypatch.setitem(Library.open.__func__.__kwdefaults__, "load_session", loader)  # type: ignore[attr-defined]
    return lambda model=None: open_library(tmp_path / "library", model=model)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write_pictures(tmp_path / "photos", COUNT)
    return tmp_path / "photos"


@pytest.fixture
def library(reopen: Open, folder: Path) -> Iterator[Library]:
    """A library with forty photos, indexed with the first model."""
    with reopen() as opened:
        add_folders(opened, [folder])
        opened.indexer.index()
        yield opened


def answers(library: Library) -> str:
    return library.model.manifest.name


def test_the_other_model_takes_over(library: Library, own_home: Path, reopen: Open) -> None:
    heard = Heard(library.events)
    before = labels(library)
    switch_model(library, "other")
    switch = current_switch(library)
    assert switch is not None
    assert (switch.model, switch.done, switch.total) == ("other", 0, COUNT)
    assert answers(library) == "fake"
    library.indexer.index()
    assert answers(library) == "other"
    assert current_switch(library) is None
    assert len(names(library)) == COUNT
    assert labels(library) == before, "the two models see the same, so the categories say the same"
    assert heard.of(SwitchChanged)[0].preparing == "Other colours"
    assert heard.of(ModelChanged) == [ModelChanged("other", "Other colours", 0)]
    assert Settings.load(own_home / "settings.json").model == "other"
    library.close()
    with reopen() as again:
        assert answers(again) == "other"
        assert len(names(again)) == COUNT


def test_back_and_forth_loses_nothing_and_embeds_nothing_again(
    library: Library, loader: CountingLoader
) -> None:
    summary = complete_switch(library, "other")
    assert (summary.photos, summary.missing) == (COUNT, 0)
    assert loader.pictures == 2 * COUNT
    for name in ("fake", "other", "fake"):
        complete_switch(library, name)
        assert answers(library) == name
        assert len(names(library)) == COUNT
    assert loader.pictures == 2 * COUNT
    assert vectors_by_model(library) == {"fake": COUNT, "other": COUNT}


def test_progress_says_which_model_is_prepared(library: Library) -> None:
    heard = Heard(library.events)
    complete_switch(library, "other")
    told = [event for event in heard.of(IndexingProgress) if event.preparing]
    assert (told[0].done, told[-1].done, told[-1].total) == (0, COUNT, COUNT)
    assert indexing_sentence(told[0]) == f"Preparing Other colours: 0 of {COUNT}"
    assert paused_sentence(told[0]) == f"Paused preparing Other colours at 0 of {COUNT}"


def test_the_old_space_answers_until_the_swap(library: Library) -> None:
    """Searches all the time, from another thread: every answer is whole, whichever space gave it."""
    stop, gaps, asked = threading.Event(), [], {"fake": 0, "other": 0}

    def search() -> None:
        while not stop.is_set():
            by = answers(library)
            found = len(names(library))
            asked[by] += 1
            if found != COUNT:
                gaps.append(found)

    searcher = threading.Thread(target=search)
    searcher.start()
    try:
        for name in ("other", "fake", "other"):
            complete_switch(library, name)
    finally:
        stop.set()
        searcher.join()
    assert not gaps
    assert asked["fake"]


def test_a_search_that_began_before_the_swap_is_answered(library: Library) -> None:
    old = library.spaces.active
    complete_switch(library, "other", keep_old=False)
    assert len(old.index.search(old.model.embed_texts(["red"])[0], 99).ids) == COUNT


def test_a_file_that_arrives_meanwhile_is_found_before_the_switch_goes_on(
    library: Library, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watch, "QUIET_SECONDS", 0.05)
    monkeypatch.setattr(indexer, "PRESENCE_SECONDS", 0.1)
    arrived: list[tuple[str, int]] = []

    def arrive(progress: IndexingProgress) -> None:
        if progress.preparing and progress.done == 0:
            write_picture(folder / "late.jpg", seed=500)
            library.indexer.look()

    def note(event: PhotosChanged) -> None:
        if event.added and answers(library) == "fake" and "late.jpg" in names(library):
            switch = current_switch(library)
            assert switch is not None
            arrived.append((answers(library), switch.done))

    heard = Heard(library.events)
    library.events.subscribe(IndexingProgress, arrive)
    library.events.subscribe(PhotosChanged, note)
    switch_model(library, "other")
    library.indexer.start()
    heard.wait_for(ModelChanged)
    heard.wait_for(IndexingProgress, lambda event: event.phase is Phase.IDLE)
    ((by, done),) = arrived
    assert by == "fake"
    assert done < COUNT
    assert len(names(library)) == COUNT + 1
    assert "late.jpg" in names(library)


def test_indexing_one_folder_completes_a_switch_that_waits(
    library: Library, tmp_path: Path, reopen: Open
) -> None:
    switch_model(library, "other")
    library.close()
    write_picture(tmp_path / "more" / "a.jpg", seed=900)
    with reopen() as again:
        assert answers(again) == "fake"
        (added,) = add_folders(again, [tmp_path / "more"])
        assert again.indexer.index({added.path}).embedded == 1
        assert answers(again) == "other"
        assert len(names(again)) == COUNT + 1


def test_closing_in_the_middle_keeps_what_was_done(
    library: Library, loader: CountingLoader, reopen: Open
) -> None:
    def stop(progress: IndexingProgress) -> None:
        if progress.preparing and progress.done >= 16:
            library.indexer.close()

    library.events.subscribe(IndexingProgress, stop)
    with pytest.raises(Cancelled):
        complete_switch(library, "other")
    library.close()
    with reopen() as again:
        assert answers(again) == "fake"
        switch = current_switch(again)
        assert switch is not None
        assert 16 <= switch.done < COUNT
        again.indexer.index()
        assert answers(again) == "other"
        assert len(names(again)) == COUNT
    assert loader.pictures == 2 * COUNT


def test_calling_off_keeps_the_old_and_what_was_prepared(
    library: Library, loader: CountingLoader, reopen: Open
) -> None:
    heard = Heard(library.events)

    def give_up(progress: IndexingProgress) -> None:
        if progress.preparing and progress.done >= 16:
            cancel_switch(library)

    unsubscribe = library.events.subscribe(IndexingProgress, give_up)
    complete_switch(library, "other")
    unsubscribe()
    assert answers(library) == "fake"
    assert current_switch(library) is None
    assert heard.of(SwitchChanged)[-1].preparing == ""
    assert not heard.of(ModelChanged)
    assert vectors_by_model(library)["other"] >= 16
    complete_switch(library, "other")
    assert answers(library) == "other"
    assert loader.pictures == 2 * COUNT
    library.close()
    with reopen() as again:
        assert current_switch(again) is None


def test_wishing_for_the_model_that_answers_calls_a_change_off(library: Library) -> None:
    switch_model(library, "other")
    switch_model(library, "fake")
    assert current_switch(library) is None
    library.indexer.index()
    assert answers(library) == "fake"


def test_dropping_the_old_deletes_its_vectors_and_its_index(library: Library, tmp_path: Path) -> None:
    old = library.spaces.active.manifest.fingerprint
    codes = sketch_file(tmp_path / "library" / "index" / f"{old}.usearch")
    codes.touch()
    complete_switch(library, "other", keep_old=False)
    assert not codes.exists()
    assert vectors_by_model(library) == {"other": COUNT}
    (left,) = (tmp_path / "library" / "index").glob("*.usearch")
    assert left.stem == library.model.manifest.fingerprint
    assert len(names(library)) == COUNT


def test_vectors_can_be_dropped_later_but_not_those_in_use(
    library: Library, tmp_path: Path, loader: CountingLoader
) -> None:
    switch_model(library, "other")
    with pytest.raises(InputError, match="in use"):
        drop_vectors(library, "fake")
    library.indexer.index()
    with pytest.raises(InputError, match="in use"):
        drop_vectors(library, "other")
    assert drop_vectors(library, "fake") == COUNT
    assert drop_vectors(library, "fake") == 0
    assert len(list((tmp_path / "library" / "index").glob("*.usearch"))) == 1
    complete_switch(library, "fake")
    assert loader.pictures == 3 * COUNT


def test_what_a_person_said_of_a_photo_stays(library: Library) -> None:
    with library.catalog.read() as connection:
        ids = [tile.id for tile in tiles.tiles(connection)]
        given = tags.of_photos(connection, library.space_id, ids)
    (first, tag), (second, refused) = [(each, of[0]) for each, of in given.items() if of][:2]

    def say(connection: Connection) -> None:
        tags.say(connection, tag.category, tag.label, {first: Decision("category", "confirmed")})
        tags.say(connection, refused.category, refused.label, {second: Decision("category", "rejected")})

    library.catalog.write(say)
    complete_switch(library, "other", keep_old=False)
    with library.catalog.read() as connection:
        after = tags.of_photos(connection, library.space_id, ids)
    assert "confirmed" in {each.state for each in after[first]}
    assert refused.label not in {each.label for each in after.get(second, [])}


def test_each_model_keeps_its_own_suggestions(library: Library, loader: CountingLoader) -> None:
    before, space = labels(library), library.space_id
    complete_switch(library, "other")
    other, other_space = labels(library), library.space_id
    assert space != other_space
    with library.catalog.read() as connection:
        ids = [tile.id for tile in tiles.tiles(connection)]
        kept = tags.of_photos(connection, space, ids)
    assert [{(tag.category, tag.label) for tag in kept.get(each, [])} for each in ids] == list(
        before.values()
    )
    assert any(before.values())
    assert set(other) == set(before)


def test_photos_that_are_away_do_not_hold_a_change_up(library: Library, tmp_path: Path) -> None:
    heard = Heard(library.events)
    away = tmp_path / "drive"
    for number in range(3):
        write_picture(away / f"away-{number}.jpg", seed=700 + number)
    add_folders(library, [away])
    library.indexer.index()
    away.rename(tmp_path / "elsewhere")
    assert complete_switch(library, "other").missing == 3
    assert heard.of(ModelChanged)[0].missing == 3
    assert len(names(library)) == COUNT
    (tmp_path / "elsewhere").rename(away)
    library.indexer.index()
    assert len(names(library)) == COUNT + 3


def test_a_folder_that_is_removed_meanwhile_is_not_found_afterwards(library: Library, folder: Path) -> None:
    switch_model(library, "other")
    with library.catalog.read() as connection:
        (row,) = connection.execute("SELECT id FROM folders").fetchall()
    remove_folder(library, row[0])
    library.indexer.index()
    assert answers(library) == "other"
    assert names(library) == set()


def test_a_model_that_cannot_be_run_leaves_the_old_one_answering(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise ModelError("The text tower is broken.")

    with monkeypatch.context() as patched:
        patched.setattr(type(library.engine), "warm_up", fail)
        with pytest.raises(ModelError):
            complete_switch(library, "other")
    assert answers(library) == "fake"
    assert len(names(library)) == COUNT
    library.indexer.index()
    assert answers(library) == "other"


def test_a_named_model_opens_its_space_and_changes_nothing(
    library: Library, reopen: Open, loader: CountingLoader
) -> None:
    switch_model(library, "other")
    library.close()
    with reopen("other") as named:
        assert answers(named) == "other"
        assert current_switch(named) is None
        with pytest.raises(InputError, match="--model"):
            switch_model(named, "fake")
        named.indexer.index()
    assert loader.pictures == 2 * COUNT
    with reopen() as again:
        assert answers(again) == "fake"
        again.indexer.index()
        assert answers(again) == "other"
    assert loader.pictures == 2 * COUNT


@pytest.mark.parametrize("damage", ["unknown", "cut", "description"])
def test_a_model_that_is_not_whole_is_refused(
    library: Library, models: tuple[ModelManifest, ModelManifest], damage: str
) -> None:
    other = models[1].folder
    if damage == "cut":
        (other / "image.onnx").write_bytes(b"cut")
    elif damage == "description":
        (other / "model.toml").write_text("nonsense nonsense")
    with pytest.raises(InputError):
        switch_model(library, "nothing" if damage == "unknown" else "other")
    assert current_switch(library) is None


def test_a_model_that_went_meanwhile_stops_nothing(
    library: Library,
    models: tuple[ModelManifest, ModelManifest],
    reopen: Open,
    expected_logs: list[str],
) -> None:
    expected_logs.append("The library's model other cannot be used")
    switch_model(library, "other")
    library.close()
    models[1].folder.rename(models[1].folder.parent / "gone.part")
    with reopen() as again:
        again.indexer.index()
        assert answers(again) == "fake"
    (models[1].folder.parent / "gone.part").rename(models[1].folder)
    with reopen() as again:
        again.indexer.index()
        assert answers(again) == "other"


def test_another_window_follows(library: Library, reopen: Open, loader: CountingLoader) -> None:
    with reopen() as second:
        complete_switch(library, "other", keep_old=False)
        assert answers(second) == "fake"
        second.indexer.index()
        assert answers(second) == "other"
        assert len(names(second)) == COUNT
    assert loader.pictures == 2 * COUNT


def test_a_window_that_rests_follows_by_itself(
    library: Library, reopen: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(indexer, "PRESENCE_SECONDS", 0.05)
    with reopen() as second:
        heard = Heard(second.events)
        second.indexer.start()
        heard.wait_for(IndexingProgress, lambda event: event.phase is Phase.IDLE)
        complete_switch(library, "other")
        heard.wait_for(ModelChanged)
        heard.forget()
        # A wish alone is taken up as well: as after Ctrl+C in a terminal.
        library.spaces.wish("fake", keep_old=True)
        heard.wait_for(ModelChanged)
        assert answers(second) == "fake"
        assert len(names(second)) == COUNT


SCRIPT = """
import sys
from pathlib import Path
from mindseye.library import Library
from mindseye.operations.library_models import drop_vectors, vectors_by_model
from mindseye.operations.open_library import open_library
from mindseye.operations.switch_model import switch_model
from tests.support.fake_model import FakeSession
import time

class Slow(FakeSession):
    def run(self, inputs):
        if self.is_image and self.is_other:
            time.sleep(0.2)
        return super().run(inputs)

Library.open.__func__.__kwdefaults__["load_session"] = Slow
with open_library(Path(sys.argv[1])) as library:
    switch_model(library, "other")
    library.indexer.index()
"""


def test_a_kill_in_the_middle_is_made_good_at_the_next_start(
    library: Library, reopen: Open, loader: CountingLoader, tmp_path: Path
) -> None:
    library.close()
    paths = os.pathsep.join(path for path in sys.path if path)
    with subprocess.Popen(
        [sys.executable, "-c", SCRIPT, str(tmp_path / "library")], env=os.environ | {"PYTHONPATH": paths}
    ) as process:
        try:
            wait_until(lambda: count_vectors(tmp_path / "library") > COUNT)
        finally:
            process.send_signal(signal.SIGKILL)
    done = count_vectors(tmp_path / "library") - COUNT
    assert 0 < done < COUNT
    with reopen() as again:
        assert answers(again) == "fake"
        assert len(names(again)) == COUNT
        switch = current_switch(again)
        assert switch is not None
        assert switch.done == done
        again.indexer.index()
        assert answers(again) == "other"
        assert len(names(again)) == COUNT
    assert loader.pictures == COUNT + COUNT - done, "what was committed is not embedded again"


STEPS = {
    "sync_index": False,
    "refresh_tags": False,
    "set_answering": False,
    "set_wish": False,
    "_forget_if_empty": True,
    "close": True,
}
"""What the end of a change consists of, and whether the new model answers after a death there."""

DEATH = """
import os, signal, sys
from pathlib import Path
from mindseye import spaces
from mindseye.library import Library
from mindseye.operations.open_library import open_library
from mindseye.operations.switch_model import switch_model
from tests.support.fake_model import FakeSession

step = sys.argv[2]
Library.open.__func__.__kwdefaults__["load_session"] = FakeSession

def deadly(owner, name):
    real = getattr(owner, name)
    def die(*arguments, **named):
        if step.startswith("set_"):
            real(*arguments, **named)
        os.kill(os.getpid(), signal.SIGKILL)
    setattr(owner, name, die)

with open_library(Path(sys.argv[1])) as library:
    switch_model(library, "other")
    if step in {"sync_index", "refresh_tags"}:
        deadly(spaces, step)
    elif step in {"set_answering", "set_wish"}:
        deadly(spaces.model_choice, step)
    else:
        deadly(spaces.Spaces, step)
    library.indexer.index()
"""


@pytest.mark.parametrize("step", STEPS)
def test_a_kill_at_any_step_of_the_swap_leaves_a_whole_model_answering(
    step: str, library: Library, reopen: Open, loader: CountingLoader, tmp_path: Path
) -> None:
    complete_switch(library, "other")
    complete_switch(library, "fake")
    before, found = labels(library), names(library)
    library.close()
    paths = os.pathsep.join(path for path in sys.path if path)
    done = subprocess.run(
        [sys.executable, "-c", DEATH, str(tmp_path / "library"), step],
        env=os.environ | {"PYTHONPATH": paths},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == -signal.SIGKILL, done.stderr
    with reopen() as again:
        # The swap is one transaction: before it the old model answers, from it on the new one.
        assert answers(again) == ("other" if STEPS[step] else "fake")
        assert (current_switch(again) is None) == STEPS[step]
        assert (labels(again), names(again)) == (before, found)
        again.indexer.index()
        assert answers(again) == "other"
        assert current_switch(again) is None
        assert (labels(again), names(again)) == (before, found)
    assert loader.pictures == 2 * COUNT, "nothing is embedded twice"


def test_the_librarys_own_choice_stands_before_the_settings(
    library: Library, reopen: Open, own_home: Path
) -> None:
    """As after a kill between the swap and the saving of the settings."""
    complete_switch(library, "other")
    library.close()
    Settings(model="fake").save(own_home / "settings.json")
    with reopen() as again:
        assert answers(again) == "other"


def test_a_chosen_model_that_is_gone_gives_way_to_the_one_in_the_settings(
    library: Library,
    models: tuple[ModelManifest, ModelManifest],
    reopen: Open,
    own_home: Path,
    expected_logs: list[str],
) -> None:
    expected_logs.append("The library's model other cannot be used")
    complete_switch(library, "other")
    library.close()
    Settings(model="fake").save(own_home / "settings.json")
    models[1].folder.rename(models[1].folder.with_suffix(".part"))
    with reopen() as again:
        assert answers(again) == "fake"
        again.indexer.index()
        assert len(names(again)) == COUNT
