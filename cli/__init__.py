"""The terminal's door: the command `suyuan`."""
