"""Acts in order, those of one key at hand together, the others wherever they are kept."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from graph.model import Mention
from graph.register.resolution import Ordered
from graph.register.roll import Roll


class Editions:
    """The editions of acts, one in each language; the first of several in one is that edition."""

    def __init__(self, acts: Iterable[Ordered]) -> None:
        self.known: dict[str, dict[str, Ordered]] = defaultdict(dict)
        self._left: Counter[str] = Counter()
        for one in acts:
            self.known[one.key].setdefault(one.language, one)
            self._left[one.key] += 1
        self._near: dict[int, Roll] = {}
        self._told: dict[str, dict[Mention, str]] = defaultdict(dict)

    def all(self) -> Iterator[list[Roll]]:
        """The editions of each act, in order of languages."""
        for known in self.known.values():
            yield [known[language].get() for language in sorted(known)]

    def near(self, one: Ordered) -> tuple[Roll, list[Roll]]:
        """An act, and the editions of it in order of languages."""
        known = self.known[one.key]
        wanted = [known[language] for language in sorted(known)]
        several = {id(o): o for o in (one, *wanted)}
        found = {name: self._near.get(name) or o.get() for name, o in several.items()}
        self._near = found
        return found[id(one)], [found[id(o)] for o in wanted]

    def together(self, one: Ordered, slugs: dict[Mention, str]) -> dict[Mention, str]:
        """The slugs of all editions of an act, when this is the last of them; else none."""
        told = self._told[one.key]
        told.update(slugs)
        self._left[one.key] -= 1
        return {} if self._left[one.key] else self._told.pop(one.key)
