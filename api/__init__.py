"""The public door: HTTP with EPCIS 2.0, Digital Link pages, administration; every refusal is a problem document."""
