"""The one kind of error that the data room raises."""

from techwar.errors import TechwarError


class DataError(TechwarError):
    """A table, a row, a day or a number that cannot be had, and what to do next."""
