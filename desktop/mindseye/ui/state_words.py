"""What the pages without photos say."""

from mindseye.ui.places import AllPhotos, InAlbum, InFolder, Page
from mindseye.ui.screen import Screen
from mindseye.ui.translating import tr


def words_for(page: Page, screen: Screen) -> tuple[str, str, str, str, str]:
    """Heading, words, button, icon and its colour for a page that shows no photos."""
    match page:
        case Page.OPENING:
            return tr("Opening the library"), "", "", "photos", "quiet"
        case Page.FAILED:
            return tr("The library cannot be opened"), screen.failure, tr("Close"), "warning", "error"
        case Page.NO_FOLDERS:
            return (
                tr("Where are your photographs?"),
                tr(
                    "Choose a folder, or drop one here. Everything stays on this computer, and no file is "
                    "changed."
                ),
                tr("Choose a folder of photographs"),
                "photos",
                "quiet",
            )
        case Page.GETTING_READY:
            return (
                tr("Getting ready"),
                tr(
                    "No file is named {words}. What your photos show is searched as soon as the model is "
                    "loaded.",
                    words=screen.searching.asked.spoken(),
                ),
                "",
                "search",
                "quiet",
            )
        case Page.LOOKING:
            return (
                tr("Looking for photographs"),
                tr("They appear here one after the other; searching works from the first one on."),
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
                tr("{folder} is away", folder=place.path.name or place.path),
                tr("Its photos appear when the drive or folder is back."),
                "",
                "folder-away",
                "quiet",
            )
        return (
            tr("No photos in this folder"),
            tr("New ones appear here by themselves."),
            "",
            "folder",
            "quiet",
        )
    if isinstance(place, AllPhotos):
        return (
            tr("No photos in your folders"),
            tr("New ones appear here by themselves. You can add another folder at the left."),
            "",
            "folder",
            "quiet",
        )
    if isinstance(place, InAlbum) and place.kept_out:
        heading = tr("Nothing is kept out of {album}", album=place.name)
        words = tr("Photos that you take out of a live album stay out of it; they are shown here.")
        return heading, words, "", "album", "quiet"
    if isinstance(place, InAlbum):
        words = (
            tr("Photos come here as the search of this album finds them.")
            if place.live
            else tr("Drag photos onto the album, or select some and press A.")
        )
        return tr("No photos in this album"), words, "", "album", "quiet"
    return tr("No photos here"), tr("No photo carries this tag now."), "", "tag", "quiet"
