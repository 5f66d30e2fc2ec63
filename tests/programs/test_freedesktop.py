"""Which programs open a file on Linux: the user's choice, what was added, and who says so itself."""

import sys
from pathlib import Path

import pytest

from mindseye.errors import InputError
from mindseye.programs import Program
from mindseye.programs.freedesktop import DesktopPrograms
from tests.support.library_file import wait_until

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="freedesktop.org's programs run elsewhere")

GLOBS = """# weight:type:pattern
50:image/jpeg:*.jpg
50:image/x-adobe-dng:*.dng
80:image/x-canon-cr2:*.cr2
50:application/wrong:*.cr2
50:text/x-case:*.JPG:cs
"""


class Desktop:
    """A computer's folders, to be filled."""

    def __init__(self, place: Path) -> None:
        self.config, self.own, self.shared = place / "config", place / "own", place / "shared"
        for folder in (self.config, self.own / "applications", self.shared / "applications"):
            folder.mkdir(parents=True)
        (self.shared / "mime").mkdir()
        (self.shared / "mime" / "globs2").write_text(GLOBS, "utf-8")
        (self.shared / "mime" / "subclasses").write_text("image/x-adobe-dng image/tiff\n", "utf-8")
        (self.shared / "mime" / "aliases").write_text("image/pjpeg image/jpeg\n", "utf-8")
        self.programs = DesktopPrograms((self.config,), (self.own, self.shared), ("KDE",))

    def add(
        self, name: str, types: str = "", *, own: bool = False, exec_: str = "sh %F", more: str = ""
    ) -> str:
        below = (self.own if own else self.shared) / "applications"
        file = below / f"{name.lower()}.desktop"
        file.write_text(
            f"[Desktop Entry]\nType=Application\nName={name}\nExec={exec_}\nMimeType={types}\n{more}\n",
            "utf-8",
        )
        return file.name

    def choose(self, text: str, *, name: str = "mimeapps.list") -> None:
        (self.config / name).write_text(text, "utf-8")

    def names(self, *files: str) -> list[str]:
        return [each.name for each in self.programs.for_files([Path("/photos") / file for file in files])]


@pytest.fixture
def desktop(tmp_path: Path) -> Desktop:
    return Desktop(tmp_path)


def test_programs_that_say_that_they_open_a_file_are_offered_by_name(desktop: Desktop) -> None:
    desktop.add("Viewer", "image/png;image/jpeg;")
    desktop.add("Album", "image/pjpeg;")
    desktop.add("Writer", "text/plain;")
    desktop.add("Daemon", "image/jpeg;", exec_="sh")
    assert desktop.names("a.jpg") == ["Album", "Viewer"]
    assert desktop.names("A.JPG") == ["Album", "Viewer"]
    assert desktop.names("notes.unknown") == []
    assert [each.name for each in desktop.programs.others()] == ["Album", "Viewer", "Writer"]


def test_the_choice_of_the_user_comes_first_and_what_was_removed_does_not_come(desktop: Desktop) -> None:
    for name in ("Album", "Brush", "Viewer"):
        desktop.add(name, "image/jpeg;")
    desktop.add("Writer", "text/plain;")
    desktop.choose(
        "[Default Applications]\nimage/jpeg=gone.desktop;viewer.desktop;\n"
        "[Added Associations]\nimage/jpeg=writer.desktop;\n"
        "[Removed Associations]\nimage/jpeg=brush.desktop;\n"
    )
    assert desktop.names("a.jpg") == ["Viewer", "Writer", "Album"]
    desktop.choose("[Default Applications]\nimage/jpeg=album.desktop\n", name="kde-mimeapps.list")
    assert desktop.names("a.jpg")[0] == "Album"


def test_a_kind_of_picture_is_opened_by_what_opens_the_kind_above(desktop: Desktop) -> None:
    desktop.add("Scanner", "image/tiff;")
    desktop.add("Darkroom", "image/x-adobe-dng;image/x-canon-cr2;")
    assert desktop.names("a.dng") == ["Darkroom", "Scanner"]
    assert desktop.names("a.cr2") == ["Darkroom"]
    assert desktop.names("a.cr2", "a.dng") == ["Darkroom"]
    assert desktop.names("a.cr2", "a.jpg") == []


def test_the_user_may_hide_and_replace_a_program(desktop: Desktop) -> None:
    desktop.add("Viewer", "image/jpeg;")
    desktop.add("Album", "image/jpeg;")
    desktop.add("Viewer", "image/jpeg;", own=True, more="Hidden=true")
    desktop.add("Mindseye", "image/jpeg;")
    assert desktop.names("a.jpg") == ["Album"]


def test_a_program_is_started_on_all_files_and_lives_on_its_own(desktop: Desktop, tmp_path: Path) -> None:
    script, told = tmp_path / "show photos", tmp_path / "told"
    script.write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" > "{told}.part"\nmv "{told}.part" "{told}"\n', "utf-8")
    script.chmod(0o755)
    id_ = desktop.add("Viewer", "image/jpeg;", exec_=f'"{script}" --all %F')
    desktop.programs.open(Program(id_, "Viewer"), [Path("/a b.jpg"), Path("/$HOME.jpg")])
    wait_until(told.exists)
    assert told.read_text("utf-8").splitlines() == ["--all", "/a b.jpg", "/$HOME.jpg"]


def test_a_program_that_went_is_told(desktop: Desktop) -> None:
    with pytest.raises(InputError, match="Viewer is not installed any more"):
        desktop.programs.open(Program("viewer.desktop", "Viewer"), [Path("/a.jpg")])


def test_the_folders_and_the_language_are_those_of_the_user() -> None:
    found = DesktopPrograms.of_user(
        {
            "HOME": "/home/ada",
            "XDG_CURRENT_DESKTOP": "ubuntu:GNOME",
            "LANG": "de_AT.UTF-8",
            "XDG_DATA_DIRS": "/a:/b",
        }
    )
    assert found.config == (Path("/home/ada/.config"), Path("/etc/xdg"))
    assert found.data == (Path("/home/ada/.local/share"), Path("/a"), Path("/b"))
    assert found.desktops == ("ubuntu", "GNOME")
    assert found.languages == ("de_AT", "de")
    assert DesktopPrograms.of_user({"HOME": "/", "LANG": "C.UTF-8"}).languages == ()
    modified = DesktopPrograms.of_user({"HOME": "/", "LC_ALL": "sr_RS.UTF-8@latin"}).languages
    assert modified == ("sr_RS@latin", "sr_RS", "sr@latin", "sr")
