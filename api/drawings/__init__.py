"""Pictures made on the server: a procedure as a flow, a lineage as lines through time."""

from api.drawings.lineage import Change, Lane, draw_lineage
from api.drawings.procedure import Branch, Step, draw_procedure

__all__ = ["Branch", "Change", "Lane", "Step", "draw_lineage", "draw_procedure"]
