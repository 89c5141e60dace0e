"""What is wrong with a value: a reason code, the first character concerned, and a sentence with the cure."""

Fault = tuple[str, int, str]
