"""Positions: the place of an event on the chain as one number, so that order, rewind and page tokens need one column."""

BLOCK_SHIFT = 36
LOG_SHIFT = 18

LARGEST_BLOCK = 2**27 - 1
"""Highest block number that a position can hold: 134 million, eight years of blocks of two seconds."""

LARGEST_LOG = 2**18 - 1
"""Highest log index within a block."""

LARGEST_LEAF = 2**18 - 1
"""Highest index of a leaf under one anchor."""


def position_of(block_number: int, log_index: int, leaf: int = 0) -> int:
    """Return the position of a log, or of a leaf under the anchor that a log announces. Raises: OverflowError."""
    if not (0 <= block_number <= LARGEST_BLOCK and 0 <= log_index <= LARGEST_LOG and 0 <= leaf <= LARGEST_LEAF):
        message = f"block {block_number}, log {log_index}, leaf {leaf} lie outside the range of positions"
        raise OverflowError(message)
    return block_number << BLOCK_SHIFT | log_index << LOG_SHIFT | leaf


def first_position(block_number: int) -> int:
    """Return the lowest position of a block."""
    return block_number << BLOCK_SHIFT


def block_of(position: int) -> int:
    """Return the block of a position."""
    return position >> BLOCK_SHIFT


def log_of(position: int) -> int:
    """Return the log index of a position."""
    return position >> LOG_SHIFT & LARGEST_LOG


def leaf_of(position: int) -> int:
    """Return the index of the leaf of a position."""
    return position & LARGEST_LEAF
