"""Somebody at the window, in a process of its own: does what a user does, by keys, clicks and drops.

    python -m tests.e2e.user LIBRARY STORY FOLDER

runs one of the stories below against the real window and prints DONE when it came to its end.
"""

import os
import sys
import time
import traceback
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEventLoop, QMimeData, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

from mindseye.operations import browse
from mindseye.operations.open_library import open_library
from mindseye.settings import Settings
from mindseye.ui.application import OpenWindow, make_application
from mindseye.ui.places import Page
from mindseye.ui.tag_editor import TagEditor

_Copy = Qt.DropAction.CopyAction
_PATIENCE = 45.0


class User:
    """Sees the window and has a keyboard and a mouse."""

    def __init__(self, application: QApplication, opened: OpenWindow) -> None:
        self._application, self._opened = application, opened
        self._window = opened.window
        self._beat = QTimer()
        self._beat.start(20)

    def waits_until(self, what: str, so: Callable[[], object]) -> None:
        """Looks on, as long as it takes."""
        ends = time.monotonic() + _PATIENCE
        while not so():
            assert time.monotonic() < ends, f"the user waited in vain until {what}"
            self._application.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)

    def waits_until_it_is_calm(self) -> None:
        """Everything that was asked for is to be seen."""
        assert self._opened.wait_until_shown(seconds=_PATIENCE)

    def drops(self, path: Path) -> None:
        """A file or folder from the file manager, into the middle of the window."""
        mime = QMimeData()
        mime.setUrls([QUrl.fromLocalFile(str(path))])
        middle, button = self._window.rect().center(), Qt.MouseButton.LeftButton
        none = Qt.KeyboardModifier.NoModifier
        self._application.sendEvent(self._window, QDragEnterEvent(QPoint(middle), _Copy, mime, button, none))
        self._application.sendEvent(self._window, QDropEvent(QPointF(middle), _Copy, mime, button, none))

    def types(self, words: str) -> None:
        """Into whatever has the focus."""
        QTest.keyClicks(self._focus, words)

    def presses(self, keys: str) -> None:
        """A key or a shortcut, as it stands in the menus."""
        combination = QKeySequence(keys)[0]
        QTest.keyClick(self._focus, combination.key(), combination.keyboardModifiers())
        self._application.processEvents()

    def clicks_the_first_photo(self) -> None:
        """In the middle of it."""
        grid = self._window.grid
        where = grid.visualRect(grid.model().index(0, 0)).center()
        QTest.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=where)

    def chooses(self, name: str) -> None:
        """An action from the menus."""
        action = self._window.actions_by_name[name]
        self.waits_until(f"{name} can be chosen", action.isEnabled)
        action.trigger()

    def agrees(self, words: str) -> None:
        """With the question that is asked, by the button of these words."""

        def questions() -> list[QMessageBox]:
            return [each for each in self._window.findChildren(QMessageBox) if each.isVisible()]

        self.waits_until("there is a question", questions)
        next(each for each in questions()[0].buttons() if each.text() == words).click()

    @property
    def groups(self) -> int:
        """How many groups of near-duplicates there are; none while they are looked for."""
        desk = self._window.duplicates_page.desk
        return 0 if desk.doing else len(desk.reviews)

    @property
    def sees(self) -> list[str]:
        """The names of the photos, in order."""
        library = self._opened.showing.library
        assert library is not None
        return [path.name for path in browse.paths_of(library, self._window.grid.tiles.ids.tolist())]

    @property
    def side_bar(self) -> list[str]:
        """What stands in the side bar."""
        return [item.text(0) for item in self._window.sidebar.tree.items()]

    @property
    def notice(self) -> str:
        """What the window says."""
        return self._window.notice.sentence

    @property
    def page(self) -> Page:
        """What fills the middle."""
        return self._opened.showing.page

    @property
    def dialog(self) -> QWidget | None:
        """The tag editor, when it is open."""
        return next((each for each in self._window.findChildren(TagEditor) if each.isVisible()), None)

    @property
    def _focus(self) -> QWidget:
        # Without a window manager no window is active, but each has a widget that would be typed into.
        above = self.dialog or self._window
        return above.focusWidget() or above


def first_day(user: User, photos: Path) -> None:
    """From nothing to a tagged photo, and one change taken back."""
    user.waits_until("the empty library is there", lambda: user.page is Page.NO_FOLDERS)
    user.drops(photos)
    count = len(list(photos.glob("*.jpg")))
    user.waits_until("all photos are there", lambda: len(user.sees) == count)
    user.waits_until_it_is_calm()
    user.presses("Ctrl+F")
    user.types("a mountain lake")
    user.presses("Return")
    user.waits_until_it_is_calm()
    if user.page is Page.PROBABLY_NONE:
        raise AssertionError("nothing was found")
    found = user.sees
    assert 0 < len(found) < count, found
    user.clicks_the_first_photo()
    user.presses("S")
    user.waits_until_it_is_calm()
    assert user.sees[0] == found[0], "a photo is most like itself"
    user.presses("Esc")
    user.waits_until_it_is_calm()
    assert len(user.sees) == count
    picture = sorted(photos.glob("*.jpg"))[3]
    user.drops(picture)
    user.waits_until_it_is_calm()
    assert user.sees[0] == picture.name
    user.clicks_the_first_photo()
    user.presses("T")
    user.waits_until("the tags are to be edited", lambda: user.dialog is not None)
    user.types("holiday")
    user.presses("Return")
    user.presses("Return")
    user.waits_until("the tag is in the side bar", lambda: "holiday" in user.side_bar)
    user.chooses("undo")
    user.waits_until("it is gone again", lambda: "holiday" not in user.side_bar)
    user.chooses("redo")
    user.waits_until("it is back", lambda: "holiday" in user.side_bar)


def second_day(user: User, photos: Path) -> None:
    """Everything is as it was left, without looking at a photo again; and it is undone all the same."""
    count = len(list(photos.glob("*.jpg")))
    user.waits_until("all photos are there", lambda: len(user.sees) == count)
    user.waits_until_it_is_calm()
    assert "holiday" in user.side_bar
    assert "a mountain lake" in user.side_bar, "the search of yesterday"
    user.chooses("undo")
    user.waits_until("the tag is gone", lambda: "holiday" not in user.side_bar)


def third_day(user: User, photos: Path) -> None:
    """Copies that came overnight go to the trash after a look and a question, and come back."""
    copies = sorted(photos.glob("* copy.jpg"))
    assert len(copies) == 2
    user.waits_until_it_is_calm()
    user.chooses("duplicates")
    user.waits_until("two groups are found", lambda: user.groups == 2)
    user.waits_until_it_is_calm()
    user.presses("Return")
    user.presses("Right")
    user.presses("Space")
    user.presses("Space")
    user.presses("Return")
    user.presses("Del")
    user.agrees("Move to the trash")
    user.waits_until("they are gone", lambda: not any(copy.exists() for copy in copies))
    user.waits_until("no group is left", lambda: user.groups == 0)
    user.waits_until_it_is_calm()
    user.chooses("undo")
    user.waits_until("they are back", lambda: all(copy.exists() for copy in copies))
    user.waits_until("both groups are back", lambda: user.groups == 2)


STORIES = {story.__name__: story for story in (first_day, second_day, third_day)}


def main() -> int:
    library, story, photos = Path(sys.argv[1]), STORIES[sys.argv[2]], Path(sys.argv[3])
    application = make_application()
    opened = OpenWindow(application, Settings(), lambda: open_library(library, model=None))
    opened.window.resize(1100, 760)
    opened.window.show()
    opened.window.activateWindow()
    user = User(application, opened)
    try:
        user.waits_until("the library is open", lambda: user.page is not Page.OPENING)
        story(user, photos)
    except AssertionError:
        traceback.print_exc()
        os._exit(1)  # whatever is under way
    began = time.monotonic()
    user.chooses("quit")
    opened.close()
    print(f"DONE {time.monotonic() - began:.2f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
