"""What is served, told to programs: VoID, DCAT-AP, and the description of the SPARQL service."""

from api.describe.dataset import router
from api.describe.service import service_description

__all__ = ["router", "service_description"]
