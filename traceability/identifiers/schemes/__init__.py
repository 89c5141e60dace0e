"""One file for each scheme of identifiers; a file put here is found without being named anywhere."""
