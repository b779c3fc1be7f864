"""What data must satisfy: the shapes as one graph, and the report of a validation."""

from shapes.report import Report, Result
from shapes.turtle import load_description_shapes, load_shapes, shape_files
from shapes.validation import Validation, validate

__all__ = [
    "Report",
    "Result",
    "Validation",
    "load_description_shapes",
    "load_shapes",
    "shape_files",
    "validate",
]
