"""What the Models page says of a model: its state, its facts, how far the work on it is."""

from mindseye.clip.download import Step
from mindseye.operations.library_models import LibraryModel
from mindseye.operations.switch_model import Switch
from mindseye.phrases import Phrase
from mindseye.ui.models_desk import Job, Kind
from mindseye.ui.translating import licence_words, tr, tr_n, translated

_LANGUAGES = {"en": Phrase("English"), "de": Phrase("German"), "mul": Phrase("many languages")}

_DOING = {
    Kind.IMPORT: Phrase("Copying and trying it"),
    Kind.VERIFY: Phrase("Reading every byte"),
    Kind.BENCH: Phrase("Timing it on each processor"),
    Kind.REMOVE: Phrase("Deleting"),
}


def state_of(model: LibraryModel) -> tuple[str, str, str]:
    """State, icon and colour of a model."""
    if model.answers:
        return tr("In use"), "check", "success"
    if model.preparing:
        return tr("Being prepared"), "play", "accent"
    if model.entry.state.startswith("damaged"):
        return tr("Damaged"), "warning", "error"
    if model.here:
        return tr("On this computer"), "", ""
    if model.entry.fetched:
        return tr("Partly downloaded"), "pause", "warning"
    return tr("Not downloaded"), "", ""


def facts_of(model: LibraryModel) -> str:
    """Size, languages, licence, accuracy and what is embedded, in one line."""
    entry = model.entry
    facts = [
        megabytes(entry.size) if entry.size else tr("size not known yet") if not model.here else "",
        ", ".join(translated(_LANGUAGES.get(each, each)) for each in entry.languages),
        licence_words(entry.licence),
        translated(entry.accuracy),
    ]
    if model.photos and not model.answers and not model.preparing:
        facts.append(tr_n("knows {n} photo", "knows {n} photos", n=model.photos))
    return "  ·  ".join(fact for fact in facts if fact)


def trouble_of(model: LibraryModel) -> str:
    """What is wrong with a model that is here."""
    return translated(model.entry.trouble) if model.entry.state.startswith("damaged") else ""


def switch_sentence(switch: Switch) -> str:
    """How far a change of model is."""
    return tr_n(
        "{done} of {n} photo prepared. Until it is, the model in use goes on answering.",
        "{done} of {n} photos prepared. Until all are, the model in use goes on answering.",
        n=switch.total,
        done=switch.done,
    )


def job_sentence(job: Job) -> str:
    """What is being done, in one line."""
    if job.stopping:
        return tr("Stopping")
    if job.kind is not Kind.DOWNLOAD:
        return translated(_DOING[job.kind])
    if job.step is None:
        return tr("Asking for the files")
    return step_sentence(job.step)


def step_sentence(step: Step) -> str:
    """How far a download is."""
    if step.file.startswith("checking"):
        return tr("Checking what came")
    if step.total:
        return tr("{done} of {total} here", done=megabytes(step.done), total=megabytes(step.total))
    return tr("{done} here", done=megabytes(step.done))


def megabytes(size: int) -> str:
    """A size on the disk."""
    return tr("{size:.0f} MB", size=size / 1e6) if size >= 1e6 else tr("{size:.0f} kB", size=size / 1e3)
