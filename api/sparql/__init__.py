"""The SPARQL 1.1 Protocol: queries, and updates where the server was started with a token."""

from api.sparql.routes import router

__all__ = ["router"]
