"""The demonstration: the example supply chain, told to a running installation over HTTP as its users would."""
