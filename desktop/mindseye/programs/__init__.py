"""The other programs of this computer: which of them open a file, opening it in one, the file manager."""

import sys

from mindseye.programs.kinds import Program, Programs

__all__ = ["Program", "Programs", "of_this_system"]


def of_this_system() -> Programs:
    """What the system that this runs on tells of its programs."""
    if sys.platform == "win32":
        from mindseye.programs.windows import WindowsPrograms

        return WindowsPrograms()
    if sys.platform == "darwin":
        from mindseye.programs.macos import MacPrograms

        return MacPrograms()
    from mindseye.programs.freedesktop import DesktopPrograms

    return DesktopPrograms.of_user()
