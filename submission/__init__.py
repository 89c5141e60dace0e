"""The way to the chain: the outbox, written batch by batch, exactly once."""
