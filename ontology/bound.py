"""Terms of vocabularies as plain attributes of their classes."""

from rdflib.namespace import DefinedNamespace


def bind(*vocabularies: type[DefinedNamespace]) -> None:
    """Keep the terms that each vocabulary declares.

    rdflib finds a term through three calls each time, and a build asks for millions of them.
    """
    for vocabulary in vocabularies:
        for name in vocabulary.__annotations__:
            if not name.startswith("_"):
                setattr(vocabulary, name, vocabulary[name])
