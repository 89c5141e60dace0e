"""The mirror: what the chain said, arranged for queries."""
