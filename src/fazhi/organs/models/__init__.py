"""Tables of the floor `organs`."""

from fazhi.organs.models.organ import Axis, Below, Bond, FormerName, Kind, Level, Organ
from fazhi.organs.models.person import Account, Grant, Person, Post, Rank
from fazhi.organs.role import Role

__all__ = [
    "Account",
    "Axis",
    "Below",
    "Bond",
    "FormerName",
    "Grant",
    "Kind",
    "Level",
    "Organ",
    "Person",
    "Post",
    "Rank",
    "Role",
]
