"""The one stylesheet, written with the names of the tokens."""

from string import Template

from mindseye import paths
from mindseye.ui.tokens import Tokens


def stylesheet(tokens: Tokens) -> str:
    """The stylesheet of a theme."""
    # In the colour of text on the accent.
    tick, dash = (paths.resource(f"theme/{sign}-{tokens.name}.svg").as_posix() for sign in ("tick", "dash"))
    return Template(_SHEET).substitute(tokens.flat(), tick=tick, dash=dash)


_SHEET = """
* { font-size: $body; }
QMainWindow, QDialog, #page, #shell { background: $window; }
QMessageBox QLabel#qt_msgbox_label { font-weight: 600; min-width: 300px; }
QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
QToolTip { background: $raised; color: $text; border: 1px solid $line; padding: 4px 8px; }

QMenuBar { background: $surface; color: $text; padding: 0 4px; border: none; }
QMenuBar::item { padding: 4px 8px; background: transparent; border-radius: 4px; }
QMenuBar::item:selected { background: $hover; }
QMenu { background: $raised; color: $text; border: 1px solid $line; padding: 4px; }
QMenu::item { padding: 6px 24px 6px 12px; border-radius: 4px; }
QMenu::item:selected { background: $selection_fill; color: $selection_text; }
QMenu::item:disabled { color: $disabled; }
QMenu::separator { height: 1px; background: $line; margin: 4px 8px; }
QMenu::indicator { width: 14px; height: 14px; margin-left: 6px; }

QScrollBar:vertical { background: transparent; width: 12px; margin: 0; border: none; }
QScrollBar::handle:vertical { background: $outline; min-height: 32px; border-radius: 3px; margin: 2px 3px; }
QScrollBar::handle:vertical:hover { background: $quiet; }
QScrollBar::handle:vertical:disabled { background: transparent; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; border: none; }
QScrollBar::handle:horizontal { background: $outline; min-width: 32px; border-radius: 3px; margin: 3px 2px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QAbstractScrollArea { border: none; }
QAbstractScrollArea::corner { background: transparent; }

QSplitter::handle { background: $line; }
QSplitter::handle:horizontal { width: 1px; }

QPushButton {
    background: $raised; color: $text; border: 1px solid $outline; border-radius: $radius;
    padding: 5px 12px; min-height: 18px;
}
QPushButton:hover { background: $hover; }
QPushButton:pressed { background: $pressed; }
QPushButton:focus { border: 2px solid $focus; padding: 4px 11px; }
QPushButton:disabled { color: $disabled; border-color: $line; }
QPushButton[role="primary"] { background: $accent; color: $accent_text; border: 1px solid $accent;
    font-weight: 600; }
QPushButton[role="primary"]:hover { background: $accent_hover; border-color: $accent_hover; }
QPushButton[role="primary"]:focus { border: 2px solid $text; padding: 4px 11px; }
QPushButton[role="primary"]:disabled { background: $raised; color: $disabled; border-color: $line; }
QPushButton[role="link"] { background: transparent; border: none; color: $accent; padding: 4px 6px;
    text-align: left; }
QPushButton[role="link"]:hover { color: $accent_hover; text-decoration: underline; }
QPushButton[role="link"]:focus { border: 2px solid $focus; padding: 2px 4px; }
QCheckBox { color: $text; spacing: 8px; }
QCheckBox::indicator, QListWidget::indicator { width: 14px; height: 14px; background: $window;
    border: 1px solid $outline; border-radius: 3px; }
QCheckBox::indicator:hover, QListWidget::indicator:hover { border-color: $text; }
QCheckBox::indicator:focus { border: 1px solid $focus; }
QCheckBox::indicator:checked, QListWidget::indicator:checked { background: $accent;
    border-color: $accent; image: url("$tick"); }
QCheckBox::indicator:indeterminate, QListWidget::indicator:indeterminate { background: $accent;
    border-color: $accent; image: url("$dash"); }
QCheckBox::indicator:disabled { border-color: $line; }
QToolButton { background: transparent; border: 2px solid transparent; border-radius: $radius;
    padding: 4px; color: $text; }
QToolButton:hover { background: $hover; }
QToolButton:pressed { background: $pressed; }
QToolButton:checked { background: $selection_fill; }
QToolButton:focus { border-color: $focus; }

#topbar { background: $surface; border-bottom: 1px solid $line; }
#field { background: $window; border: 1px solid $outline; border-radius: 8px; }
#field[active="true"] { border: 2px solid $focus; }
#field QLineEdit { placeholder-text-color: $quiet;
    background: transparent; border: none; color: $text; font-size: $heading; padding: 0;
    selection-background-color: $accent; selection-color: $accent_text; }
#chip { background: $raised; border: 1px solid $line; border-radius: $radius; }
#chip:focus { border: 2px solid $focus; }
#chip[negative="true"] { border-style: dashed; border-color: $outline; }
#chip[negative="true"]:focus { border: 2px dashed $focus; }
#chip QLabel { color: $text; background: transparent; }
#chip QLabel#weight { color: $accent; font-weight: 600; }
#field QScrollArea, #field QScrollArea > QWidget > QWidget { background: transparent; }
#completions { background: $raised; border: 1px solid $outline; border-radius: 8px; }
#completions QLabel#mistake { color: $text; }
#completions QListWidget { background: transparent; border: none; outline: none; color: $text; }
#completions QListWidget::item { border-radius: $radius; padding: 4px 8px; min-height: 20px; }
#completions QListWidget::item:hover { background: $hover; }
#completions QListWidget::item:selected { background: $selection_fill; color: $selection_text; }
#datehint { background: $raised; border: 1px solid $line; border-radius: $radius; color: $text;
    padding: 4px 8px; }
#jumpline { background: $raised; color: $text; border: 2px solid $focus; border-radius: 8px;
    padding: 0 10px; placeholder-text-color: $quiet; }
#palette { background: $raised; border: 1px solid $outline; border-radius: 8px; }
#paletteline { background: $window; color: $text; border: 1px solid $outline; border-radius: $radius;
    padding: 6px 10px; font-size: $heading; placeholder-text-color: $quiet;
    selection-background-color: $accent; selection-color: $accent_text; }
#paletteline:focus { border: 2px solid $focus; padding: 5px 9px; }
#palette QListWidget { background: transparent; outline: none; }
#palette QListWidget::item { border-radius: $radius; }
#palette QListWidget::item:selected { background: $selection_fill; }
#paletterow { background: transparent; }
#paletterow QLabel { color: $text; }
#paletterow QLabel[role="quiet"] { color: $quiet; }
QKeySequenceEdit QLineEdit { background: $window; color: $text; border: 1px solid $outline;
    border-radius: $radius; padding: 4px 8px; }
QKeySequenceEdit QLineEdit:focus { border: 2px solid $focus; padding: 3px 7px; }
#chip QToolButton { padding: 1px; }

#firststeps { background: $surface; border-bottom: 1px solid $line; }
#suggestion { padding: 1px 10px; border-radius: 10px; }
#suggestion:focus { padding: 0 9px; }
#hintline { background: $window; }
#hintline QLabel { color: $quiet; }
#hintline QPushButton { padding: 0 6px; min-height: 20px; }
#resultline { background: $window; }
#resultline QLabel { color: $quiet; }
#resultline QLabel#count { color: $text; font-size: $heading; font-weight: 600; }
#resultline QToolButton { padding: 2px; }
#resultline QToolButton#order { color: $quiet; padding: 2px 6px; }
#resultline QToolButton#order:hover { color: $text; }
QToolButton::menu-indicator { image: none; width: 0; }
QSlider::groove:horizontal { height: 3px; background: $line; border-radius: 1px; }
QSlider::sub-page:horizontal { background: $quiet; border-radius: 1px; }
QSlider::handle:horizontal { width: 12px; height: 12px; margin: -5px 0; border-radius: 6px;
    background: $icon; }
QSlider::handle:horizontal:hover { background: $text; }
QSlider::handle:horizontal:focus { background: $accent; }

#sidebar { background: $surface; }
#sidebar QTreeWidget { background: $surface; color: $text; border: none; outline: none; padding: 0 8px; }
#sidebar QTreeWidget::item { height: $row; border-radius: $radius; padding-left: 4px; padding-right: 4px; }
#sidebar QTreeWidget::item:hover:!disabled { background: $hover; }
#sidebar QTreeWidget::item:selected { background: $selection_fill; color: $selection_text; }
#sidebarfoot { background: $surface; border-top: 1px solid $line; }

#details { background: $surface; }
#details QLabel { color: $text; }
#details QLabel[role="name"] { font-size: $heading; font-weight: 600; }
#details QLabel[role="section"], QLabel[role="section"] { color: $quiet; font-size: $small;
    font-weight: 600; }
#details QLabel[role="quiet"], QLabel[role="quiet"] { color: $quiet; }
QLabel[role="title"] { font-size: $title; font-weight: 600; color: $text; }
QLabel[role="heading"] { font-size: $heading; font-weight: 600; color: $text; }
QLabel[role="strong"] { color: $text; font-weight: 600; }
QLabel[role="error"] { color: $error; }

#star { padding: 0; font-size: 18px; color: $quiet; }
#star[on="true"] { color: $text; }
#tagline { background: $window; color: $text; border: 1px solid $outline; border-radius: $radius;
    padding: 5px 8px; placeholder-text-color: $quiet; }
#tagline:focus { border: 2px solid $focus; padding: 4px 7px; }
QSpinBox { background: $window; color: $text; border: 1px solid $outline; border-radius: $radius;
    padding: 4px 8px; min-height: 18px; }
QSpinBox:focus { border: 2px solid $focus; padding: 3px 7px; }
QSpinBox QLineEdit { background: transparent; border: none; margin-left: 4px; color: $text; }
QSpinBox::up-button, QSpinBox::down-button { width: 0; border: none; }
QPushButton:checked { background: $selection_fill; color: $selection_text; border-color: $accent; }
#phrases { background: $window; color: $text; border: 1px solid $outline; border-radius: $radius;
    padding: 3px 6px; }
#phrases:focus { border: 2px solid $focus; padding: 2px 5px; }
#ticks { background: $window; border: none; outline: none; }
#sidecars { background: $surface; color: $text; border: 1px solid $line; border-radius: $radius;
    outline: none; }
#sidecars::item { padding: 2px 4px; }
#sidecars::item:selected { background: $selection_fill; color: $selection_text; }
#programs { background: $surface; color: $text; border: 1px solid $line; border-radius: $radius;
    outline: none; }
#programs::item { padding: 5px 8px; }
#programs::item:selected { background: $selection_fill; color: $selection_text; }
#programs::item:disabled { color: $quiet; padding-top: 12px; }
#tags { background: $surface; color: $text; border: 1px solid $line; border-radius: $radius; outline: none; }
#tags::item { padding: 4px 8px; }
#tags::item:selected { background: $selection_fill; color: $selection_text; }

#statusbar { background: $surface; border-top: 1px solid $line; }
#statusbar QLabel { color: $quiet; font-size: $small; }
#statusbar QLabel#doing { color: $text; }
#statusbar QLabel#doing[state="failed"] { color: $error; }
#statusbar QPushButton { font-size: $small; padding: 0 8px; min-height: 18px; border-color: $line; }
#statusbar QPushButton:focus { padding: 0 7px; border-color: $focus; }
QProgressBar { background: $line; border: none; border-radius: 2px; max-height: 4px; min-height: 4px; }
QProgressBar::chunk { background: $accent; border-radius: 2px; }

#notice { background: $raised; border: 1px solid $outline; border-radius: $radius; }
#notice QLabel { color: $text; }

#problems { background: $window; color: $text; border: none; outline: none; }
#problems::item { padding: 6px 8px; border-bottom: 1px solid $line; }
#problems::item:selected { background: $selection_fill; color: $selection_text; }
#model { background: $surface; border: 1px solid $line; border-radius: $radius; }
#model QLabel { color: $text; }
#model QLabel[role="quiet"] { color: $quiet; }
#model QLabel[role="error"] { color: $error; }
QHeaderView { background: $window; }
QHeaderView::section { background: $window; color: $quiet; border: none; border-bottom: 1px solid $line;
    padding: 6px 8px; font-weight: 600; font-size: $small; }
QTableWidget { gridline-color: $line; background: $window; }
#keys { background: $window; color: $text; border: none; outline: none; }
#keys::item { padding: 4px 8px; }
#keys::item:selected { background: $selection_fill; color: $selection_text; }
#small { background: transparent; border: 2px solid transparent; border-radius: 4px; padding: 2px; }
#small:hover, #small:focus { border-color: $focus; background: transparent; }
"""
