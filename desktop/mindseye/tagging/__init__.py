"""Tags: prompts become directions, photos get labels with probabilities."""

from mindseye.tagging.categories import Category, Label
from mindseye.tagging.categories_file import load_categories
from mindseye.tagging.tagger import Tagger
from mindseye.tagging.verdict import Judgement, Verdict, judgements

__all__ = ["Category", "Judgement", "Label", "Tagger", "Verdict", "judgements", "load_categories"]
