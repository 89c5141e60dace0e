"""Conformance: cases that other people published, run against this software, with a line for each that falls short."""
