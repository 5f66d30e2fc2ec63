"""What is said, in one sentence, when a model cannot or must not be exported."""

from __future__ import annotations


class ExportError(Exception):
    """The export is refused; the message is a sentence for people, and nothing was left behind."""
