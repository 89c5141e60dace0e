"""The resources below /api/v1: what EPCIS has no word for."""
