"""The list of keys, made from the actions themselves; each can be given another key."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QKeySequenceEdit,
    QLabel,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from mindseye.ui.actions import OTHER_KEYS, Actions
from mindseye.ui.parts import named
from mindseye.ui.translating import tr, translated

_NAME = Qt.ItemDataRole.UserRole
_WIDTH, _HEIGHT = 780, 640
_BODY = 13
"""Pixels of the type that the width is made for."""


class KeysDialog(QDialog):
    """Every action with its key; the key of the chosen one is changed by pressing another."""

    def __init__(self, actions: Actions, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Keys"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._actions = actions
        self.list = named(QTreeWidget(), "keys")
        self.list.setAccessibleName(tr("Actions and their keys"))
        self.list.setHeaderLabels([tr("Action"), tr("Key")])
        self.list.setRootIsDecorated(False)
        self.list.setIndentation(12)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        header = self.list.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        self.list.currentItemChanged.connect(self._choose)
        self.edit = QKeySequenceEdit()
        self.edit.setMaximumSequenceLength(1)
        self.edit.setAccessibleName(tr("New key"))
        self.edit.editingFinished.connect(self._change)
        self._of = QLabel()
        self._of.setWordWrap(True)
        self._none = QPushButton(tr("No key"))
        self._none.clicked.connect(self._take_away)
        self._default = QPushButton(tr("As it was"))
        self._default.clicked.connect(self._restore)
        self.told = QLabel()
        self.told.setWordWrap(True)
        self.told.setProperty("role", "quiet")
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._of, 1)
        for widget in (self.edit, self._none, self._default):
            row.addWidget(widget)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        below = QVBoxLayout()
        below.setContentsMargins(16, 4, 16, 12)
        below.setSpacing(8)
        below.addLayout(row)
        below.addWidget(self.told)
        below.addWidget(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.list, 1)
        column.addLayout(below)
        self._fill()
        self._choose(None)
        larger = max(self.font().pixelSize() / _BODY, 1)
        self.resize(round(_WIDTH * larger), _HEIGHT)

    def _fill(self) -> None:
        menus: dict[str, QTreeWidgetItem] = {}
        others = _heading(self.list, tr("Always"))
        for words, keys in OTHER_KEYS:
            item = QTreeWidgetItem(others, [translated(words), translated(keys)])
            for column in range(2):
                item.setToolTip(column, item.text(column))  # one that is cut off can be read there
        for command in self._actions.commands(all_of_them=True):
            if command.menu not in menus:
                menus[command.menu] = _heading(self.list, command.menu)
            item = QTreeWidgetItem(menus[command.menu], [command.words, command.keys])
            item.setData(0, _NAME, command.name)
        self.list.expandAll()

    def _renew(self) -> None:
        keys = {command.name: command.keys for command in self._actions.commands(all_of_them=True)}
        for number in range(self.list.topLevelItemCount()):
            menu = self.list.topLevelItem(number)
            for place in range(menu.childCount()) if menu is not None else ():
                item = menu.child(place) if menu is not None else None
                if item is not None and item.data(0, _NAME) in keys:
                    item.setText(1, keys[item.data(0, _NAME)])
        self._choose(self.list.currentItem())

    @property
    def _name(self) -> str | None:
        item = self.list.currentItem()
        name: str | None = item.data(0, _NAME) if item is not None else None
        return name

    def _choose(self, item: QTreeWidgetItem | None) -> None:
        name = self._name
        for widget in (self.edit, self._none, self._default):
            widget.setEnabled(name is not None)
        if name is None or item is None:
            self._of.setText(tr("Choose an action to give it another key."))
            self.edit.clear()
        else:
            self._of.setText(tr("Press the key for “{action}”:", action=item.text(0)))
            keys = self._actions.keys_of(name)
            self.edit.setKeySequence(keys[0] if keys else QKeySequence())

    def _change(self) -> None:
        name, key = self._name, self.edit.keySequence()
        if name is None or key.isEmpty() or key in self._actions.keys_of(name):
            return
        other = self._actions.user_of(key)
        written = key.toString(QKeySequence.SequenceFormat.NativeText)
        self._actions.set_keys(name, [key])
        told = tr("“{action}” has the key {key}.", action=self._words(name), key=written)
        if other is not None:
            told = f"{told} {tr('“{action}” has it no longer.', action=self._words(other))}"
        self.told.setText(told)
        self._renew()

    def _take_away(self) -> None:
        name = self._name
        if name is not None:
            self._actions.set_keys(name, [])
            self.told.setText(tr("“{action}” has no key.", action=self._words(name)))
            self._renew()

    def _restore(self) -> None:
        name = self._name
        if name is not None:
            self._actions.restore_keys(name)
            self.told.setText(tr("“{action}” has the key that it came with.", action=self._words(name)))
            self._renew()

    def _words(self, name: str) -> str:
        return self._actions[name].text().replace("&", "").rstrip("…")


def _heading(tree: QTreeWidget, words: str) -> QTreeWidgetItem:
    item = QTreeWidgetItem(tree, [words])
    item.setFlags(Qt.ItemFlag.ItemIsEnabled)
    font = item.font(0)
    font.setWeight(font.Weight.DemiBold)
    item.setFont(0, font)
    return item
