"""What the indexer refuses.

IndexerRefusal
├── FinalBlockVanished
└── HeadersDisagree
"""


class IndexerRefusal(Exception):
    """The base of every refusal of the indexer."""


class FinalBlockVanished(IndexerRefusal):
    """Another block stands where a final one was: an alarm, not something to mend."""

    def __init__(self, number: int, known: bytes, found: bytes | None) -> None:
        self.number, self.known, self.found = number, known, found
        instead = "no block" if found is None else f"0x{found.hex()}"
        super().__init__(f"block {number} was final as 0x{known.hex()}, and the node now has {instead} in its place")


class HeadersDisagree(IndexerRefusal):
    """A node's headers do not follow one another; asking again helps where a block was just replaced."""

    def __init__(self, number: int, before: bytes, parent: bytes) -> None:
        self.number, self.before, self.parent = number, before, parent
        super().__init__(
            f"block {number} names 0x{parent.hex()} as the block before it, and the node gives 0x{before.hex()} as that"
        )
