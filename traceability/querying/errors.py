"""What is wrong with a query.

QueryingError
├── ParameterInvalid
└── QueryTooComplex
"""


class QueryingError(Exception):
    """The base of this room's errors."""


class ParameterInvalid(QueryingError):
    """A parameter does not exist, has a value of another form, or does not go with another one."""

    def __init__(self, parameter: str, value: str, cure: str) -> None:
        """Keep the parameter, the value that was refused and what helps."""
        self.parameter = parameter
        self.value = value[:200]
        self.cure = cure
        super().__init__(f"the parameter {parameter[:200]!r} cannot be {self.value!r}: {cure}")


class QueryTooComplex(QueryingError):
    """A query has more parameters or values than are looked for."""

    def __init__(self, what: str, count: int, most: int) -> None:
        """Keep what there is too much of."""
        self.what = what
        self.count = count
        self.most = most
        super().__init__(f"a query has at most {most} {what}, this one has {count}: ask in parts")
