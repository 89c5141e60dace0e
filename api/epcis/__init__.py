"""The EPCIS 2.0 REST binding: capture, events, vocabularies, queries, discovery."""
