"""The way to subscribers: what the mirror takes in, matched with standing queries, goes out as signed messages."""
