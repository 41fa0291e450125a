"""Checks that teach: `check("3.2")` and the log of predictions."""

from techwar.tasks.checking import Feedback, check
from techwar.tasks.predictions import PredictionLog, TaskError, prediction_log

__all__ = ["Feedback", "PredictionLog", "TaskError", "check", "prediction_log"]
