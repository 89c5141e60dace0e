"""The numbers that we claim, and how to repeat them."""
