"""What macOS is told of the finished program: ``Info.plist``."""

from project import languages

_PICTURES = (
    "public.jpeg", "public.png", "org.webmproject.webp", "public.tiff", "com.compuserve.gif",
    "com.microsoft.bmp", "public.heic", "public.heif", "public.avif", "public.jpeg-2000", "public.jpeg-xl",
    "public.camera-raw-image",
)  # fmt: skip

_READS = "Mindseye reads the pictures there to find them by what they show. Nothing leaves this computer."


def info_plist(version: str) -> dict[str, object]:
    """The entries beside those that PyInstaller writes itself."""
    return {
        "CFBundleDisplayName": "Mindseye",
        "CFBundleShortVersionString": version,
        "CFBundleVersion": version,
        "CFBundleDevelopmentRegion": "en",
        # In these the system speaks for the program, too: in its menu, in the dialogs for files.
        "CFBundleLocalizations": ["en", *languages()],
        "LSApplicationCategoryType": "public.app-category.photography",
        # What ONNX Runtime is built for.
        "LSMinimumSystemVersion": "14.0",
        "NSHighResolutionCapable": True,
        # The window follows the system from light to dark and back.
        "NSRequiresAquaSystemAppearance": False,
        "NSDesktopFolderUsageDescription": _READS,
        "NSDocumentsFolderUsageDescription": _READS,
        "NSDownloadsFolderUsageDescription": _READS,
        "NSPhotoLibraryUsageDescription": _READS,
        "NSRemovableVolumesUsageDescription": _READS,
        "NSNetworkVolumesUsageDescription": _READS,
        # Alternate: Mindseye is offered for pictures, and never takes them over from the viewer in use.
        "CFBundleDocumentTypes": [
            {
                "CFBundleTypeName": "Picture",
                "CFBundleTypeRole": "Viewer",
                "LSHandlerRank": "Alternate",
                "LSItemContentTypes": list(_PICTURES),
            },
            {
                "CFBundleTypeName": "Folder",
                "CFBundleTypeRole": "Viewer",
                "LSHandlerRank": "Alternate",
                "LSItemContentTypes": ["public.folder"],
            },
        ],
    }
