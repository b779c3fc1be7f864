"""Who stands under whom, who came from whom, who may do what: on any day."""

from graph.hierarchy.body import Body, Step, Tree
from graph.hierarchy.codes import Code, Codes
from graph.hierarchy.facts import Fact
from graph.hierarchy.index import Hierarchy
from graph.hierarchy.moment import Moment
from graph.hierarchy.naming import NameForm, every_name, names_of
from graph.hierarchy.standing import Standing

__all__ = [
    "Body",
    "Code",
    "Codes",
    "Fact",
    "Hierarchy",
    "Moment",
    "NameForm",
    "Standing",
    "Step",
    "Tree",
    "every_name",
    "names_of",
]
