"""Where a folder lies: on a disk of this computer, or on another one whose changes nobody tells of."""

import os
import re
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

_MOUNTS = Path("/proc/self/mountinfo")

_REMOTE = frozenset(
    {
        "9p", "afs", "beegfs", "ceph", "cifs", "davfs", "drvfs", "fuse.ceph", "fuse.davfs", "fuse.glusterfs",
        "fuse.gvfsd-fuse", "fuse.mergerfs", "fuse.rclone", "fuse.s3fs", "fuse.sshfs", "fuse.vmhgfs-fuse",
        "glusterfs", "gpfs", "lustre", "ncpfs", "nfs", "nfs4", "ocfs2", "orangefs", "smb3", "smbfs", "vboxsf",
        "virtiofs",
    }
)  # fmt: skip
"""Linux file systems that others write to as well: inotify hears of this computer's changes only."""

_OCTAL = re.compile(rb"\\([0-7]{3})")


@dataclass(frozen=True, slots=True)
class Mount:
    """A place in the tree where a file system begins."""

    path: bytes
    kind: str


def read_mounts(text: bytes) -> list[Mount]:
    """The mounts of ``/proc/self/mountinfo`` (proc_pid_mountinfo(5)), in its order, without odd lines."""
    mounts = []
    for line in text.splitlines():
        before, separator, after = line.partition(b" - ")
        fields = before.split(b" ")
        if separator and len(fields) >= 5 and after:
            path = _OCTAL.sub(lambda match: bytes([int(match[1], 8)]), fields[4])
            mounts.append(Mount(path, after.split(b" ")[0].decode("ascii", "replace")))
    return mounts


def mount_of(folder: Path, mounts: Sequence[Mount]) -> Mount | None:
    """The mount that holds a folder: the innermost, and of several at one place the last."""
    path = os.fsencode(folder)
    best: Mount | None = None
    for mount in mounts:
        root = mount.path.rstrip(b"/") + b"/"
        if (path + b"/").startswith(root) and (best is None or len(mount.path) >= len(best.path)):
            best = mount
    return best


def is_remote(folder: Path) -> bool:
    """Whether a folder is known to lie on a network drive, or on one shared with another system."""
    if sys.platform == "win32":
        import ctypes

        remote_drive = 4
        anchor = folder.anchor
        return anchor.startswith("\\\\") or ctypes.WinDLL("kernel32").GetDriveTypeW(anchor) == remote_drive
    try:
        mount = mount_of(folder, read_mounts(_MOUNTS.read_bytes()))
    except OSError:  # no Linux
        return False
    return mount is not None and mount.kind in _REMOTE
