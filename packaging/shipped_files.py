"""The build hook that puts models and resources into the wheel, as ``mindseye/_data``.

An editable install reads them from the checkout instead.
"""

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

sys.path.insert(0, str(Path(__file__).parent))
from project import releases_page

SHIPPED = (
    "models/catalog.toml",
    "models/starter/README.md",
    "models/starter/image.onnx",
    "models/starter/model.toml",
    "models/starter/text.onnx",
    "models/starter/tokenizer.json",
    "models/starter/vocabulary.txt",
    "resources/categories.toml",
    "resources/icons",
    "resources/map-words.txt",
    "resources/neutral-words.txt",
    "resources/samples/pictures",
    "resources/theme",
)


class ShippedFiles(BuildHookInterface):  # type: ignore[type-arg]
    """Adds the shipped files to a wheel that is to be installed elsewhere."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if version == "editable":
            return
        if page := releases_page():
            written = Path(self.root, "build", "releases.txt")
            written.parent.mkdir(exist_ok=True)
            written.write_text(f"{page}\n", encoding="utf-8")
            build_data["force_include"][str(written)] = "mindseye/_data/resources/releases.txt"
        translations = Path(self.root, "resources", "translations").glob("*.qm")
        for path in (*SHIPPED, *(f"resources/translations/{each.name}" for each in sorted(translations))):
            build_data["force_include"][str(Path(self.root, path))] = f"mindseye/_data/{path}"
