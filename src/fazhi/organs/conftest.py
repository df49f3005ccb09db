"""An invented city with two counties, a township, a street and a line of market bureaus."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from fazhi.organs.models import Kind, Level, Organ
from fazhi.organs.tree import add_organ


@dataclass(frozen=True)
class City:
    """City, counties and township stand in the territory; the bureaus stand in both trees."""

    city: Organ
    east: Organ
    west: Organ
    town: Organ
    street: Organ
    city_bureau: Organ
    east_bureau: Organ
    west_bureau: Organ


@pytest.fixture
def place(db: None) -> City:
    city = government("990100", "示例市人民政府", Level.CITY)
    east = government("990102", "东县人民政府", Level.COUNTY, city)
    west = government("990103", "西县人民政府", Level.COUNTY, city)
    town = government("990102100", "青山镇人民政府", Level.TOWNSHIP, east)
    street = add_organ("990102001", "河东街道办事处", kind=Kind.STREET, level=Level.TOWNSHIP, parent=east)
    city_bureau = bureau("示例市工商行政管理局", city)
    return City(
        city,
        east,
        west,
        town,
        street,
        city_bureau,
        bureau("东县工商行政管理局", east, city_bureau),
        bureau("西县工商行政管理局", west, city_bureau),
    )


def government(code: str, name: str, level: Level, parent: Organ | None = None) -> Organ:
    return add_organ(code, name, kind=Kind.GOVERNMENT, level=level, parent=parent)


def bureau(name: str, place: Organ, line: Organ | None = None, key: str = "gsj") -> Organ:
    return add_organ(
        f"{place.code}/{key}", name, kind=Kind.DEPARTMENT, level=Level(place.level), parent=place, line=line
    )
