"""Who hears whom in the window: the signals of its parts, connected to those whom they concern."""

from typing import TYPE_CHECKING

from mindseye.ui import chosen_photos, file_work, labelling, other_programs
from mindseye.ui.help import show_about, show_updates
from mindseye.ui.keys_dialog import KeysDialog
from mindseye.ui.latin_keys import LatinKeys
from mindseye.ui.places import CATEGORIES, DUPLICATES, MAP, MODELS

if TYPE_CHECKING:
    from mindseye.ui.window import Window


def connect(window: "Window") -> None:
    """Connects the parts of a window that was put together."""
    _connect_search(window)
    _connect_sidebar(window)
    _connect_photos(window)
    _connect_states(window)
    _connect_details(window)
    _connect_viewer(window)
    _connect_actions(window)
    window.map_page.join(window.chosen, window.actions_by_name, window.showing, window.requests.escape)


def _connect_search(window: "Window") -> None:
    bar, searching, requests = window.search_bar, window.showing.searching, window.requests
    bar.typed.connect(searching.type_words)
    bar.entered.connect(searching.settle)
    bar.left.connect(requests.focus_photos)
    bar.cleared.connect(searching.clear)
    bar.chip_changed.connect(searching.set_chip)
    bar.chip_edited.connect(searching.edit_chip)
    bar.chip_part_wanted.connect(requests.choose_part)
    bar.picture_wanted.connect(requests.choose_picture)
    bar.picture_pasted.connect(requests.paste)
    searching.asked_changed.connect(lambda: bar.show_asked(searching.asked))
    searching.vocabulary_read.connect(lambda words: setattr(bar, "vocabulary", words))
    window.showing.surveyed.connect(searching.read_vocabulary)


def _connect_sidebar(window: "Window") -> None:
    sidebar, screen, requests, albums = window.sidebar, window.showing, window.requests, window.albums
    screen.surveyed.connect(lambda: sidebar.show_survey(screen.survey))
    screen.searching.vocabulary_read.connect(lambda words: sidebar.show_searches(words.searches))
    sidebar.chosen.connect(screen.go)
    sidebar.search_wanted.connect(screen.searching.search_words)
    sidebar.opened_changed.connect(screen.open_folders)
    sidebar.add_wanted.connect(requests.choose_folder)
    sidebar.removal_wanted.connect(requests.remove_folder)
    sidebar.excludes_wanted.connect(requests.choose_excludes)
    sidebar.reveal_wanted.connect(window.other_programs.open_folder)
    sidebar.teach_wanted.connect(requests.teach)
    sidebar.album_renamed.connect(albums.rename)
    sidebar.album_deleted.connect(albums.delete)
    sidebar.album_search_opened.connect(albums.open_search)
    sidebar.photos_dropped.connect(albums.put)


def _connect_photos(window: "Window") -> None:
    grid, chosen, searching = window.grid, window.chosen, window.showing.searching
    grid.opened.connect(chosen.open_photo)
    grid.chosen_changed.connect(chosen.on_chosen)
    grid.escaped.connect(window.requests.escape)
    grid.drag_wanted.connect(chosen.drag_out)
    grid.fold.clicked.connect(lambda: searching.set_unfolded(not searching.unfolded))
    grid.customContextMenuRequested.connect(chosen.menu)
    chosen.chose.connect(window.albums.update_actions)
    window.file_work.going.connect(chosen.make_way)
    window.middle.result_line.keep_wanted.connect(window.albums.keep_search)


def _connect_states(window: "Window") -> None:
    middle, screen, first_run = window.middle, window.showing, window.first_run
    first_run.changed.connect(lambda: middle.first_steps.tell(first_run.step, first_run.suggestions))
    middle.first_steps.waved_away.connect(first_run.end)
    middle.first_steps.tried.connect(screen.searching.search_words)
    middle.none_page.opened.connect(window.chosen.open_photo)
    middle.none_page.all_wanted.connect(screen.searching.show_nearest)
    middle.none_page.models_wanted.connect(lambda: screen.go(MODELS))
    middle.state_page.acted.connect(window.requests.act_on_state)
    window.problems_page.reveal_wanted.connect(lambda path: window.other_programs.reveal([path]))
    desk = window.duplicates_page.desk
    desk.cleared.connect(window.file_work.tell_cleared)
    desk.listed.connect(lambda: window.sidebar.show_duplicates(len(desk.reviews) if desk.looked else None))


def _connect_details(window: "Window") -> None:
    details, chosen, labelling = window.details, window.chosen, window.labelling
    chosen.rested.connect(window.explaining.consider)
    chosen.rested.connect(lambda _: window.any_labels.show_photos(chosen.ids()))
    window.why_panel.wanted.connect(window.requests.set_why)
    details.reveal_wanted.connect(lambda path: window.other_programs.reveal([path]))
    details.rated.connect(labelling.rate)
    details.judged.connect(
        lambda photo_id, category, label, right: labelling.judge(photo_id, category, label, right=right)
    )
    details.taken.connect(labelling.take_tag)
    details.tag_wanted.connect(labelling.edit_tags)
    details.caption_wanted.connect(labelling.edit_caption)
    details.similar_wanted.connect(window.showing.searching.find_similar)


def _connect_viewer(window: "Window") -> None:
    viewer, chosen = window.viewer, window.chosen
    viewer.step_wanted.connect(chosen.step)
    viewer.closed.connect(window.requests.end_viewing)
    viewer.current_changed.connect(chosen.on_chosen)
    viewer.photo_wanted.connect(chosen.open_photo)
    viewer.part_wanted.connect(chosen.find_part)
    viewer.customContextMenuRequested.connect(chosen.menu_of_large)
    viewer.where_wanted.connect(window.requests.show_where)
    viewer.turned_away.connect(window.heat.end_showing)
    for part in (chosen_photos, labelling, file_work, other_programs):
        for name in part.IN_VIEWER:
            viewer.addAction(window.actions_by_name[name])


def _connect_actions(window: "Window") -> None:
    screen, actions, chosen, requests = window.showing, window.actions_by_name, window.chosen, window.requests
    viewer = window.viewer
    actions.connect(
        {
            "add_folder": requests.choose_folder,
            "search_by_file": requests.choose_picture,
            "map": lambda: screen.go(MAP),
            "models": lambda: screen.go(MODELS),
            "label": requests.label_many,
            "teach": requests.teach_shown,
            "categories": lambda: screen.go(CATEGORIES),
            "duplicates": lambda: screen.go(DUPLICATES),
            "ask_labels": requests.ask_labels,
            "sidecars": window.sidecar_writing.begin,
            "into_pictures": window.sidecar_writing.begin_with_pictures,
            "quit": window.close,
            "search": window.search_bar.take_focus,
            "paste": requests.paste,
            "similar": chosen.find_similar,
            "search_part": chosen.choose_part,
            "forget_searches": screen.searching.forget_searches,
            "copy": chosen.copy,
            "copy_path": chosen.copy_path,
            "select_all": window.grid.selectAll,
            "open": chosen.open_current,
            "fold": requests.toggle_fold,
            "larger": window.grid.enlarge,
            "smaller": window.grid.shrink,
            "sidebar": lambda: window.sidebar.setVisible(actions["sidebar"].isChecked()),
            "details": requests.follow_details,
            "why": requests.why,
            "jump": requests.jump,
            "compare": chosen.compare,
            "slides": lambda: chosen.show_slides(actions["slides"].isChecked()),
            "strip": lambda: requests.show_strip(actions["strip"].isChecked()),
            "timeline": lambda: requests.show_timeline(wanted=actions["timeline"].isChecked()),
            "squares": lambda: window.grid.set_squares(actions["squares"].isChecked()),
            "less_motion": lambda: requests.reduce_motion(reduced=actions["less_motion"].isChecked()),
            "full_screen": requests.toggle_full_screen,
            "palette": window.palette_above.open,
            "keys": lambda: KeysDialog(actions, window).open(),
            "updates": lambda: show_updates(window),
            "about": lambda: show_about(window, window.theme),
        }
    )
    desks = (window.label_desk, window.teach_page, window.categories_page)
    for widget in (
        window.grid,
        viewer,
        window.map_page.view,
        window.sidebar.tree,
        *(page.grid for page in desks),
    ):
        LatinKeys(widget, actions.everywhere())
    actions.connect_choice("theme", window.theme.choice, requests.choose_theme)
    actions.connect_choice("language", requests.language, requests.choose_language)
    actions["sidebar"].setChecked(True)
