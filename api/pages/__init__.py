"""The pages for people: HTML that works without script, in Kazakh, Russian and English."""

from api.pages.routes import editor, fault_page, register, results, wants_html

__all__ = ["editor", "fault_page", "register", "results", "wants_html"]
