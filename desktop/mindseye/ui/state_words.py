"""What the pages without photos say."""

from mindseye.ui.places import AllPhotos, InFolder, Page
from mindseye.ui.screen import Screen

_FIRST_WORDS = "Choose a folder, or drop one here. Everything stays on this computer, and no file is changed."

_GETTING_READY = "No file is named {}. What your photos show is searched as soon as the model is loaded."


def words_for(page: Page, screen: Screen) -> tuple[str, str, str, str, str]:
    """Heading, words, button, icon and its colour for a page that shows no photos."""
    match page:
        case Page.OPENING:
            return "Opening the library", "", "", "photos", "quiet"
        case Page.FAILED:
            return "The library cannot be opened", screen.failure, "Close", "warning", "error"
        case Page.NO_FOLDERS:
            return (
                "Where are your photographs?",
                _FIRST_WORDS,
                "Choose a folder of photographs",
                "photos",
                "quiet",
            )
        case Page.GETTING_READY:
            return (
                "Getting ready",
                _GETTING_READY.format(screen.searching.asked.spoken()),
                "",
                "search",
                "quiet",
            )
        case Page.LOOKING:
            return (
                "Looking for photographs",
                "They appear here one after the other; searching works from the first one on.",
                "",
                "search",
                "quiet",
            )
        case _:
            return _nothing(screen)


def _nothing(screen: Screen) -> tuple[str, str, str, str, str]:
    place = screen.place
    if isinstance(place, InFolder):
        folder = next((each for each in screen.survey.folders if each.id == place.folder_id), None)
        if folder is not None and not folder.online:
            return (
                f"{place.path.name or place.path} is away",
                "Its photos appear when the drive or folder is back.",
                "",
                "folder-away",
                "quiet",
            )
        return "No photos in this folder", "New ones appear here by themselves.", "", "folder", "quiet"
    if isinstance(place, AllPhotos):
        return (
            "No photos in your folders",
            "New ones appear here by themselves. You can add another folder at the left.",
            "",
            "folder",
            "quiet",
        )
    return "No photos here", "No photo carries this tag now.", "", "tag", "quiet"
