"""What keeps one client from harming the others: budgets, bounded bodies, bounded patience."""

from api.guard.bodies import Bodies
from api.guard.budgets import Budget, Budgets
from api.guard.meter import charge
from api.guard.patience import Patience, patient_protocol

__all__ = ["Bodies", "Budget", "Budgets", "Patience", "charge", "patient_protocol"]
