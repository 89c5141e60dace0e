"""Verdicts: what a proof bundle tells a consumer and a bank, fact by fact, with a status and a reason for each."""
