"""Mindseye: a private desktop photo browser that finds pictures by what they show."""

from importlib.metadata import version

__version__ = version("mindseye")
