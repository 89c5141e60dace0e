"""The way out: from a question to a trace, a proof bundle, a dossier or a sheet of labels, as far as the reader may see."""
