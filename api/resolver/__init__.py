"""The resolver: identifiers in addresses lead to what is said about them (GS1-Conformant Resolver 1.2.0)."""
