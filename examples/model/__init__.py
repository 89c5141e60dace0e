"""The example supply chain: nine invented firms, a refrigerator's life, and everything that can go wrong once."""
