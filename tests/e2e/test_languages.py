"""The real program, started in a German system: the window is German, the command line English."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

WINDOW = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from mindseye.ui.application import make_application, run_window

application = make_application()

def tell():
    (window,) = [each for each in application.topLevelWidgets() if hasattr(each, "menuBar")]
    print(*(action.text().replace("&", "") for action in window.menuBar().actions()), sep="|")
    print(window.actions_by_name["quit"].shortcut().toString(window.actions_by_name["quit"].shortcut().SequenceFormat.NativeText))
    application.quit()

QTimer.singleShot(300, tell)
sys.exit(run_window(Path(sys.argv[1]), None))
"""

GERMAN = {"LC_ALL": "de_AT.UTF-8", "LANG": "de_AT.UTF-8", "LANGUAGE": "de"}


@pytest.mark.parametrize(
    ("settings", "environment", "menus"),
    [
        ("", GERMAN, "Datei|Bearbeiten|Foto|Alben|Ansicht|Hilfe\nStrg+Q"),
        ('{"language": "en"}', GERMAN, "File|Edit|Photo|Albums|View|Help\nCtrl+Q"),
        ('{"language": "de"}', {"LC_ALL": "C"}, "Datei|Bearbeiten|Foto|Alben|Ansicht|Hilfe\nStrg+Q"),
        ("", {"LC_ALL": "fr_FR.UTF-8", "LANGUAGE": "fr"}, "File|Edit|Photo|Albums|View|Help\nCtrl+Q"),
    ],
)
def test_the_window_speaks_the_language_of_the_system_or_the_chosen_one(
    tmp_path: Path, own_home: Path, settings: str, environment: dict[str, str], menus: str
) -> None:
    if settings:
        (own_home / "settings.json").write_text(settings, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-c", WINDOW, str(tmp_path / "library")],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"} | environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    assert done.stdout.strip() == menus, done.stderr


def test_the_command_line_speaks_english_everywhere(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "mindseye", "search", "boats", "--library", str(tmp_path / "none")],
        env=os.environ | GERMAN,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert "There is no library" in done.stderr
