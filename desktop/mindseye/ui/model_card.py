"""One model on the Models page: what it is, what is being done with it, and what can be done."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from mindseye.clip.bench import Row
from mindseye.clip.session import provider_name
from mindseye.operations.library_models import LibraryModel
from mindseye.operations.switch_model import Switch
from mindseye.ui.model_words import facts_of, job_sentence, state_of, switch_sentence, trouble_of
from mindseye.ui.models_desk import Job, Kind, Outcome
from mindseye.ui.parts import give_property
from mindseye.ui.theme import Theme
from mindseye.ui.translating import capital, summary_words, tr, translated

ACTIONS = ("use", "download", "cancel", "verify", "bench", "remove")


class ModelCard(QFrame):
    """Shows a model; each button tells the page what is wanted."""

    wanted = Signal(str, str)
    """An action and the model's name."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("model")
        self._theme, self.name = theme, name
        self._model: LibraryModel | None = None
        self._loading = False
        self._times: Sequence[Row] = ()
        self._title, self._state, self._sign = _label("heading"), _label("quiet"), QLabel()
        self._state.setWordWrap(False)
        self._summary, self._facts, self._doing = _label(""), _label("quiet"), _label("")
        self._trouble = QLabel()
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(tr("Progress of {name}", name=name))
        self._table = QWidget()
        self._cells = QGridLayout(self._table)
        self._cells.setContentsMargins(0, 4, 0, 4)
        self._cells.setHorizontalSpacing(24)
        self._cells.setVerticalSpacing(4)
        self.buttons = {action: self._button(action) for action in ACTIONS}
        head, foot = QHBoxLayout(), QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(self._title, 1)
        head.addWidget(self._sign)
        head.addWidget(self._state)
        foot.setSpacing(8)
        for button in self.buttons.values():
            foot.addWidget(button)
        foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(6)
        column.addLayout(head)
        for widget in (self._summary, self._facts, self._table, self._bar):
            column.addWidget(widget)
        said = QHBoxLayout()
        said.setSpacing(6)
        said.addWidget(self._trouble, 0, Qt.AlignmentFlag.AlignTop)
        said.addWidget(self._doing, 1)
        column.addLayout(said)
        column.addLayout(foot)
        theme.changed.connect(self._paint_sign)

    def show_model(
        self,
        model: LibraryModel,
        *,
        job: Job | None,
        checking: bool,
        switch: Switch | None,
        outcome: Outcome | None,
        times: Sequence[Row],
    ) -> None:
        """Shows the model as it is now."""
        self._model = model
        entry = model.entry
        self._title.setText(entry.title)
        self.setAccessibleName(f"{entry.title}, {state_of(model)[0]}")
        _say(self._summary, summary_words(entry.summary))
        _say(self._facts, facts_of(model))
        mine = job if job is not None and job.name == self.name else None
        if checking and mine is None:
            mine = Job(Kind.VERIFY, self.name)
        self._loading = mine is not None and mine.kind is Kind.DOWNLOAD
        self._paint_sign()
        self._show_work(model, mine, switch, outcome)
        if times != self._times:
            self._times = times
            self._fill_table()
        self._table.setVisible(bool(times))
        self._show_buttons(model, job, checking=checking)

    def _show_work(
        self, model: LibraryModel, job: Job | None, switch: Switch | None, outcome: Outcome | None
    ) -> None:
        failed = False
        done, total = 0, -1
        if job is not None:
            words, total = job_sentence(job), 0
            if job.step is not None and job.step.total:
                done, total = job.step.done, job.step.total
        elif model.preparing and switch is not None:
            words, done, total = switch_sentence(switch), switch.done, switch.total
        elif outcome is not None:
            words, failed = outcome.sentence, outcome.failed
        else:
            words = trouble_of(model)
            failed = bool(words)
        _say(self._doing, words)
        give_property(self._doing, "role", "error" if failed else "")
        self._trouble.setVisible(failed)
        self._bar.setVisible(total >= 0)
        # Qt counts in 32 bits; a thousand steps are enough for the eye.
        self._bar.setRange(0, 1000 if total > 0 else 0)
        self._bar.setValue(round(1000 * done / total) if total > 0 else 0)

    def _show_buttons(self, model: LibraryModel, job: Job | None, *, checking: bool) -> None:
        mine = job is not None and job.name == self.name
        loading = mine and job is not None and job.kind is Kind.DOWNLOAD
        entry = model.entry
        broken = entry.state.startswith("damaged")
        can = {
            "use": model.whole and not model.answers and not model.preparing,
            "download": (not model.here or (broken and bool(entry.summary))) and not loading,
            "cancel": loading or model.preparing,
            "verify": model.whole,
            "bench": model.whole,
            "remove": model.removable or (bool(model.photos) and not model.answers and not model.preparing),
        }
        for action, button in self.buttons.items():
            button.setVisible(can[action])
            button.setEnabled(job is None or action in {"use", "cancel"})
        self.buttons["use"].setEnabled(not checking and not mine)
        if loading and job is not None and job.stopping:
            self.buttons["cancel"].setEnabled(False)
        self._name("download", tr("Resume") if entry.fetched else tr("Download"))
        self._name("cancel", tr("Cancel") if loading else tr("Cancel the change"))
        give_property(self.buttons["use"], "role", "primary" if can["use"] else "")

    def _name(self, action: str, words: str) -> None:
        button = self.buttons[action]
        button.setText(words)
        title = self._model.entry.title if self._model is not None else self.name
        button.setAccessibleName(f"{words}: {title}")

    def _button(self, action: str) -> QPushButton:
        words = {
            "use": tr("Use"),
            "download": tr("Download"),
            "cancel": tr("Cancel"),
            "verify": tr("Verify"),
            "bench": tr("Time it"),
            "remove": tr("Remove…"),
        }[action]
        button = QPushButton(words)
        button.setAccessibleName(f"{words.rstrip('…')}: {self.name}")
        button.clicked.connect(lambda: self.wanted.emit(action, self.name))
        return button

    def _paint_sign(self) -> None:
        if self._model is None:
            return
        self._trouble.setPixmap(self._theme.pixmap("warning", 16, "error"))
        words, icon, role = state_of(self._model)
        if self._loading:
            words, icon, role = tr("Downloading"), "play", "accent"
        self._state.setText(words)
        self._sign.setVisible(bool(icon))
        if icon:
            self._sign.setPixmap(self._theme.pixmap(icon, 16, role))

    def _fill_table(self) -> None:
        while (item := self._cells.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        heads = (
            tr("Processor"),
            tr("Pictures a second"),
            tr("A short query"),
            tr("A long query"),
            tr("Loads in"),
            "",
        )
        for number, words in enumerate(heads):
            self._cells.addWidget(_cell(words, "section"), 0, number)
        for line, row in enumerate(self._times, start=1):
            for number, words in enumerate(_cells_of(row)):
                self._cells.addWidget(_cell(words, "quiet" if number == 5 else ""), line, number)
        self._cells.setColumnStretch(5, 1)


def _cells_of(row: Row) -> tuple[str, ...]:
    name = capital(translated(provider_name(row.provider)))
    if row.error is not None:
        return (name, tr("cannot run it"), "", "", "", translated(row.error))
    return (
        name,
        tr("{number:.1f}", number=row.images_per_second),
        "" if row.text_short_ms is None else tr("{time:.1f} ms", time=row.text_short_ms),
        "" if row.text_full_ms is None else tr("{time:.1f} ms", time=row.text_full_ms),
        tr("{time:.1f} s", time=row.load_seconds),
        tr("is used") if row.chosen else "",
    )


def _label(role: str) -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setProperty("role", role)
    return label


def _cell(words: str, role: str) -> QLabel:
    label = _label(role)
    label.setWordWrap(role == "quiet")
    label.setText(words)
    return label


def _say(label: QLabel, words: str) -> None:
    label.setText(words)
    label.setVisible(bool(words))
