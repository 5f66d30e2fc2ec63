"""What people say of tags, and what the models of spaces suggest."""

import sqlite3
from pathlib import Path

import numpy as np
import pytest

from mindseye.catalog import (
    Catalog,
    Connection,
    files,
    folders,
    migrations,
    photos,
    suggestions,
    tags,
    vectors,
)
from mindseye.catalog.suggestions import Given, Question
from mindseye.catalog.tags import OWN, Decision, Tag
from mindseye.metadata import Metadata

TIME = Question("time", ("day", "night"), "category", exclusive=True, fingerprint="1")
SHOWN = Question("subjects", ("people", "dogs"), "category", exclusive=False, fingerprint="1")
BOATS = Question(OWN, ("boats",), "examples", exclusive=False, fingerprint="1")
CONFIRMED, REJECTED = Decision("category", "confirmed"), Decision("user", "rejected")


def lying(connection: Connection, name: str) -> int:
    """A photo that lies in a folder."""
    folder = folders.add(connection, Path(f"/photos/{name}"))
    files.add(connection, folder.id, [(b"a.jpg", 1, 0, 0)])
    photo_id = photos.add(connection, name.encode(), Metadata(width=4, height=3, format="JPEG"))
    files.link(connection, files.known(connection, folder.id)[b"a.jpg"].id, photo_id)
    return photo_id


def given(*pairs: tuple[int, float]) -> Given:
    return np.array([each[0] for each in pairs], np.int64), np.array([each[1] for each in pairs], np.float32)


def suggest(connection: Connection, space: int, question: Question, **of_label: Given) -> None:
    suggestions.replace(
        connection, space, question, {label: of_label.get(label, given()) for label in question.labels}
    )


def shown(connection: Connection, space: int, photo_id: int) -> list[tuple[str, str]]:
    return [(tag.label, tag.state) for tag in tags.of_photos(connection, space, [photo_id]).get(photo_id, [])]


@pytest.mark.parametrize(("said", "expected"), [(CONFIRMED, [("day", "confirmed")]), (REJECTED, [])])
def test_what_a_person_said_outlives_suggestions(
    connection: Connection, space: int, said: Decision, expected: list[tuple[str, str]]
) -> None:
    photo_id = lying(connection, "a")
    suggest(connection, space, TIME, day=given((photo_id, 0.75)))
    tags.say(connection, "time", "day", {photo_id: said})
    suggest(connection, space, TIME, day=given((photo_id, 1.0)))
    assert shown(connection, space, photo_id) == expected
    assert tags.photos_with(connection, space, "time", "day") == [photo_id] * len(expected)
    assert tags.counts(connection, space) == ({("time", "day"): 1} if expected else {})


def test_a_confirmed_tag_tells_what_the_model_thinks_of_it(connection: Connection, space: int) -> None:
    photo_id = lying(connection, "a")
    tags.say(connection, "time", "day", {photo_id: CONFIRMED})
    assert tags.of_photos(connection, space, [photo_id])[photo_id] == [Tag("time", "day", "confirmed", None)]
    suggest(connection, space, TIME, day=given((photo_id, 0.75)))
    assert tags.of_photos(connection, space, [photo_id])[photo_id] == [Tag("time", "day", "confirmed", 0.75)]


def test_a_confirmed_label_silences_the_others_of_an_exclusive_category_only(
    connection: Connection, space: int
) -> None:
    photo_id = lying(connection, "a")
    suggest(connection, space, TIME, night=given((photo_id, 0.9)))
    suggest(connection, space, SHOWN, dogs=given((photo_id, 0.9)))
    tags.say(connection, "time", "day", {photo_id: CONFIRMED})
    tags.say(connection, "subjects", "people", {photo_id: CONFIRMED})
    assert shown(connection, space, photo_id) == [
        ("dogs", "suggested"), ("people", "confirmed"), ("day", "confirmed")
    ]  # fmt: skip
    assert tags.counts(connection, space) == {
        ("time", "day"): 1, ("subjects", "dogs"): 1, ("subjects", "people"): 1
    }  # fmt: skip
    assert tags.photos_with(connection, space, "time", "night") == []


def test_a_rejected_label_leaves_the_others_alone(connection: Connection, space: int) -> None:
    photo_id = lying(connection, "a")
    suggest(connection, space, TIME, night=given((photo_id, 0.9)))
    tags.say(connection, "time", "day", {photo_id: REJECTED})
    assert shown(connection, space, photo_id) == [("night", "suggested")]


def test_photos_with_a_label_come_confirmed_first_then_by_probability(
    connection: Connection, space: int
) -> None:
    low, high, confirmed = (lying(connection, name) for name in ("low", "high", "confirmed"))
    gone = photos.add(connection, b"gone", Metadata(width=4, height=3, format="JPEG"))
    suggest(connection, space, BOATS, boats=given((low, 0.6), (high, 0.9), (confirmed, 0.5), (gone, 1.0)))
    tags.say(connection, OWN, "boats", {confirmed: CONFIRMED, gone: CONFIRMED})
    assert tags.photos_with(connection, space, OWN, "boats") == [confirmed, high, low]
    assert tags.counts(connection, space) == {(OWN, "boats"): 3}


def test_each_space_suggests_for_itself_and_a_person_speaks_for_all(
    connection: Connection, space: int
) -> None:
    photo_id, other = lying(connection, "a"), vectors.space(connection, "other", model="m", dimension=4)
    suggest(connection, space, TIME, day=given((photo_id, 0.9)))
    suggest(connection, other, TIME, night=given((photo_id, 0.9)))
    assert [shown(connection, each, photo_id) for each in (space, other)] == [
        [("day", "suggested")], [("night", "suggested")]
    ]  # fmt: skip
    vectors.drop(connection, other)
    assert shown(connection, other, photo_id) == []
    tags.say(connection, "time", "day", {photo_id: REJECTED})
    assert shown(connection, space, photo_id) == []


def test_saying_something_tells_what_was_there_so_that_it_can_be_undone(
    connection: Connection,
) -> None:
    first, second, third = (lying(connection, name) for name in "abc")
    tags.say(connection, OWN, "boats", {first: CONFIRMED, second: REJECTED})
    before = tags.say(connection, OWN, "boats", {first: CONFIRMED, second: CONFIRMED, third: REJECTED})
    assert before == {second: REJECTED, third: None}
    assert tags.decisions(connection, OWN, "boats") == {first: CONFIRMED, second: CONFIRMED, third: REJECTED}
    tags.say(connection, OWN, "boats", before)
    assert tags.decisions(connection, OWN, "boats") == {first: CONFIRMED, second: REJECTED}
    assert tags.decisions(connection, OWN, "boats", [second, third]) == {second: REJECTED}


def test_a_question_is_answered_until_it_is_put_in_another_way(connection: Connection, space: int) -> None:
    photo_id = lying(connection, "a")
    assert suggestions.judged(connection, space, [TIME]) == [False]
    suggest(connection, space, TIME, day=given((photo_id, 0.9)))
    longer = Question("time", ("day", "night", "dusk"), "category", exclusive=True, fingerprint="1")
    newer = Question("time", ("day", "night"), "category", exclusive=True, fingerprint="2")
    assert suggestions.judged(connection, space, [TIME, longer, newer]) == [True, False, False]


def test_photos_that_come_are_added_to_what_was_judged_alike(connection: Connection, space: int) -> None:
    first, second = lying(connection, "a"), lying(connection, "b")
    suggest(connection, space, BOATS, boats=given((first, 0.9)))
    suggestions.add(connection, space, BOATS, {"boats": given((second, 0.8))})
    assert tags.photos_with(connection, space, OWN, "boats") == [first, second]
    assert suggestions.judged(connection, space, [BOATS]) == [True]


def test_photos_that_were_judged_otherwise_make_the_question_be_asked_again(
    connection: Connection, space: int
) -> None:
    first, second = lying(connection, "a"), lying(connection, "b")
    suggest(connection, space, BOATS, boats=given((first, 0.9)))
    newer = Question(OWN, ("boats",), "examples", exclusive=False, fingerprint="2")
    suggestions.add(connection, space, newer, {"boats": given((second, 0.8))})
    assert tags.photos_with(connection, space, OWN, "boats") == [first]
    assert suggestions.judged(connection, space, [BOATS, newer]) == [False, False]


def test_labels_that_nobody_judges_lose_their_suggestions(connection: Connection, space: int) -> None:
    photo_id = lying(connection, "a")
    suggest(connection, space, TIME, day=given((photo_id, 0.9)))
    suggest(connection, space, BOATS, boats=given((photo_id, 0.9)))
    assert not suggestions.keep_only(connection, space, [TIME, BOATS])
    assert suggestions.keep_only(connection, space, [BOATS])
    assert shown(connection, space, photo_id) == [("boats", "suggested")]


def test_a_decision_of_no_meaning_is_refused(connection: Connection) -> None:
    photo_id = lying(connection, "a")
    for source, state in (("rumour", "confirmed"), ("user", "suggested")):
        with pytest.raises(sqlite3.IntegrityError):
            connection.execute(
                "INSERT INTO tags (photo_id, category, label, source, state) VALUES (?, 'a', 'b', ?, ?)",
                (photo_id, source, state),
            )


def test_decisions_of_an_older_catalog_are_kept_and_its_suggestions_made_anew(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as older:
        older.setattr(migrations, "STEPS", migrations.STEPS[:1])
        catalog = Catalog(path)

        def fill(connection: Connection) -> None:
            photo_id = photos.add(connection, b"a", Metadata(width=4, height=3, format="JPEG"))
            connection.executemany(
                "INSERT INTO tags (photo_id, category, label, source, state) VALUES (?, 'time', ?, ?, ?)",
                [
                    (photo_id, "day", "category", "confirmed"),
                    (photo_id, "night", "category", "rejected"),
                    (photo_id, "dusk", "category", "suggested"),
                ],
            )

        catalog.write(fill)
        catalog.close()
    catalog = Catalog(path)
    with catalog.read() as connection:
        rows = connection.execute("SELECT label, state FROM tags ORDER BY label").fetchall()
    catalog.close()
    assert [tuple(row) for row in rows] == [("day", "confirmed"), ("night", "rejected")]
