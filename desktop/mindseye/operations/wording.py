"""Numbers and states in words, the same in the window and on the command line."""

from collections.abc import Sequence

from mindseye.events import IndexingProgress, Phase, Slowed
from mindseye.folders.polling import Polled
from mindseye.phrases import Phrase, counted, listed, quoted


def indexing_sentence(progress: IndexingProgress) -> str:
    """What the indexer is doing, in one line."""
    match progress.phase:
        case Phase.LOOKING:
            return Phrase("Looking for pictures")
        case Phase.WAITING:
            return Phrase("Waiting: another Mindseye is indexing this library")
        case Phase.PAUSED:
            return paused_sentence(progress)
        case Phase.RESTING:
            return resting_sentence(progress)
        case Phase.FULL:
            return Phrase("The disk is full: indexing waits for room")
        case Phase.READ_ONLY:
            return Phrase("Read-only library: it can be searched but not changed")
        case Phase.FAILED:
            return progress.message
        case Phase.IDLE:
            return Phrase("Up to date")
        case Phase.INDEXING:
            sentence = _far(progress)
            if progress.per_second:
                sentence = Phrase("{far}, {count:.0f} a second", far=sentence, count=progress.per_second)
            if progress.seconds_left is not None:
                sentence = Phrase("{far}, {time} left", far=sentence, time=duration(progress.seconds_left))
            return sentence


def paused_sentence(progress: IndexingProgress) -> str:
    """Where the indexer is held, in one line."""
    done, total = progress.done, progress.total
    if progress.preparing:
        return Phrase(
            "Paused preparing {model} at {done} of {total}", model=progress.preparing, done=done, total=total
        )
    return Phrase("Paused at {done} of {total}", done=done, total=total)


def resting_sentence(progress: IndexingProgress) -> str:
    """What the indexer waits for, and where it is, in one line."""
    done, total = progress.done, progress.total
    if progress.slowed is Slowed.BATTERY:
        return Phrase("Indexing waits for mains power, at {done} of {total}", done=done, total=total)
    return Phrase(
        "Indexing waits until the computer is less busy, at {done} of {total}", done=done, total=total
    )


def _far(progress: IndexingProgress) -> Phrase:
    done, total = progress.done, progress.total
    if progress.preparing:
        return Phrase(
            "Preparing {model}: {done} of {total}", model=progress.preparing, done=done, total=total
        )
    match progress.slowed:
        case Slowed.BATTERY:
            return Phrase("On battery, indexing gently: {done} of {total}", done=done, total=total)
        case Slowed.BUSY:
            return Phrase("The computer is busy, indexing gently: {done} of {total}", done=done, total=total)
        case None:
            return Phrase("Indexing {done} of {total}", done=done, total=total)


def polled_sentence(folder: str, polled: Polled) -> str:
    """How often a folder, by its name, is looked at, and why."""
    return Phrase(
        "{folder} is looked at every {time}, because {reason}.",
        folder=folder,
        time=duration(polled.seconds),
        reason=polled.reason,
    )


def duration(seconds: float) -> str:
    """A length of time in the largest unit that says enough: "40 s", "3 min", "2 h 10 min"."""
    if seconds < 60:
        return Phrase("{seconds} s", seconds=max(round(seconds), 1))
    minutes = round(seconds / 60)
    if minutes < 60:
        return Phrase("{minutes} min", minutes=minutes)
    return Phrase("{hours} h {minutes} min", hours=minutes // 60, minutes=minutes % 60)


def unknown_words_sentence(model: str, unknown: Sequence[str]) -> str:
    """That a model, by its title, does not know some words, and what does."""
    return counted(
        "{model} does not know {words}. A CLIP model knows it.",
        "{model} does not know {words}. A CLIP model knows them.",
        n=len(unknown),
        model=model,
        words=listed([quoted(word) for word in unknown]),
    )


def photos(count: int) -> Phrase:
    """A number of photos: "1 photo", "8,310 photos"."""
    return counted("{n} photo", "{n} photos", n=count)
