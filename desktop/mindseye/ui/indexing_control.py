"""What the user says about indexing: hold it, let it go on, how fast it may be, and look for changes now."""

import dataclasses

from PySide6.QtCore import QObject

from mindseye.indexing.pace import Rules
from mindseye.settings import RULES, Rule, Settings
from mindseye.ui.actions import Actions
from mindseye.ui.screen import Screen
from mindseye.ui.status_line import StatusLine


class IndexingControl(QObject):
    """Connects the indexer with its actions and with the status line."""

    def __init__(self, screen: Screen, actions: Actions, line: StatusLine, settings: Settings) -> None:
        super().__init__(line)
        self._screen = screen
        self._actions = actions
        self._line = line
        self._rules = Rules.of(settings)
        indexing = screen.indexing
        indexing.changed.connect(self.show)
        line.pause_wanted.connect(indexing.set_paused)
        line.hurry_wanted.connect(lambda: indexing.set_hurried(True))
        actions.connect(
            {
                "look_again": indexing.look_again,
                "pause": lambda: indexing.set_paused(not indexing.paused),
                "hurry": lambda: indexing.set_hurried(not indexing.hurried),
            }
        )
        screen.surveyed.connect(self._show_shots)
        actions.connect_choice(
            "shots", "apart", lambda chosen: screen.set_shots(together=chosen == "together")
        )
        actions.connect_choice("on_battery", self._rules.battery, self._choose_on_battery)
        actions.connect_choice("when_busy", self._rules.busy, self._choose_when_busy)

    def keep(self, settings: Settings) -> Settings:
        """The settings with what was chosen here."""
        return dataclasses.replace(settings, on_battery=self._rules.battery, when_busy=self._rules.busy)

    def show(self) -> None:
        """Shows what the indexer does, and with which model."""
        indexing = self._screen.indexing
        self._line.show_progress(indexing.progress, paused=indexing.paused, hurried=indexing.hurried)
        self._actions["pause"].setChecked(indexing.paused)
        self._actions["hurry"].setChecked(indexing.hurried)
        if self._screen.library is not None:
            self._line.show_model(self._screen.library.model.manifest.title, indexing.provider)

    def _show_shots(self) -> None:
        chosen = "together" if self._screen.survey.shots_together else "apart"
        for action in self._actions.choices["shots"].actions():
            action.setChecked(action.data() == chosen)

    def _choose_on_battery(self, chosen: str) -> None:
        self._follow(dataclasses.replace(self._rules, battery=_rule(chosen)))

    def _choose_when_busy(self, chosen: str) -> None:
        self._follow(dataclasses.replace(self._rules, busy=_rule(chosen)))

    def _follow(self, rules: Rules) -> None:
        self._rules = rules
        self._screen.indexing.set_rules(rules)


def _rule(chosen: str) -> Rule:
    return next(rule for rule in RULES if rule == chosen)
