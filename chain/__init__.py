"""The ledger's door: connection, gateways, proofs, keystores, networks. web3 and its kin stop here."""
