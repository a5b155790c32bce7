"""Records: what is made of several fields, most of which are often unknown."""

from territoires_participatifs.values.declarations import declarations


class Record:
    """The base of classes that show, as an expression, the fields that they fill.

    >>> from territoires_participatifs.sources import Quote
    >>> Quote(text="début février")
    Quote(text='début février')
    """

    __slots__ = ()

    def __repr__(self) -> str:
        filled = [
            f"{name}={getattr(self, name)!r}"
            for name, each in declarations(type(self)).items()
            if each.required or getattr(self, name) != each.default
        ]
        return f"{type(self).__name__}({', '.join(filled)})"
