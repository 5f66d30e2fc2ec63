"""Numbers and states in words, the same in the window and on the command line."""

from collections.abc import Sequence

from mindseye.events import IndexingProgress, Phase, Slowed
from mindseye.folders.polling import Polled
from mindseye.phrases import Phrase, counted, listed


def indexing_sentence(progress: IndexingProgress) -> str:
    """What the indexer is doing, in one line."""
    match progress.phase:
        case Phase.LOOKING:
            return "Looking for pictures"
        case Phase.WAITING:
            return "Waiting: another Mindseye is indexing this library"
        case Phase.PAUSED:
            return paused_sentence(progress)
        case Phase.RESTING:
            return resting_sentence(progress)
        case Phase.FULL:
            return "The disk is full: indexing waits for room"
        case Phase.READ_ONLY:
            return "Read-only library: it can be searched but not changed"
        case Phase.FAILED:
            return progress.message
        case Phase.IDLE:
            return "Up to date"
        case Phase.INDEXING:
            verb = _verb(progress)
            parts = [f"{verb} {progress.done:,} of {progress.total:,}"]
            if progress.per_second:
                parts.append(f"{progress.per_second:.0f} a second")
            if progress.seconds_left is not None:
                parts.append(f"{duration(progress.seconds_left)} left")
            return ", ".join(parts)


def paused_sentence(progress: IndexingProgress) -> str:
    """Where the indexer is held, in one line."""
    what = f"Paused preparing {progress.preparing}" if progress.preparing else "Paused"
    return f"{what} at {progress.done:,} of {progress.total:,}"


def resting_sentence(progress: IndexingProgress) -> str:
    """What the indexer waits for, and where it is, in one line."""
    far = f"at {progress.done:,} of {progress.total:,}"
    if progress.slowed is Slowed.BATTERY:
        return f"Indexing waits for mains power, {far}"
    return f"Indexing waits until the computer is less busy, {far}"


def _verb(progress: IndexingProgress) -> str:
    if progress.preparing:
        return f"Preparing {progress.preparing}:"
    match progress.slowed:
        case Slowed.BATTERY:
            return "On battery, indexing gently:"
        case Slowed.BUSY:
            return "The computer is busy, indexing gently:"
        case None:
            return "Indexing"


def polled_sentence(folder: str, polled: Polled) -> str:
    """How often a folder, by its name, is looked at, and why."""
    return f"{folder} is looked at every {duration(polled.seconds)}, because {polled.reason}."


def duration(seconds: float) -> str:
    """A length of time in the largest unit that says enough: "40 s", "3 min", "2 h 10 min"."""
    if seconds < 60:
        return f"{max(round(seconds), 1)} s"
    minutes = round(seconds / 60)
    if minutes < 60:
        return f"{minutes} min"
    return f"{minutes // 60} h {minutes % 60} min"


def unknown_words_sentence(model: str, unknown: Sequence[str]) -> str:
    """That a model, by its title, does not know some words, and what does."""
    return counted(
        "{model} does not know {words}. A CLIP model knows it.",
        "{model} does not know {words}. A CLIP model knows them.",
        n=len(unknown),
        model=model,
        words=listed([f"“{word}”" for word in unknown]),
    )


def photos(count: int) -> Phrase:
    """A number of photos: "1 photo", "8,310 photos"."""
    return counted("{n} photo", "{n} photos", n=count)
