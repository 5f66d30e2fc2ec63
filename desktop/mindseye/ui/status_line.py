"""The line at the bottom: what the indexer does, how long still, and which model is used."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from mindseye.clip.session import provider_name
from mindseye.events import IndexingProgress, Phase
from mindseye.operations.wording import indexing_sentence, paused_sentence
from mindseye.ui.parts import give_property, named
from mindseye.ui.theme import Theme
from mindseye.ui.translating import tr, translated

_ICONS = {
    Phase.IDLE: ("check", "success"),
    Phase.LOOKING: ("search", "quiet"),
    Phase.INDEXING: ("play", "accent"),
    Phase.WAITING: ("info", "quiet"),
    Phase.PAUSED: ("pause", "warning"),
    Phase.RESTING: ("pause", "quiet"),
    Phase.FULL: ("warning", "warning"),
    Phase.READ_ONLY: ("info", "quiet"),
    Phase.FAILED: ("warning", "error"),
}

_AT_WORK = frozenset({Phase.INDEXING, Phase.PAUSED, Phase.RESTING})

_WITH_REASON = frozenset({Phase.FULL, Phase.READ_ONLY, Phase.FAILED})
"""A phase that is told in a few words, with a sentence behind them."""


class StatusLine(QFrame):
    """What is going on, in one line."""

    pause_wanted = Signal(bool)
    hurry_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("statusbar")
        self.setFixedHeight(theme.tokens.status + 2)
        self._theme = theme
        self._progress = IndexingProgress(Phase.LOOKING)
        self._paused = self._hurried = False
        self._sign = QLabel()
        self._doing = named(QLabel(tr("Opening the library")), "doing")
        self._doing.setAccessibleName(tr("Indexing"))
        self._bar = QProgressBar()
        self._bar.setFixedWidth(120)
        self._bar.setTextVisible(False)
        self._bar.hide()
        self._pause = QPushButton(tr("Pause"))
        self._pause.clicked.connect(lambda: self.pause_wanted.emit(not self._paused))
        self._pause.hide()
        self._hurry = QPushButton(tr("Full speed"))
        self._hurry.setAccessibleName(tr("Index at full speed now"))
        self._hurry.setToolTip(tr("Index at full speed now, whatever the battery and other programs do"))
        self._hurry.clicked.connect(self.hurry_wanted)
        self._hurry.hide()
        self._model = QLabel()
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 12, 0)
        row.setSpacing(8)
        for widget in (self._sign, self._doing, self._bar, self._pause, self._hurry):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self._model)
        theme.changed.connect(self._refresh)

    def show_progress(self, progress: IndexingProgress, *, paused: bool, hurried: bool = False) -> None:
        """Says what the indexer does; what was asked of it is shown at once."""
        self._progress, self._paused, self._hurried = progress, paused, hurried
        self._refresh()

    def show_model(self, title: str, provider: str) -> None:
        """Names the model and what it runs on."""
        where = provider_name(provider)
        self._model.setText(tr("{title} on {where}", title=title, where=where) if where else title)

    def show_failure(self) -> None:
        """Says that there is no library to work on."""
        self._progress = IndexingProgress(Phase.FAILED, message=tr("The library is not open"))
        self._refresh()

    def _refresh(self) -> None:
        progress = self._progress
        working = progress.phase in _AT_WORK and progress.total > progress.done
        phase = Phase.PAUSED if self._paused and working else progress.phase
        text = translated(indexing_sentence(progress))
        if self._paused and working:
            text = translated(paused_sentence(progress))
        if phase is Phase.INDEXING and not working:
            phase, text = Phase.IDLE, tr("Up to date")
        if progress.failed and phase not in _WITH_REASON:
            text = tr("{doing}, {count} refused", doing=text, count=progress.failed)
        icon, role = _ICONS[phase]
        self._sign.setPixmap(self._theme.pixmap(icon, 16, role))
        self._doing.setText(text)
        self._doing.setToolTip(translated(progress.message) if phase in _WITH_REASON else "")
        give_property(self._doing, "state", "failed" if phase is Phase.FAILED else "")
        self._bar.setVisible(working)
        self._bar.setRange(0, max(progress.total, 1))
        self._bar.setValue(progress.done)
        self._pause.setVisible(working)
        self._hurry.setVisible(
            working and progress.slowed is not None and not (self._paused or self._hurried)
        )
        self._pause.setText(tr("Go on") if self._paused else tr("Pause"))
        self._pause.setIcon(self._theme.icon("play" if self._paused else "pause"))
        self._pause.setAccessibleName(tr("Go on indexing") if self._paused else tr("Pause indexing"))
