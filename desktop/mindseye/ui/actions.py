"""Every action of the window: its words, its keys, its place in a menu."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QActionGroup, QIcon, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from mindseye.phrases import Phrase
from mindseye.ui.language import languages_to_choose
from mindseye.ui.translating import tr, translated


@dataclass(frozen=True, slots=True)
class Verb:
    """An action as it is written in the list below."""

    name: str
    words: Phrase
    keys: tuple[str, ...] = ()
    icon: str = ""
    in_grid: bool = False
    """The keys hold while the grid has the focus only; elsewhere they are letters."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several, in a menu of its own."""

    name: str
    words: Phrase
    options: tuple[tuple[str, Phrase], ...]
    """What is chosen, and its words."""
    found: Callable[[], Iterable[tuple[str, str]]] = tuple
    """More to choose from, which is found out when the menu is made."""


_SPEEDS = (
    ("full speed", Phrase("At &full speed")),
    ("gently", Phrase("&Gently")),
    ("wait", Phrase("&Wait")),
)

MENUS: tuple[tuple[Phrase, tuple[Verb | Choice | None, ...]], ...] = (
    (
        Phrase("&File"),
        (
            Verb("add_folder", Phrase("&Add folder…"), ("Ctrl+O",), icon="folder-add"),
            Verb("search_by_file", Phrase("Search by a &picture…"), ("Ctrl+Shift+O",), icon="image-search"),
            None,
            Verb("look_again", Phrase("&Look for changes now"), ("F5",)),
            Verb("pause", Phrase("Pa&use indexing"), ("Ctrl+P",)),
            Verb("hurry", Phrase("Index at &full speed now"), ("Ctrl+Shift+P",)),
            Choice(
                "shots",
                Phrase("&Raw and JPEG of one shot"),
                (("together", Phrase("&One item")), ("apart", Phrase("&Two items"))),
            ),
            Choice("on_battery", Phrase("Indexing on &battery"), _SPEEDS),
            Choice("when_busy", Phrase("Indexing while the computer is bus&y"), _SPEEDS),
            None,
            Verb("models", Phrase("&Models…"), ("Ctrl+M",), icon="settings"),
            None,
            Verb("quit", Phrase("&Quit"), ("Ctrl+Q",)),
        ),
    ),
    (
        Phrase("&Edit"),
        (
            Verb("undo", Phrase("&Undo"), ("Ctrl+Z",), icon="undo"),
            Verb("redo", Phrase("&Redo"), ("Ctrl+Shift+Z", "Ctrl+Y")),
            None,
            Verb("search", Phrase("&Search"), ("Ctrl+F",), icon="search"),
            Verb("paste", Phrase("Search by the picture on the clip&board"), ("Ctrl+V",), in_grid=True),
            Verb("similar", Phrase("&Find similar"), ("S",), icon="similar", in_grid=True),
            Verb("search_part", Phrase("Search by a par&t of this photo…"), ("B",), in_grid=True),
            Verb("forget_searches", Phrase("Forget what was searc&hed before"), ("Ctrl+Shift+Del",)),
            None,
            Verb("copy", Phrase("&Copy"), ("Ctrl+C",), icon="copy", in_grid=True),
            Verb("copy_path", Phrase("Copy &path"), ("Ctrl+Shift+C",)),
            Verb("open_outside", Phrase("&Open in another program"), ("Ctrl+Return",), in_grid=True),
            Verb("open_with", Phrase("Open &with…"), ("Ctrl+Shift+Return",), in_grid=True),
            Verb("reveal", Phrase("Show in file &manager"), ("Ctrl+R",), icon="reveal"),
            None,
            Verb("rename", Phrase("Re&name…"), ("F2",), in_grid=True),
            Verb("trash", Phrase("Move to the &trash…"), ("Del",), icon="trash", in_grid=True),
            None,
            Verb("select_all", Phrase("Select &all"), ("Ctrl+A",), in_grid=True),
        ),
    ),
    (
        Phrase("&Photo"),
        (
            Verb("tag", Phrase("&Tag…"), ("T",), icon="tag", in_grid=True),
            Verb("caption", Phrase("&Caption…"), ("C",), in_grid=True),
            None,
            Verb("confirm", Phrase("Con&firm the suggested tag"), ("Y",), icon="check", in_grid=True),
            Verb("reject", Phrase("&Reject the suggested tag"), ("N",), icon="close", in_grid=True),
            None,
            Verb("rate_1", Phrase("Rate &1"), ("1",), in_grid=True),
            Verb("rate_2", Phrase("Rate &2"), ("2",), in_grid=True),
            Verb("rate_3", Phrase("Rate &3"), ("3",), in_grid=True),
            Verb("rate_4", Phrase("Rate &4"), ("4",), in_grid=True),
            Verb("rate_5", Phrase("Rate &5"), ("5",), in_grid=True),
            Verb("rate_0", Phrase("&No rating"), ("0",), in_grid=True),
            None,
            Verb("label", Phrase("&Label many…"), ("Ctrl+Shift+L",)),
            Verb("teach", Phrase("Teac&h a tag…"), ("Ctrl+Shift+T",)),
            Verb("categories", Phrase("Cate&gories…"), ("Ctrl+G",)),
            Verb("duplicates", Phrase("Near-&duplicates…"), ("Ctrl+Shift+D",), icon="copy"),
            Verb("ask_labels", Phrase("Which &of these…"), ("K",), in_grid=True),
            Verb("sidecars", Phrase("&Write tags to sidecars…"), ("Ctrl+S",)),
            Verb("into_pictures", Phrase("Write tags &into pictures…"), ("Ctrl+Shift+E",)),
        ),
    ),
    (
        Phrase("&Albums"),
        (
            Verb("keep_search", Phrase("&Keep this search as an album…"), ("Ctrl+D",), icon="album"),
            Verb("new_album", Phrase("&New album of these photos…"), ("Ctrl+N",)),
            None,
            Verb("add_to_album", Phrase("&Add to album…"), ("A",), icon="album", in_grid=True),
            Verb("take_out", Phrase("Take &out of this album"), ("Shift+A",), in_grid=True),
            Verb("pin", Phrase("&Pin to this album"), ("P",), in_grid=True),
            Verb("kept_out", Phrase("&Show what is kept out of this album"), ("Ctrl+Shift+K",)),
            Verb("leave_to_search", Phrase("&Leave to the search of this album"), ("Shift+P",), in_grid=True),
        ),
    ),
    (
        Phrase("&View"),
        (
            Verb("open", Phrase("&Show the photo large"), ("Return",), in_grid=True),
            Verb("compare", Phrase("&Compare two to four photos"), ("L",), in_grid=True),
            Verb("slides", Phrase("Slide sho&w"), ("F9",)),
            Verb("strip", Phrase("Film s&trip"), ("F8",)),
            Verb("jump", Phrase("&Jump to a date or name…"), ("Ctrl+J",)),
            Verb("fold", Phrase("Show or hide less &likely results"), ("Ctrl+L",)),
            Verb("map", Phrase("Ma&p of all photos"), ("Ctrl+Shift+M",), icon="map"),
            None,
            Verb("larger", Phrase("&Larger photos"), ("Ctrl++", "Ctrl+=")),
            Verb("smaller", Phrase("S&maller photos"), ("Ctrl+-",)),
            None,
            Verb("sidebar", Phrase("Side &bar"), ("Ctrl+B",)),
            Verb("details", Phrase("&Details"), ("Ctrl+I",)),
            Verb("why", Phrase("&Why this?"), ("W",), in_grid=True),
            Verb("full_screen", Phrase("&Full screen"), ("F11",)),
            None,
            Choice(
                "order",
                Phrase("&Order"),
                (
                    ("newest", Phrase("&Newest first")),
                    ("oldest", Phrase("&Oldest first")),
                    ("added", Phrase("&Last added first")),
                    ("name", Phrase("By n&ame")),
                ),
            ),
            Choice(
                "headings",
                Phrase("&Headings"),
                (
                    ("fitting", Phrase("By year or month, as &fits")),
                    ("year", Phrase("By &year")),
                    ("month", Phrase("By &month")),
                    ("day", Phrase("By &day")),
                    ("folder", Phrase("By f&older")),
                    ("none", Phrase("&None", "headings")),
                ),
            ),
            Verb("timeline", Phrase("Ti&meline"), ("F7",)),
            Verb("squares", Phrase("S&quare photos"), ("Ctrl+Shift+S",)),
            Verb("less_motion", Phrase("Less &motion"), ("Shift+F7",)),
            Choice(
                "theme",
                Phrase("&Theme"),
                (
                    ("system", Phrase("As the &system")),
                    ("light", Phrase("&Light")),
                    ("dark", Phrase("&Dark")),
                ),
            ),
            Choice("language", Phrase("Lan&guage"), (), found=languages_to_choose),
        ),
    ),
    (
        Phrase("&Help"),
        (
            Verb("palette", Phrase("&Commands…"), ("Ctrl+K",)),
            Verb("keys", Phrase("&Keys…"), ("F1", "?"), icon="keyboard"),
            Verb("updates", Phrase("Check for &updates…"), ("Ctrl+Shift+U",)),
            Verb("about", Phrase("&About Mindseye"), ("Shift+F1",)),
        ),
    ),
)

CHECKABLE = (
    *("kept_out", "pause", "hurry", "timeline", "squares", "less_motion", "slides", "strip", "sidebar"),
    *("details", "why", "full_screen"),
)
"""Actions that are on or off."""

OTHER_KEYS: tuple[tuple[Phrase, str], ...] = (
    (Phrase("Go from photo to photo"), Phrase("Arrows, Home, End, Page Up, Page Down")),
    (Phrase("Select several photos"), Phrase("Shift or Ctrl with click or arrows")),
    (Phrase("Show the photo large, and back"), Phrase("Space, Enter, double-click; Esc")),
    (Phrase("Enlarge a large photo, and move it"), Phrase("Plus, Minus, wheel, pinch; Shift with arrows")),
    (Phrase("From one photo to the next that are compared"), Phrase("Left, Right")),
    (Phrase("Where in a large photo it lies which was searched for"), "W"),
    (Phrase("Hold an animation, and let it go on"), "P"),
    (Phrase("A pixel of a large photo as one of the screen"), "Z"),
    (Phrase("Search by a part of a picture in the search bar"), "B"),
    (Phrase("Rename or delete an album in the side bar"), Phrase("F2, Delete")),
    (Phrase("From the search bar to the photos"), Phrase("Down or Esc")),
    (Phrase("Larger and smaller photos"), Phrase("Ctrl with the wheel")),
    (
        Phrase("From one near-duplicate to the next; keep it or not; keep it alone"),
        Phrase("Arrows; Space; O"),
    ),
    (Phrase("Accept a group of near-duplicates; say that it is none"), Phrase("Enter; N")),
    (
        Phrase("Look at near-duplicates closely; move what was accepted to the trash"),
        Phrase("Z or click; Delete"),
    ),
    (
        Phrase("Go from photo to photo on the map, select one"),
        Phrase("Arrows; Space, with Shift and arrows several"),
    ),
    (
        Phrase("Move the map, come nearer, see all of it"),
        Phrase("Ctrl with arrows; Plus, Minus, wheel, pinch; Home"),
    ),
    (Phrase("Draw about photos on the map"), Phrase("Shift and pull; with Ctrl besides what is selected")),
)
"""What keys do that stand in no menu."""


@dataclass(frozen=True, slots=True)
class Command:
    """An action as the command palette and the list of keys show it."""

    name: str
    """Empty for one of several choices, which has no keys."""
    menu: str
    words: str
    keys: str
    """As the platform writes them."""
    action: QAction


class Actions:
    """The actions by name; each calls what it was connected to."""

    def __init__(self, window: QWidget, grid: QWidget, bar: QMenuBar) -> None:
        self._by_name: dict[str, QAction] = {}
        self.choices: dict[str, QActionGroup] = {}
        """The actions that are one of several; what each chooses is its ``data()``."""
        self._icons: dict[str, str] = {}
        self._verbs: dict[str, Verb] = {}
        self._menus: dict[str, str] = {}
        for title, verbs in MENUS:
            self._menus |= {verb.name: _plain(translated(title)) for verb in verbs if verb is not None}
            menu = bar.addMenu(translated(title))
            for verb in verbs:
                if verb is None:
                    menu.addSeparator()
                elif isinstance(verb, Choice):
                    self.choices[verb.name] = _choice(menu, verb)
                else:
                    menu.addAction(self._make(verb, window, grid))

    def __getitem__(self, name: str) -> QAction:
        return self._by_name[name]

    def __iter__(self) -> Iterator[QAction]:
        return iter(self._by_name.values())

    def connect(self, slots: Mapping[str, Callable[[], object]]) -> None:
        """Connects each action to what it does."""
        for name, slot in slots.items():
            self._by_name[name].triggered.connect(lambda _=False, slot=slot: slot())

    def connect_choice(self, name: str, chosen: str, slot: Callable[[str], object]) -> None:
        """Marks what is chosen of several, and calls ``slot`` with what is chosen from now on."""
        group = self.choices[name]
        for action in group.actions():
            action.setChecked(action.data() == chosen)
        group.triggered.connect(lambda action: slot(action.data()))

    def chosen_words(self, name: str) -> str:
        """What is chosen of several, in words."""
        chosen = [action for action in self.choices[name].actions() if action.isChecked()]
        return _plain(chosen[0].text()) if chosen else ""

    def everywhere(self) -> list[QAction]:
        """The actions whose keys hold in the whole window."""
        return [each for each in self if each.shortcutContext() is Qt.ShortcutContext.WindowShortcut]

    def menu_of(self, parent: QWidget, *names: str) -> QMenu:
        """A menu of its own with these choices, one below the other, each under its name."""
        menu = QMenu(parent)
        for name in names:
            menu.addSeparator()
            menu.addAction(_plain(translated(next(_choices(name)).words))).setEnabled(False)
            menu.addActions(self.choices[name].actions())
        return menu

    def commands(self, *, all_of_them: bool = False) -> list[Command]:
        """What can be done now, or everything that there is, in the order of the menus."""
        found = [
            Command(name, self._menus[name], _plain(action.text()), self._written(name), action)
            for name, action in self._by_name.items()
            if all_of_them or (action.isEnabled() and name != "palette")
        ]
        if not all_of_them:
            for name, group in self.choices.items():
                menu = _plain(translated(next(_choices(name)).words))
                found += [
                    Command(
                        "",
                        self._menus[name],
                        tr("{menu}: {choice}", menu=menu, choice=_plain(action.text())),
                        "",
                        action,
                    )
                    for action in group.actions()
                ]
        return found

    # Keys

    def keys_of(self, name: str) -> list[QKeySequence]:
        """The keys of an action now."""
        return self._by_name[name].shortcuts()

    def set_keys(self, name: str, keys: Sequence[QKeySequence]) -> None:
        """Gives an action other keys, and takes them from the action that had them."""
        for key in keys:
            other = self.user_of(key)
            if other is not None and other != name:
                self._by_name[other].setShortcuts([each for each in self.keys_of(other) if each != key])
        self._by_name[name].setShortcuts(list(keys))

    def user_of(self, key: QKeySequence) -> str | None:
        """The action that a key belongs to."""
        return next((name for name in self._by_name if key in self.keys_of(name)), None)

    def restore_keys(self, name: str) -> None:
        """Gives an action the keys that it came with."""
        self.set_keys(name, _sequences(self._verbs[name].keys))

    def changed_keys(self) -> dict[str, list[str]]:
        """The keys of the actions that have other ones than they came with, to be kept."""
        return {
            name: [key.toString() for key in self.keys_of(name)]
            for name, verb in self._verbs.items()
            if self.keys_of(name) != _sequences(verb.keys)
        }

    def take_keys(self, kept: Mapping[str, object]) -> None:
        """Gives actions the keys that were kept; what no longer exists is passed over."""
        for name, keys in kept.items():
            if name in self._verbs and isinstance(keys, list):
                self._by_name[name].setShortcuts(_sequences(str(key) for key in keys))

    def _written(self, name: str) -> str:
        keys = self.keys_of(name)
        return keys[0].toString(QKeySequence.SequenceFormat.NativeText) if keys else ""

    def paint_icons(self, icon: Callable[[str], QIcon]) -> None:
        """Gives the actions their icons in the colours of the theme."""
        for name, drawn in self._icons.items():
            self._by_name[name].setIcon(icon(drawn))

    def _make(self, verb: Verb, window: QWidget, grid: QWidget) -> QAction:
        action = QAction(translated(verb.words), window)
        action.setObjectName(verb.name)
        action.setShortcuts(_sequences(verb.keys))
        action.setCheckable(verb.name in CHECKABLE)
        if verb.in_grid:
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            grid.addAction(action)
        if verb.name == "quit":
            action.setMenuRole(QAction.MenuRole.QuitRole)
        if verb.name == "about":
            action.setMenuRole(QAction.MenuRole.AboutRole)
        if verb.icon:
            self._icons[verb.name] = verb.icon
        self._by_name[verb.name] = action
        self._verbs[verb.name] = verb
        return action


def _plain(words: str) -> str:
    return words.replace("&", "").rstrip("…")


def _sequences(keys: Iterable[str]) -> list[QKeySequence]:
    return [QKeySequence(key) for key in keys]


def _choices(name: str) -> Iterator[Choice]:
    return (verb for _, verbs in MENUS for verb in verbs if isinstance(verb, Choice) and verb.name == name)


def _choice(menu: QMenu, choice: Choice) -> QActionGroup:
    group = QActionGroup(menu)
    below = menu.addMenu(translated(choice.words))
    for value, words in (*choice.options, *choice.found()):
        action = below.addAction(translated(words))
        action.setCheckable(True)
        action.setData(value)
        group.addAction(action)
    return group
