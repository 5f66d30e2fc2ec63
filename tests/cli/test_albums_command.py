"""Albums and export as scripts know them."""

from pathlib import Path

from tests.cli.conftest import Run


def test_albums_are_made_filled_and_listed(mindseye: Run, folder: Path, indexed: Path) -> None:
    at = ("--library", indexed, "--json")
    red, green = folder / "000-red.jpg", folder / "001-green.jpg"
    assert mindseye("albums", *at).json == []
    made = mindseye("albums", "create", "Mine", red, green, *at).json
    assert made == {"name": "Mine", "live": False, "query": None, "count": 2}
    live = mindseye("albums", "create", "Live", "--query", "type:jpg -tag:beach", *at).json
    assert live == {"name": "Live", "live": True, "query": "type:jpg -tag:beach", "count": 8}
    assert [album["name"] for album in mindseye("albums", "list", *at).json] == ["Live", "Mine"]
    assert mindseye("albums", "remove", "Live", red, *at).json["count"] == 7
    assert mindseye("albums", "add", "Live", green, *at).json["count"] == 7
    shown = mindseye("albums", "show", "Live", *at).json
    assert shown[0] == {"path": str(green), "pinned": True}
    assert mindseye("albums", "show", "Live", "--kept-out", *at).json == [{"path": str(red), "pinned": False}]
    assert "--kept-out goes with show" in mindseye("albums", "list", "--kept-out", *at).refused()
    assert mindseye("albums", "let-be", "Live", red, *at).json["count"] == 8
    assert mindseye("albums", "show", "Live", "--kept-out", *at).json == []
    assert mindseye("albums", "query", "Live", '"red"', *at).json["query"] == '"red"'
    assert mindseye("albums", "rename", "Mine", "Ours", *at).json["name"] == "Ours"
    assert mindseye("albums", "delete", "Ours", *at).json == {}
    assert mindseye("undo", "--library", indexed).status == 0
    assert "Ours: 2 photos" in mindseye("albums", "--library", indexed).out
    assert str(red) in mindseye("albums", "show", "Ours", "--library", indexed).out


def test_what_is_wrong_is_told(mindseye: Run, folder: Path, indexed: Path) -> None:
    at = ("--library", indexed)
    assert "no album Other" in mindseye("albums", "show", "Other", *at).refused()
    assert "Name the album" in mindseye("albums", "create", *at).refused()
    assert "--query goes with create" in mindseye("albums", "show", "Mine", "--query", "red", *at).refused()
    mindseye("albums", "create", "Mine", *at)
    assert "Name the photos" in mindseye("albums", "add", "Mine", *at).refused()
    assert "no photo of this library" in mindseye("albums", "add", "Mine", "/nowhere", *at).refused()


def test_export_copies_what_a_query_finds(mindseye: Run, folder: Path, indexed: Path, tmp_path: Path) -> None:
    at = ("--library", indexed, "--json")
    out = tmp_path / "out"
    assert mindseye("export", '"red"', "--to", out, *at).json == {"written": 2, "there": 0, "failed": 0}
    assert all(path.name.endswith("-red.jpg") for path in out.iterdir())
    assert mindseye("export", "type:jpg", '-"red"', "--to", out, *at).json["written"] == 6
    assert mindseye("export", "type:jpg", "--to", out, *at).json == {"written": 0, "there": 8, "failed": 0}
    told = mindseye("export", "type:jpg", "--to", tmp_path / "all.csv", "--library", indexed)
    assert told.out.startswith("8 photos exported to ")
    assert (
        "exists already"
        in mindseye("export", "type:jpg", "--to", tmp_path / "all.csv", "--library", indexed).refused()
    )
