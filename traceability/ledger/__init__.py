"""The words that the ledger stores: keys, meta, heads, storage slots (docs/formats.md §1 to §3, §5)."""
