"""The one family of errors that the package raises at people."""


class TechwarError(Exception):
    """What is wrong (with the value), where, and what to do next, in one sentence.

    Each room has one subclass. A message is written for the person who reads
    it: it names the file, row, cell or value, and the next step.
    """

    def _render_traceback_(self) -> list[str]:
        """Show the sentence alone in a notebook: the way through our code helps nobody there."""
        return [str(self)]
