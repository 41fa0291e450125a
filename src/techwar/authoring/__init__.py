"""For authors: texts become notebooks, numbers reach the prose, lessons are handed out."""

from techwar.authoring.commands import build, release
from techwar.authoring.prose import AuthoringError

__all__ = ["AuthoringError", "build", "release"]
