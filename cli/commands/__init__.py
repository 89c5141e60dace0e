"""The parts of the command line; each registers its commands."""
