"""The life of a thing, folded from the events that name it: what held it, what it is made of, who had it, its stage."""
