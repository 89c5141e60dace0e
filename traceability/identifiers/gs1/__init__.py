"""The GS1 system: keys, application identifiers, element strings, Digital Links and EPC URNs."""
