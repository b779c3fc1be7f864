"""The tree of bodies as entries to draw: who stands under whom, grouped, with numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from api.pages.desk import Desk
from api.pages.faces import Badge, Flag, contested, face, named
from api.pages.visit import Visit
from graph.hierarchy import Body, Tree
from graph.hierarchy.order import printed_order
from graph.hierarchy.staff import staff_of
from graph.words import sort_key
from ontology import SHZ

_ENTRY_FOR, _POSITION = str(SHZ.entryFor), str(SHZ.position)
#: So many bodies a page shows at most; what is deeper is a link to its own branch.
_ROOM = 3000
#: Groups make sense from so many children on.
_MANY = 8
WAYS = ("kind", "place", "list")


@dataclass(frozen=True, slots=True)
class Item:
    """An entry of the tree: a body (with `href`) or a group of bodies."""

    name: str
    language: str
    href: str
    rank: str
    count: str = ""
    line: str = ""
    form: Badge | None = None
    flags: tuple[Flag, ...] = ()
    children: tuple[Item, ...] = ()
    open: bool = False
    contested: bool = False
    branch: str = ""
    branch_label: str = ""


@dataclass(frozen=True, slots=True)
class Forest:
    """Makes the entries of the tree for one visit."""

    desk: Desk
    seen: Visit
    by: str
    #: Branches deeper than this are links to pages of their own.
    deep: int = 99

    def trees(self, root: str | None = None) -> tuple[Item, ...]:
        """The trees of the day, or the branch under one body; in the order of the names shown.

        A top of which it is only said in doubt that somebody stands under it makes no tree.
        """
        tops = [root] if root else [step.body.iri for step in self.desk.moment.roots()]
        trees = self._ordered(self.desk.moment.tree(iri) for iri in tops)
        if root is None:
            trees = [tree for tree in trees if tree.children]
        many = sum(tree.total for tree in trees) > _ROOM
        forest = replace(self, deep=1) if many else self
        return tuple(forest._tree(tree, 0) for tree in trees)

    def loose(self, planted: set[str]) -> tuple[Item, ...]:
        """Bodies that stand under none and have none under them, by the alphabet."""
        natures = self.desk.hierarchy.natures.items()
        rest = [iri for iri, nature in natures if nature == "body" and iri not in planted]
        bodies = sorted(map(self.desk.moment.body, rest), key=self._name_key)
        return tuple(self._leaf(body, "") for body in bodies[:_ROOM])

    def _name_key(self, body: Body) -> tuple[object, str]:
        # The Kazakh alphabet has every letter of the Russian one, in its order.
        return sort_key(named(body, self.seen.say.language)[0], "kk"), body.iri

    def _ordered(self, trees: Iterable[Tree]) -> list[Tree]:
        return sorted(trees, key=lambda tree: self._name_key(tree.step.body))

    def _tree(self, tree: Tree, level: int) -> Item:
        body, below = tree.step.body, tuple(self._ordered(tree.children))
        made = self._leaf(body, ("top", "chief")[min(level, 1)] if below or not level else "")
        if not below:
            return made
        if level > self.deep:
            return self._closed(made, body, tree.total)
        children = self._grouped(below, level) + self._units(body)
        return replace(
            made,
            children=children,
            open=level < 2,
            count=self._numbers(body, tree),
            line=self._line(below),
        )

    def _closed(self, made: Item, body: Body, total: int) -> Item:
        """A branch too large for this page: a link to a page of its own."""
        label = self.seen.say("explorer.open_branch", n=self.seen.say.number(total))
        return replace(made, branch=self.seen.here(root=body.slug), branch_label=label)

    def _leaf(self, body: Body, rank: str) -> Item:
        shown = face(body, self.seen, self.desk.abbreviations)
        return Item(
            shown.name,
            shown.language,
            shown.href,
            rank,
            form=shown.form,
            flags=shown.flags,
            contested=contested(body),
        )

    def _numbers(self, body: Body, tree: Tree) -> str:
        say, staff = self.seen.say, staff_of(self.desk.moment, body.iri)
        parts = [say.count("count.subordinates", tree.total)]
        if staff.own is None:
            return " · ".join(parts)
        if staff.table_total is not None and staff.table_total != staff.own:
            parts.append(
                say(
                    "explorer.staff_table",
                    own=say.number(staff.own),
                    total=say.number(staff.table_total),
                )
            )
        else:
            parts.append(say("explorer.staff", own=say.number(staff.own)))
        return " · ".join(parts)

    def _line(self, below: tuple[Tree, ...]) -> str:
        """Subordinates by kind: «бөлім 13 · колледж 23», the most first."""
        if len(below) < _MANY:
            return ""
        kinds = Counter(self.kind(tree.step.body) for tree in below)
        return " · ".join(f"{label} {number}" for label, number in kinds.most_common())

    def _units(self, body: Body) -> tuple[Item, ...]:
        units = self.desk.moment.units(body.iri)
        if not units:
            return ()
        items = tuple(self._leaf(step.body, "unit") for step in units)
        return (self._group(self.seen.say("body.units"), items, False),)

    def _grouped(self, below: tuple[Tree, ...], level: int) -> tuple[Item, ...]:
        if self.by == "list":
            ordered = sorted(below, key=lambda tree: self._position(tree.step.body))
            return tuple(self._tree(tree, level + 1) for tree in ordered)
        if len(below) < _MANY:
            return tuple(self._tree(tree, level + 1) for tree in below)
        groups: dict[str, list[Tree]] = {}
        for tree in below:
            groups.setdefault(self._label(tree.step.body), []).append(tree)
        return tuple(
            self._group(label, tuple(self._tree(one, level + 1) for one in held), len(groups) < 3)
            for label, held in sorted(groups.items(), key=self._order)
        )

    def _group(self, label: str, items: tuple[Item, ...], is_open: bool) -> Item:
        number = self.seen.say.number(len(items))
        language = self.seen.say.language
        return Item(label, language, "", "group", count=number, children=items, open=is_open)

    def _label(self, body: Body) -> str:
        return self.kind(body) if self.by == "kind" else self._place(body)

    def _order(self, group: tuple[str, list[Tree]]) -> tuple[int, object]:
        label, held = group
        say = self.seen.say
        unnamed = label in (say("explorer.no_kind"), say("explorer.no_place"))
        size = -len(held) if self.by == "kind" else 0
        return (1 if unnamed else size, sort_key(label, "kk"))

    def kind(self, body: Body) -> str:
        """The label of its kind in the language of the page."""
        say = self.seen.say
        return body.kind.label(say.language) if body.kind else say("explorer.no_kind")

    def _place(self, body: Body) -> str:
        say = self.seen.say
        return body.place.label(say.language) if body.place else say("explorer.no_place")

    def _position(self, body: Body) -> tuple[object, ...]:
        entries = self.desk.hierarchy.record.statements(_ENTRY_FOR, body.iri)
        places = sorted(
            (printed_order(entry.clause), entry.node.number(_POSITION) or 0) for entry in entries
        )
        return (0, places[0]) if places else (1, (self.desk.hierarchy.rank(body.iri), 0))


def bodies_of(items: Iterable[Item]) -> int:
    """How many bodies entries hold, groups not counted."""
    return sum((1 if item.href else 0) + bodies_of(item.children) for item in items)
