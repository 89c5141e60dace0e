/** The recovery of a seal's signer, held against another implementation (noble-curves) over random keys. */
import { secp256k1 } from "@noble/curves/secp256k1.js";
import fc from "fast-check";
import { expect, test } from "vitest";
import { hexOf, joined } from "../../src/verifier/bytes";
import { VerificationFailure } from "../../src/verifier/errors";
import { keccak } from "../../src/verifier/hashes";
import { signerOf } from "../../src/verifier/qbft";

const secret = fc
  .uint8Array({ minLength: 32, maxLength: 32 })
  .filter((bytes) => secp256k1.utils.isValidSecretKey(bytes));
const hash = fc.uint8Array({ minLength: 32, maxLength: 32 });

function sealOf(key: Uint8Array, message: Uint8Array): Uint8Array {
  const signature = secp256k1.sign(message, key, { prehash: false, format: "recovered" });
  return joined(signature.slice(1), signature.slice(0, 1));
}

test("the signer is the one whose key signed", () => {
  fc.assert(
    fc.property(secret, hash, (key, message) => {
      const address = hexOf(keccak(secp256k1.getPublicKey(key, false).slice(1)).slice(12));
      expect(signerOf(sealOf(key, message), message)).toBe(address);
    }),
    { numRuns: 25 },
  );
});

test("a changed seal or message gives another signer or none", () => {
  fc.assert(
    fc.property(secret, hash, fc.nat(63), fc.integer({ min: 1, max: 255 }), (key, message, place, change) => {
      const seal = sealOf(key, message);
      const signer = signerOf(seal, message);
      seal[place] = (seal[place] ?? 0) ^ change;
      try {
        expect(signerOf(seal, message)).not.toBe(signer);
      } catch (failure) {
        if (!(failure instanceof VerificationFailure)) throw failure;
      }
    }),
    { numRuns: 25 },
  );
});
