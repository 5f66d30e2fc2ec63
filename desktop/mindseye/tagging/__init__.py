"""Tags by zero-shot categories: prompts become directions, photos get labels with probabilities."""

from mindseye.tagging.categories import Category, Label, load_categories
from mindseye.tagging.verdict import Judgement, Verdict, judgements
from mindseye.tagging.zero_shot import ZeroShotTagger

__all__ = ["Category", "Judgement", "Label", "Verdict", "ZeroShotTagger", "judgements", "load_categories"]
