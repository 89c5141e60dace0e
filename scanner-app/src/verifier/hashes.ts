/** The two hash functions of the formats: Keccak-256 (Ethereum) and SHA-256, in plain JavaScript: WebCrypto needs a secure context. */
import { sha256 } from "@noble/hashes/sha2.js";
import { keccak_256 } from "@noble/hashes/sha3.js";

export function keccak(bytes: Uint8Array): Uint8Array {
  return keccak_256(bytes);
}

export function sha(bytes: Uint8Array): Uint8Array {
  return sha256(bytes);
}
