"""Files that are there whole or not at all, whatever happens while they are written."""

import errno
import os
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from mindseye.whole_files import give_free_name, making, replacing


def test_a_file_that_is_replaced_is_the_old_one_until_all_is_written(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_text("old")
    with replacing(path) as temporary:
        temporary.write_text("new")
        assert path.read_text() == "old"
    assert path.read_text() == "new"
    assert list(tmp_path.iterdir()) == [path]


def write_half(manager: AbstractContextManager[Path]) -> None:
    with manager as temporary:
        temporary.write_text("half")
        raise KeyboardInterrupt


@pytest.mark.parametrize("manager", [replacing, making])
def test_what_goes_wrong_leaves_all_as_it_was(
    tmp_path: Path, manager: Callable[[Path], AbstractContextManager[Path]]
) -> None:
    path = tmp_path / "file"
    if manager is replacing:
        path.write_text("old")
    before = list(tmp_path.iterdir())
    with pytest.raises(KeyboardInterrupt):
        write_half(manager(path))
    assert list(tmp_path.iterdir()) == before
    assert not path.exists() or path.read_text() == "old"


def write_while_another_does(path: Path, faster: str = "another program was faster") -> None:
    with making(path) as temporary:
        temporary.write_text("mine")
        path.write_text(faster)


def test_a_new_file_takes_nobodys_place(tmp_path: Path) -> None:
    path = tmp_path / "file"
    with pytest.raises(FileExistsError):
        write_while_another_does(path)
    assert path.read_text() == "another program was faster"
    with pytest.raises(FileExistsError):
        write_while_another_does(path, faster="never written")
    assert path.read_text() == "another program was faster"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("taken", [False, True])
def test_a_disk_without_links(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, taken: bool) -> None:
    def no_links(*_: object) -> None:
        raise OSError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(os, "link", no_links)
    file, name = tmp_path / "file", tmp_path / "name"
    file.write_text("mine")
    if taken:
        name.write_text("theirs")
        with pytest.raises(FileExistsError):
            give_free_name(file, name)
    else:
        give_free_name(file, name)
    assert name.read_text() == ("theirs" if taken else "mine")
