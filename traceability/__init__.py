"""The words of the field, pure: identifiers, events, commitments, proofs, the life of a thing, verdicts. No connection, no clock, no database."""
