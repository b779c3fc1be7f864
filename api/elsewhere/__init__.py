"""The dataset in a SPARQL 1.1 endpoint elsewhere: fetched for REST, asked for each query."""

from api.elsewhere.endpoint import Endpoint
from api.elsewhere.fetching import fetch_generation
from api.elsewhere.forwarding import Forwarder

__all__ = ["Endpoint", "Forwarder", "fetch_generation"]
