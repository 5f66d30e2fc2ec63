"""``mindseye xmp preview``, ``write`` and ``read``."""

from pathlib import Path

from tests.cli.conftest import Run


def test_tags_are_previewed_written_taken_back_and_read(mindseye: Run, folder: Path, indexed: Path) -> None:
    where = ("--library", indexed)
    one = folder / "000-red.jpg"
    sidecar = folder / "000-red.jpg.xmp"
    assert mindseye("xmp", "preview", *where).out == "Every sidecar says already what the library says.\n"
    mindseye("label", one, "--tag", "Places/Norway", "--rating", "4", *where)
    assert mindseye("xmp", "preview", *where).out.splitlines() == [
        f"{sidecar} (new)",
        "  + Places/Norway",
        "  rating 0 → 4",
        "1 sidecar would be written: mindseye xmp write",
    ]
    assert not sidecar.exists()
    done = mindseye("xmp", "write", folder, "--json", *where).json
    assert done == {
        "written": 1,
        "changes": [
            {"sidecar": str(sidecar), "picture": str(one), "new": True,
             "changes": ["+ Places/Norway", "rating 0 → 4"]}
        ],
        "left": [],
        "problems": {},
    }  # fmt: skip
    sidecar.write_text(sidecar.read_text(encoding="utf-8").replace("Norway", "Sweden"), encoding="utf-8")
    assert mindseye("xmp", "read", *where).out == "1 file read.\n"
    assert mindseye("label", one, "--json", *where).json[0]["tags"][0]["label"] == "Places/Sweden"
    assert mindseye("xmp", "read", "--json", *where).json == {"read": 0}
    told = mindseye("undo", *where).out
    assert told.startswith("Undone: writing 1 sidecar. Nothing was put back")
    assert sidecar.exists()
    mindseye("undo", *where)
    mindseye("label", one, "--tag", "boat", *where)
    assert "1 of 1 sidecar written" in mindseye("xmp", "write", *where).out
    mindseye("undo", *where)
    assert "Sweden" in sidecar.read_text(encoding="utf-8")
    assert "boat" not in sidecar.read_text(encoding="utf-8")


def test_a_sidecar_that_cannot_be_read_is_told_and_left_alone(
    mindseye: Run, folder: Path, indexed: Path
) -> None:
    where = ("--library", indexed)
    sidecar = folder / "000-red.jpg.xmp"
    sidecar.write_text("no xml", encoding="utf-8")
    mindseye("label", folder, "--tag", "boat", *where)
    result = mindseye("xmp", "write", *where)
    assert "7 of 7 sidecars written" in result.out
    assert f"{sidecar} is left alone: The XMP is damaged" in result.err
    assert sidecar.read_text(encoding="utf-8") == "no xml"
