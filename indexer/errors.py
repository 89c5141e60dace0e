"""What the indexer refuses.

IndexerRefusal
├── FinalBlockVanished
└── HeadersDisagree
"""


class IndexerRefusal(Exception):
    """The base of every refusal of the indexer."""


class FinalBlockVanished(IndexerRefusal):
    """A block disappeared on a network whose blocks are final: an alarm, not something to mend."""

    def __init__(self, number: int, known: bytes) -> None:
        self.number, self.known = number, known
        super().__init__(
            f"block {number} (0x{known.hex()}) is gone, on a network whose blocks are final: stop and ask the operators"
        )


class HeadersDisagree(IndexerRefusal):
    """A node's headers and logs do not belong to one chain; asking again helps, since a block was just replaced."""

    def __init__(self, number: int) -> None:
        self.number = number
        super().__init__(f"headers and logs of block {number} belong to different chains")
