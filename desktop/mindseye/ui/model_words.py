"""What the Models page says of a model: its state, its facts, how far the work on it is."""

from mindseye.clip.download import Step
from mindseye.operations.library_models import LibraryModel
from mindseye.operations.switch_model import Switch
from mindseye.operations.wording import photos
from mindseye.ui.models_desk import Job, Kind

_LANGUAGES = {"en": "English", "de": "German", "mul": "many languages"}

_DOING = {
    Kind.IMPORT: "Copying and trying it",
    Kind.VERIFY: "Reading every byte",
    Kind.BENCH: "Timing it on each processor",
    Kind.REMOVE: "Deleting",
}

UNPINNED = (
    "Nobody vouches for the exact files of this model yet. What comes the first time is tried, recorded and "
    "held from then on. Download it from {repository}?"
)


def state_of(model: LibraryModel) -> tuple[str, str, str]:
    """State, icon and colour of a model."""
    if model.answers:
        return "In use", "check", "success"
    if model.preparing:
        return "Being prepared", "play", "accent"
    if model.entry.state.startswith("damaged"):
        return "Damaged", "warning", "error"
    if model.here:
        return "On this computer", "", ""
    if model.entry.fetched:
        return "Partly downloaded", "pause", "warning"
    return "Not downloaded", "", ""


def facts_of(model: LibraryModel) -> str:
    """Size, languages, licence, accuracy and what is embedded, in one line."""
    entry = model.entry
    facts = [
        megabytes(entry.size) if entry.size else "size not known yet" if not model.here else "",
        ", ".join(_LANGUAGES.get(each, each) for each in entry.languages),
        entry.licence if " " in entry.licence else entry.licence and f"{entry.licence} licence",
        entry.accuracy,
    ]
    if model.photos and not model.answers and not model.preparing:
        facts.append(f"knows {photos(model.photos)}")
    return "  ·  ".join(fact for fact in facts if fact)


def trouble_of(model: LibraryModel) -> str:
    """What is wrong with a model that is here."""
    return model.entry.state.partition(": ")[2] if model.entry.state.startswith("damaged") else ""


def switch_sentence(switch: Switch) -> str:
    """How far a change of model is."""
    return (
        f"{switch.done:,} of {photos(switch.total)} prepared. Until all are, the model in use goes on "
        "answering."
    )


def job_sentence(job: Job) -> str:
    """What is being done, in one line."""
    if job.stopping:
        return "Stopping"
    if job.kind is not Kind.DOWNLOAD:
        return _DOING[job.kind]
    if job.step is None:
        return "Asking for the files"
    return step_sentence(job.step)


def step_sentence(step: Step) -> str:
    """How far a download is."""
    if step.file.startswith("checking"):
        return "Checking what came"
    if step.total:
        return f"{megabytes(step.done)} of {megabytes(step.total)} here"
    return f"{megabytes(step.done)} here"


def megabytes(size: int) -> str:
    """A size on the disk."""
    return f"{size / 1e6:,.0f} MB" if size >= 1e6 else f"{size / 1e3:,.0f} kB"
