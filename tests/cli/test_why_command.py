"""``mindseye why`` as scripts know it."""

from pathlib import Path

from tests.cli.conftest import Run


def test_a_photo_is_explained(mindseye: Run, folder: Path, indexed: Path) -> None:
    red, at = folder / "000-red.jpg", ("--library", indexed)
    told = mindseye("why", red, "red", "-green", *at, "--json").json
    assert [each["part"] for each in told["parts"]] == ["red", "-green"]
    assert told["parts"][0]["share"] > 0.5
    assert len(told["nearest_words"]) == 5
    assert told["crops"][told["crop"]] == [0.1667, 0, 0.8333, 1]
    assert len(told["map"]) == 24
    assert {len(row) for row in told["map"]} == {36}
    shown = mindseye("why", red, "red", *at).out
    assert "100% for it      red" in shown
    assert "The model saw 17% to 83% across" in shown
    assert len(shown.splitlines()) > 20
    assert mindseye("why", red, "type:jpg", *at, "--json").json["map"] is None
    assert mindseye("why", red, "red", "--no-map", *at, "--json").json["map"] is None


def test_what_is_wrong_is_told(mindseye: Run, folder: Path, indexed: Path) -> None:
    at = ("--library", indexed)
    assert "no photo of this library" in mindseye("why", "/nowhere.jpg", "red", *at).refused()
    assert "Name one photo" in mindseye("why", folder, "red", *at).refused()
    assert "date:" in mindseye("why", folder / "000-red.jpg", "date:never", *at).refused()
