"""The Models page: the models that are here and those that can be had, each with what can be done."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QHBoxLayout,
    QLabel,
    QMessageBox,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from mindseye.library import Library
from mindseye.operations.library_models import LibraryModel
from mindseye.phrases import Phrase
from mindseye.ui.desk_page import DeskPage
from mindseye.ui.file_dialogs import choose_folder
from mindseye.ui.model_card import ModelCard
from mindseye.ui.model_words import job_sentence
from mindseye.ui.models_desk import Kind, ModelsDesk
from mindseye.ui.parts import icon_button, named, open_roomily
from mindseye.ui.places import MODELS
from mindseye.ui.theme import Theme
from mindseye.ui.translating import tr, tr_n, translated

_WIDEST = 820
_INTRO = Phrase(
    "A model tells what pictures show. Another one can be used at any time: it is prepared in the "
    "background, and the one before answers until then. A download is the only time this program uses "
    "the network."
)


class ModelsPage(DeskPage):
    """A card for each model; what the user wants is asked of the desk."""

    place = MODELS

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self.desk = theme, ModelsDesk()
        self.cards: dict[str, ModelCard] = {}
        words = QLabel(translated(_INTRO))
        words.setWordWrap(True)
        words.setProperty("role", "quiet")
        self.take_in = icon_button(tr("Import folder…"))
        self.take_in.clicked.connect(self._choose_folder)
        self._doing = QLabel()
        self._doing.setWordWrap(True)
        self._doing.setProperty("role", "quiet")
        top = QHBoxLayout()
        top.setSpacing(16)
        top.addWidget(words, 1)
        top.addWidget(self.take_in, 0, Qt.AlignmentFlag.AlignTop)
        self._list = named(QWidget(), "page")
        self._list.setMaximumWidth(_WIDEST)
        self._column = QVBoxLayout(self._list)
        self._column.setContentsMargins(14, 0, 14, 16)
        self._column.setSpacing(8)
        self._column.addLayout(top)
        self._column.addWidget(self._doing)
        self._column.addStretch(1)
        whole = named(QWidget(), "page")
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._list, 1)
        row.addStretch(0)
        self.area = QScrollArea()
        self.area.setAccessibleName(tr("Models"))
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setWidget(whole)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.area)
        self.desk.changed.connect(self._show)
        self.desk.told.connect(self.told)
        theme.changed.connect(self._paint_icons)
        self._paint_icons()
        self._show()

    def take(self, library: Library) -> None:
        self.desk.take(library)

    def enter(self) -> None:
        self.desk.refresh()

    def end(self) -> None:
        self.desk.close()

    @property
    def idle(self) -> bool:
        return self.desk.idle

    def act(self, action: str, name: str) -> None:
        """Does what a button of a card means."""
        model = self.desk.find(name)
        if model is None:
            return
        match action:
            case "use":
                self.desk.use(name)
            case "download" if model.entry.pinned:
                self.desk.download(name)
            case "download":
                self._ask_consent(model)
            case "cancel" if self.desk.job is not None and self.desk.job.name == name:
                self.desk.stop()
            case "cancel":
                self.desk.call_switch_off()
            case "verify":
                self.desk.verify(name)
            case "bench":
                self.desk.bench(name)
            case "remove":
                self._ask_removal(model)

    def _show(self) -> None:
        desk = self.desk
        names = [model.entry.name for model in desk.models]
        for name in [name for name in self.cards if name not in names]:
            card = self.cards.pop(name)
            self._column.removeWidget(card)
            card.deleteLater()
        for place, model in enumerate(desk.models):
            name = model.entry.name
            if name not in self.cards:
                self.cards[name] = ModelCard(self._theme, name)
                self.cards[name].wanted.connect(self.act)
            # Behind the words at the top; a card that is there already stays where it is.
            if self._column.indexOf(self.cards[name]) != place + 2:
                self._column.insertWidget(place + 2, self.cards[name])
            self.cards[name].show_model(
                model,
                job=desk.job,
                checking=desk.checking == name,
                switch=desk.switch,
                outcome=desk.outcomes.get(name),
                times=desk.times.get(name, ()),
            )
        self.take_in.setEnabled(desk.job is None)
        imports = desk.job is not None and desk.job.kind is Kind.IMPORT
        words = desk.failure or (job_sentence(desk.job) if imports and desk.job is not None else "")
        self._doing.setText(words if desk.loaded else tr("Looking at the models"))
        self._doing.setVisible(bool(self._doing.text()))

    def _choose_folder(self) -> None:
        chosen = choose_folder(self, self._theme, tr("Choose a folder with a CLIP model in ONNX form"))
        if chosen is not None:
            self.desk.take_in(chosen)

    def _ask_consent(self, model: LibraryModel) -> None:
        name = model.entry.name
        question = self._question(
            tr("Download {model}?", model=model.entry.title),
            tr(
                "Nobody vouches for the exact files of this model yet. What comes the first time is tried, "
                "recorded and held from then on. Download it from {repository}?",
                repository=model.entry.repository,
            ),
        )
        yes = question.addButton(tr("Download"), QMessageBox.ButtonRole.AcceptRole)
        self._ask(question, {yes: lambda: self.desk.download(name, agreed=True)})

    def _ask_removal(self, model: LibraryModel) -> None:
        name, title = model.entry.name, model.entry.title
        words = []
        if model.photos:
            words.append(
                tr_n(
                    "It knows {n} photo of this library. Without that, it is embedded again when the model "
                    "is used once more.",
                    "It knows {n} photos of this library. Without that, they are embedded again when it is "
                    "used once more.",
                    n=model.photos,
                )
            )
        if model.removable:
            words.append(tr("Removing the model deletes its files; it can be downloaded or imported again."))
        question = self._question(tr("Remove {model}?", model=title), " ".join(words))
        answers: dict[QAbstractButton, Callable[[], None]] = {}
        if model.photos:
            vectors = question.addButton(tr("Forget the photos"), QMessageBox.ButtonRole.DestructiveRole)
            answers[vectors] = lambda: self.desk.drop_vectors(name)
        if model.removable:
            files = question.addButton(tr("Remove the model"), QMessageBox.ButtonRole.DestructiveRole)
            answers[files] = lambda: self.desk.remove(name)
        self._ask(question, answers)

    def _question(self, heading: str, words: str) -> QMessageBox:
        question = QMessageBox(QMessageBox.Icon.NoIcon, "Mindseye", heading, parent=self)
        question.setInformativeText(words)
        question.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return question

    def _ask(self, question: QMessageBox, answers: dict[QAbstractButton, Callable[[], None]]) -> None:
        question.addButton(QMessageBox.StandardButton.Cancel)

        def answer(button: QAbstractButton) -> None:
            act = answers.get(button)
            if act is not None:
                act()

        question.buttonClicked.connect(answer)
        open_roomily(question)

    def _paint_icons(self) -> None:
        self.take_in.setIcon(self._theme.icon("folder-add"))
