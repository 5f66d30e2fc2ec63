"""The model of the Models page: what is here, what can be had, and the one piece of work under way.

It paints nothing and can be driven without a window. Work is done on workers and comes back by the door.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from mindseye.clip.bench import Row
from mindseye.clip.download import Step
from mindseye.errors import Cancelled, MindseyeError
from mindseye.events import Event, Events, IndexingProgress, ModelChanged, SwitchChanged
from mindseye.library import Library
from mindseye.operations import library_models, models, switch_model
from mindseye.operations.library_models import LibraryModel
from mindseye.operations.switch_model import Switch
from mindseye.phrases import Phrase
from mindseye.tasks import CancelToken, Pulse
from mindseye.ui.door import Door, Newest
from mindseye.ui.translating import tr, tr_n, translated

T = TypeVar("T")

_PAUSE = 0.1
"""Seconds between two reports of a download."""

STOPPED = Phrase("Stopped. What came is kept; Resume goes on from there.")


class Kind(Enum):
    """What is being done."""

    DOWNLOAD = "download"
    IMPORT = "import"
    VERIFY = "verify"
    BENCH = "bench"
    REMOVE = "remove"


@dataclass(frozen=True, slots=True)
class Job:
    """Work under way on one model; an import has no name yet."""

    kind: Kind
    name: str = ""
    step: Step | None = None
    stopping: bool = False


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of the last work on a model."""

    sentence: str
    failed: bool = False


@dataclass(frozen=True, slots=True)
class _Stepped(Event):
    step: Step


class ModelsDesk(QObject):
    """What the Models page shows now."""

    changed = Signal()
    told = Signal(str)
    """Something to tell in a sentence."""

    def __init__(self) -> None:
        super().__init__()
        self.models: Sequence[LibraryModel] = ()
        self.job: Job | None = None
        self.checking = ""
        """The model that was chosen and whose files are being looked at."""
        self.switch: Switch | None = None
        self.outcomes: dict[str, Outcome] = {}
        self.times: dict[str, Sequence[Row]] = {}
        self.loaded = False
        self.failure = ""
        """Why the list cannot be shown."""
        self._library: Library | None = None
        self._steps = Events()
        self._door = Door("window-models", threads=2)
        self._door.went_wrong.connect(self._give_up)
        self._door.listen(self._steps, _Stepped, self._hear_step)
        self._listing, self._checks = Newest(self._door), Newest(self._door)
        self._token = CancelToken()

    @property
    def idle(self) -> bool:
        """Whether nothing is under way."""
        return self._door.idle

    def take(self, library: Library) -> None:
        """Looks after the models of a library."""
        self._library = library
        for kind in (ModelChanged, SwitchChanged):
            self._door.listen(library.events, kind, lambda _: self.refresh())
        self._door.listen(library.events, IndexingProgress, self._hear_progress)

    def close(self) -> None:
        """Calls the work off; a download keeps what came."""
        self._token.cancel()
        self._door.close()

    def refresh(self) -> None:
        """Reads the list anew."""
        library = self._library
        if library is not None:
            self._listing.ask(
                lambda _: (library_models.models_of_library(library), switch_model.current_switch(library)),
                lambda found: self._show(*found),
                self._cannot_list,
            )

    def find(self, name: str) -> LibraryModel | None:
        """A model of the list."""
        return next((model for model in self.models if model.entry.name == name), None)

    # What can be asked for

    def use(self, name: str) -> None:
        """Begins the change to a model, after every byte of it was checked."""
        library = self._library
        if library is not None:
            self.checking = name
            self.outcomes.pop(name, None)
            self._checks.ask(
                lambda _: switch_model.switch_model(library, name),
                lambda _: self._checked(),
                lambda error: self._checked(name, error),
            )
            self.changed.emit()

    def call_switch_off(self) -> None:
        """Keeps the model that answers."""
        library = self._library
        if library is not None:
            self._door.ask(
                lambda _: switch_model.cancel_switch(library),
                lambda _: self.refresh(),
                lambda error: self.told.emit(translated(error.message)),
            )

    def download(self, name: str, *, agreed: bool = False) -> None:
        """Gets a model, or goes on getting it; consent is the caller's matter."""
        token = self._token = CancelToken()

        def work(_: CancelToken) -> str:
            try:
                models.download_model(name, agreed=agreed, progress=self._reporter(token), token=token)
            except Cancelled:
                return translated(STOPPED)
            return tr("It is here, complete and checked.")

        self._do(Kind.DOWNLOAD, name, work, lambda sentence: self._end(name, sentence))

    def stop(self) -> None:
        """Calls a download off; it ends as soon as the worker hears of it."""
        if self.job is not None and self.job.kind is Kind.DOWNLOAD:
            self._token.cancel()
            self.job = replace(self.job, stopping=True)
            self.changed.emit()

    def take_in(self, folder: Path) -> None:
        """Imports a model from a folder."""
        self._do(
            Kind.IMPORT,
            "",
            lambda _: models.import_model(folder),
            lambda imported: self._end(
                imported.manifest.name,
                " ".join((tr("It is here, and it works."), *map(translated, imported.doubts))),
            ),
        )

    def verify(self, name: str) -> None:
        """Checks every byte of a model."""

        def tell(verdicts: list[models.Verdict]) -> None:
            problem = next((each.problem for each in verdicts if each.problem), None)
            self._end(
                name,
                translated(problem or "") or tr("Every byte is as it should be."),
                failed=problem is not None,
            )

        self._do(Kind.VERIFY, name, lambda _: models.verify_models(name), tell)

    def bench(self, name: str) -> None:
        """Times a model on every processor."""

        def tell(rows: list[Row]) -> None:
            self.times[name] = rows
            self._end(name, "")

        self._do(Kind.BENCH, name, lambda _: models.bench_model(name), tell)

    def drop_vectors(self, name: str) -> None:
        """Deletes what was embedded with a model that is not in use."""
        library = self._library
        if library is not None:
            self._do(
                Kind.REMOVE,
                name,
                lambda _: library_models.drop_vectors(library, name),
                lambda count: self._end(
                    name,
                    tr_n(
                        "What it knew of {n} photo is deleted.",
                        "What it knew of {n} photos is deleted.",
                        n=count,
                    ),
                ),
            )

    def remove(self, name: str) -> None:
        """Deletes the files of a model."""
        library = self._library
        if library is not None:
            self._do(
                Kind.REMOVE,
                name,
                lambda _: library_models.remove_model(library, name),
                lambda _: self._end(name, ""),
            )

    # What comes back

    def _do(self, kind: Kind, name: str, work: Callable[[CancelToken], T], then: Callable[[T], None]) -> None:
        if self.job is not None:
            return
        self.job = Job(kind, name)
        self.outcomes.pop(name, None)

        def done(result: T) -> None:
            then(result)
            self._finish()

        def failed(error: MindseyeError) -> None:
            self._end(name, translated(error.message), failed=True)
            self._finish()

        self._door.ask(work, done, failed)
        self.changed.emit()

    def _end(self, name: str, sentence: str, *, failed: bool = False) -> None:
        if not name:
            self.told.emit(sentence)
        elif sentence:
            self.outcomes[name] = Outcome(sentence, failed)

    def _finish(self) -> None:
        self.job = None
        self.changed.emit()
        self.refresh()

    def _checked(self, name: str = "", error: MindseyeError | None = None) -> None:
        self.checking = ""
        if error is not None:
            self._end(name, translated(error.message), failed=True)
        self.changed.emit()
        self.refresh()

    def _give_up(self, sentence: str) -> None:
        """After a bug of ours: the page must not wait for what does not come."""
        self.told.emit(sentence)
        self.checking = ""
        self._finish()

    def _show(self, found: Sequence[LibraryModel], switch: Switch | None) -> None:
        self.models, self.switch = found, switch
        self.loaded, self.failure = True, ""
        self.changed.emit()

    def _cannot_list(self, error: MindseyeError) -> None:
        self.loaded, self.failure = True, translated(error.message)
        self.changed.emit()

    def _reporter(self, token: CancelToken) -> Callable[[Step], None]:
        """Tells how far a download is, a few times a second, from the worker that does it."""
        pulse = Pulse(_PAUSE)

        def report(step: Step) -> None:
            token.check()
            if pulse.is_time(anyway=step.done == step.total):
                self._steps.publish(_Stepped(step))

        return report

    def _hear_step(self, event: _Stepped) -> None:
        if self.job is not None and self.job.kind is Kind.DOWNLOAD:
            self.job = replace(self.job, step=event.step)
            self.changed.emit()

    def _hear_progress(self, progress: IndexingProgress) -> None:
        if self.switch is not None and progress.preparing:
            self.switch = replace(self.switch, done=progress.done, total=max(progress.total, 1))
            self.changed.emit()
