"""The register on generated names: time to resolve 12,500 → 50,000 names, and what is doubted.

Deterministic by its seed: districts with the same sections, schools that differ in a number or a
place, names misspelt now and then, a few words that very many names share. Prints, never judges.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from measure import heading
from rdflib import RDF

from graph.model import ActClaims, ActInfo, Claim, Document, Evidence, Range, SideFile, Source
from graph.names import read_name
from graph.register import Register
from ontology import ORG

FIRST = date(2010, 1, 1)
OBLASTS = ("Ақтөбе", "Атырау", "Жамбыл", "Қарағанды", "Қостанай", "Маңғыстау", "Павлодар")
SYLLABLES = ("ақ", "қара", "сары", "көк", "тал", "бұлақ", "төбе", "жар", "құм", "арал", "кент")
OWN = ("Арман", "Көктем", "Балдырған", "Қуаныш", "Үміт", "Нұр", "Болашақ", "Самал", "Дарын")
FIELDS = ("білім беру", "мәдениет", "денсаулық сақтау", "қаржы", "құрылыс", "спорт", "ветеринария")
#: Names that one act prints.
AN_ACT = 100
#: How often a name is misspelt by one letter.
SLIPS = 0.01


def names(count: int, random: Random) -> Iterator[tuple[str, str]]:
    """An oblast and a name that its akimat prints."""
    districts = [(random.choice(OBLASTS), _word(random)) for _ in range(max(20, count // 60))]
    while True:
        oblast, district = random.choice(districts)
        place = f"{district.capitalize()} ауданының"
        kind = random.random()
        if kind < 0.3:
            name = f"{place} {random.choice(FIELDS)} бөлімі"
        elif kind < 0.7:
            name = f"{place} «№ {random.randrange(1, 90)} жалпы білім беретін мектебі»"
        else:
            own = random.choice((random.choice(OWN), _word(random).capitalize()))
            name = f"{place} білім беру бөлімінің «{own}» бөбекжайы"
        yield oblast, _slip(name, random) if random.random() < SLIPS else name


def _word(random: Random) -> str:
    return "".join(random.choice(SYLLABLES) for _ in range(random.randrange(2, 4)))


def _slip(name: str, random: Random) -> str:
    at = random.randrange(1, len(name))
    return name[:at] + name[at + 1 :]


def acts(count: int, seed: int) -> list[ActClaims]:
    """Acts that print `count` names in all."""
    random = Random(seed)
    printed = names(count, random)
    return [_act(number, printed) for number in range(count // AN_ACT)]


def _act(number: int, printed: Iterator[tuple[str, str]]) -> ActClaims:
    rows = [next(printed) for _ in range(AN_ACT)]
    day, key = FIRST + timedelta(days=number), f"act-{number}"
    issuer = read_name(f"{rows[0][0]} облысының әкімдігі", "kk")
    claims = []
    for position, (_, name) in enumerate(rows):
        mention = read_name(name, "kk", (Range(position, position + 1),))
        evidence = Evidence(f"point_{position}", mention.ranges, "name")
        claims.append(Claim(mention, RDF.type, ORG.FormalOrganization, evidence))
    document = Document(Source(key, "", key), SideFile(day, "kk"), "kk", [], [], [])
    info = ActInfo(key, "resolution", issuer, day, str(number), "", "kk")
    return ActClaims(document, info, claims, [], [], set())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--names", type=int, default=50_000)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    heading("bench/register.py", "Names made into bodies")
    for count in (asked.names // 4, asked.names // 2, asked.names):
        held = acts(count, asked.seed)
        began = time.process_time()
        register = Register()
        found = register.resolve(held)
        spent = time.process_time() - began
        print(
            f"  {count:>7,} names: {spent:6.2f} s CPU, {1e6 * spent / count:4.0f} µs a name,"
            f" {len(register.entries):,} bodies, {len(found.doubts):,} doubts"
        )


if __name__ == "__main__":
    main()
