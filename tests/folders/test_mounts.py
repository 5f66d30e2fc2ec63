"""A folder's file system is told from the table of mounts, whatever the names in it are."""

import os
from pathlib import Path

import pytest

from mindseye.folders import mounts
from mindseye.folders.mounts import is_remote, mount_of, read_mounts

TABLE = rb"""22 1 254:1 / / rw,relatime shared:1 - ext4 /dev/vda rw
30 22 0:26 / /mnt/nas rw,relatime shared:9 - nfs4 nas:/photos rw,vers=4.2
31 22 0:27 / /mnt/with\040space rw - fuse.sshfs me@there: rw
32 30 8:1 / /mnt/nas/local rw - ext4 /dev/sda1 rw
33 22 0:30 / /mnt/two rw - ext4 /dev/sdb rw
34 22 0:31 / /mnt/two rw master:1 - cifs //nas/two rw
a line that is none
"""


@pytest.mark.parametrize(
    ("folder", "kind"),
    [("/home/me", "ext4"), ("/mnt/nas", "nfs4"), ("/mnt/nas/2020", "nfs4"), ("/mnt/nastier", "ext4"),
     ("/mnt/nas/local/x", "ext4"), ("/mnt/with space/x", "fuse.sshfs"), ("/mnt/two/x", "cifs")],
)  # fmt: skip
def test_the_innermost_mount_counts(folder: str, kind: str) -> None:
    found = mount_of(Path(folder), read_mounts(TABLE))
    assert found is not None
    assert found.kind == kind


@pytest.mark.skipif(os.name == "nt", reason="Windows is asked otherwise")
def test_network_drives_are_known(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    table = tmp_path / "mountinfo"
    table.write_bytes(TABLE)
    monkeypatch.setattr(mounts, "_MOUNTS", table)
    remote = [
        name for name in ("/home", "/mnt/nas/x", "/mnt/with space", "/mnt/two") if is_remote(Path(name))
    ]
    assert remote == ["/mnt/nas/x", "/mnt/with space", "/mnt/two"]
    monkeypatch.setattr(mounts, "_MOUNTS", tmp_path / "nowhere")
    assert not is_remote(Path("/mnt/nas"))
