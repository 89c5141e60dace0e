"""The way between firms: an owner's node is asked for what it granted, and what it answers is checked and kept."""
