"""The way back: from blocks to the mirror that queries and traces read."""
