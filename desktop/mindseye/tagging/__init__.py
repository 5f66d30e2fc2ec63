"""Tags by zero-shot categories: prompts become directions, photos get labels with probabilities."""

from mindseye.tagging.categories import Category, Label, load_categories
from mindseye.tagging.zero_shot import Judgement, ZeroShotTagger

__all__ = ["Category", "Judgement", "Label", "ZeroShotTagger", "load_categories"]
