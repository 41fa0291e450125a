"""The data room: tables that know their sources and when each row became known."""

from techwar.data.citations import Source, source, source_line, sources
from techwar.data.codebook import renew
from techwar.data.conversion import Converted, convert
from techwar.data.errors import DataError
from techwar.data.facts import Fact, fact
from techwar.data.glossary import Term, term
from techwar.data.in_force import in_force
from techwar.data.known import as_of, latest
from techwar.data.numbers_table import Number, Numbers, numbers
from techwar.data.provenance import Provenance, provenance
from techwar.data.rounding import half_digit, lowest_highest, printed_range
from techwar.data.tables import load, path, table_names

__all__ = [
    "Converted",
    "DataError",
    "Fact",
    "Number",
    "Numbers",
    "Provenance",
    "Source",
    "Term",
    "as_of",
    "convert",
    "fact",
    "half_digit",
    "in_force",
    "latest",
    "load",
    "lowest_highest",
    "numbers",
    "path",
    "printed_range",
    "provenance",
    "renew",
    "source",
    "source_line",
    "sources",
    "table_names",
    "term",
]
