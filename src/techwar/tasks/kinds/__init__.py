"""The kinds of answer, and the rules by which two answers count as the same.

One module a kind. Order of the tests in each judge: is it there, is it of the
right type, has it the right shape and unit, is it a named mistake, is it right.
The first that fails speaks; the rest is silent.
"""

from techwar.tasks.kinds.chart import ChartSpec
from techwar.tasks.kinds.choice import Choice
from techwar.tasks.kinds.function import Function
from techwar.tasks.kinds.interval import Interval
from techwar.tasks.kinds.names import Names
from techwar.tasks.kinds.number import Number
from techwar.tasks.kinds.table import Table
from techwar.tasks.kinds.text import Text

__all__ = ["ChartSpec", "Choice", "Function", "Interval", "Names", "Number", "Table", "Text"]
