"""What the captions of training photos say surely of the shipped categories.

A pattern is looked for in the five captions of a photo together. A photo counts for a label of an exclusive
category when the pattern of that label alone is found; for a label judged for itself, photos without the
pattern count as not showing it, which errs on the careful side.
"""

from __future__ import annotations

import re

import numpy as np
from numpy.typing import NDArray

from mindseye.tagging import Category

SURE: dict[str, dict[str, str]] = {
    "time of day": {
        "day": "sunny|sunlight|sunshine|sunlit|daytime|blue sky|clear day",
        "night": "night|nighttime|night-time|in the dark|after dark",
        "dawn or dusk": "sunset|sunrise|dusk|dawn|setting sun|twilight",
    },
    "place": {
        "indoors": "inside|indoors?|room|kitchen|couch|sofa|bed|bedroom|restaurant|gym|office|carpet|hallway",
        "outdoors": "outside|outdoors?|beach|ocean|snow|mountains?|field|grass|street|park|lake|trail|forest",
        "close-up": "close-?up|close up|macro",
    },
    "subjects": {
        "people": "man|men|woman|women|person|people|boys?|girls?|child|children|kids?|baby|lady|couple",
        "pets": "dogs?|pupp(?:y|ies)|cats?|kittens?|poodle|terrier|retriever",
        "food": "food|meal|cake|pizza|sandwich|salad|fruits?|dinner|lunch|ice cream|dessert|eat|eats|eating",
        "beach": "beach|seashore|shore|surf|sand",
        "mountains": "mountains?|cliff|peak|mountainside|hills?",
        "forest": "forest|woods|wooded|trees",
        "city": "city|street|buildings?|sidewalk|downtown|skyscrapers?",
        "snow": "snow|snowy|snowboard\\w*|ski|skis|skier|skiing|sled|snowball",
        "flowers": "flowers?|flowery|petals?|blossoms?|tulips?|roses?",
        "vehicles": "cars?|trucks?|bus|motorcycles?|motorbikes?|van|train|dirt bike|vehicles?|atv",
        "sport": "soccer|football|basketball|baseball|tennis|hockey|rugby|race|racing|surf\\w*|ski\\w*"
        "|snowboard\\w*|skateboard\\w*|wrestl\\w*|volleyball|athlete|player|players|lacrosse|bmx",
        "celebration": "birthday|wedding|party|parade|celebrat\\w*|fireworks|festival|costumes?|bride",
    },
}
"""Per category and label, a regular expression of whole words; a label without one is not calibrated."""


def said(category: Category, captions: list[str]) -> dict[str, NDArray[np.bool_]]:
    """For each label with a pattern whether it is found in the captions [n] of each photo (lower case)."""
    return {
        label.name: np.array([bool(re.search(rf"\b(?:{pattern})\b", text)) for text in captions])
        for label in category.labels
        if (pattern := SURE.get(category.name, {}).get(label.name))
    }
