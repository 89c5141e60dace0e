"""A join whose left side is read first: SQLite may not turn it round, since only we know which side is the small one."""

from typing import Any

from sqlalchemy import Join
from sqlalchemy.ext.compiler import compiles


class OrderedJoin(Join):
    """The rows of the left side, in their order, each with those of the right side that belong to it."""

    inherit_cache = True


@compiles(OrderedJoin)
def _join(join: OrderedJoin, compiler: Any, **options: Any) -> str:
    text: str = compiler.visit_join(join, **options)
    return text


@compiles(OrderedJoin, "sqlite")
def _cross_join(join: OrderedJoin, compiler: Any, **options: Any) -> str:
    # "CROSS JOIN" is SQLite's word for a join that its planner does not reorder.
    options.pop("asfrom", None)
    left = compiler.process(join.left, asfrom=True, **options)
    right = compiler.process(join.right, asfrom=True, **options)
    return f"{left} CROSS JOIN {right} ON {compiler.process(join.onclause, **options)}"
