/** The recovery of a seal's signer, held against a published vector and another implementation (noble-curves). */
import { secp256k1 } from "@noble/curves/secp256k1.js";
import fc from "fast-check";
import { expect, test } from "vitest";
import { bytesOf, hexOf, integerBytes, joined } from "../../src/verifier/bytes";
import { VerificationFailure } from "../../src/verifier/errors";
import { keccak } from "../../src/verifier/keccak";
import { signerOf } from "../../src/verifier/qbft";
import { recoveredKey } from "../../src/verifier/recovery";

const ORDER = secp256k1.Point.Fn.ORDER;

const secret = fc
  .uint8Array({ minLength: 32, maxLength: 32 })
  .filter((bytes) => secp256k1.utils.isValidSecretKey(bytes));
const hash = fc.uint8Array({ minLength: 32, maxLength: 32 });
/** Numbers of 32 bytes, those at the edges often. */
const scalar = fc.oneof(
  fc.bigInt({ min: 0n, max: 2n ** 256n - 1n }),
  fc.bigInt({ min: 0n, max: 3n }),
  fc.bigInt({ min: ORDER - 3n, max: ORDER + 3n }),
);

function sealOf(key: Uint8Array, message: Uint8Array): Uint8Array {
  const signature = secp256k1.sign(message, key, { prehash: false, format: "recovered" });
  return joined(signature.slice(1), signature.slice(0, 1));
}

function signatureOf(r: bigint, s: bigint): Uint8Array {
  return joined(integerBytes(r, 32), integerBytes(s, 32));
}

/** Return what noble-curves recovers. */
function otherKey(signature: Uint8Array, odd: boolean, message: Uint8Array): Uint8Array | null {
  try {
    const written = joined(Uint8Array.of(odd ? 1 : 0), signature);
    const key = secp256k1.recoverPublicKey(written, message, { prehash: false });
    return secp256k1.Point.fromBytes(key).toBytes(false).slice(1);
  } catch {
    return null;
  }
}

test("the published signature gives the published address", () => {
  // go-ethereum, core/vm/testdata/precompiles/ecRecover.json, "ValidKey": s is in the upper half, v is 28.
  const message = bytesOf("0x18c547e4f7b0f325ad1e56f57e26c745b09a3e503d86e00e5255ff7f715d3d1c");
  const r = bytesOf("0x73b1693892219d736caba55bdb67216e485557ea6b6af75f37096c9aa6a5a75f");
  const s = bytesOf("0xeeb940b1d03b21e36b0e47e79769f095fe2ab855bd91e3a38756b7d75a9c4549");

  const signer = signerOf(joined(r, s, Uint8Array.of(1)), message);

  expect(signer).toBe("0xa94f5374fce5edbc8e2a8697c15331677e6ebf0b");
});

test("the signer is the one whose key signed", () => {
  fc.assert(
    fc.property(secret, hash, (key, message) => {
      const address = hexOf(keccak(secp256k1.getPublicKey(key, false).slice(1)).slice(12));
      expect(signerOf(sealOf(key, message), message)).toBe(address);
    }),
    { numRuns: 25 },
  );
});

test("any two numbers give the key that the other implementation gives, or none where it gives none", () => {
  let keys = 0;

  fc.assert(
    fc.property(scalar, scalar, fc.boolean(), hash, (r, s, odd, message) => {
      const signature = signatureOf(r, s);
      const key = recoveredKey(signature, odd, message);
      if (key !== null) keys++;
      expect(key).toEqual(otherKey(signature, odd, message));
    }),
    { numRuns: 150 },
  );

  expect(keys).toBeGreaterThan(10);
});

test("special points and hashes give what the other implementation gives", () => {
  const { x } = secp256k1.Point.BASE.toAffine();
  // The signature's point is the generator or its opposite: sums of a point with itself, with its opposite, with infinity.
  for (const r of [x, 1n, 2n, 3n, 4n, ORDER - 1n]) {
    for (const s of [1n, 2n, r, ORDER - r, ORDER - 1n]) {
      for (const digest of [0n, 1n, s, ORDER - s, ORDER, ORDER + 1n, 2n ** 256n - 1n]) {
        for (const odd of [false, true]) {
          const [signature, message] = [signatureOf(r, s), integerBytes(digest, 32)];
          expect(recoveredKey(signature, odd, message)).toEqual(otherKey(signature, odd, message));
        }
      }
    }
  }
});

test("no key is recovered from numbers out of range, a point off the curve, or a sum at infinity", () => {
  const [message, one] = [integerBytes(1n, 32), 1n];
  const { x } = secp256k1.Point.BASE.toAffine();

  for (const [r, s] of [
    [0n, one] as const,
    [one, 0n] as const,
    [ORDER, one] as const,
    [one, ORDER] as const,
  ]) {
    expect(recoveredKey(signatureOf(r, s), false, message)).toBeNull();
  }
  // 5³ + 7 = 132 has no square root in the field.
  expect(recoveredKey(signatureOf(5n, one), false, message)).toBeNull();
  // With the generator as the signature's point and s = hash, s·R - hash·G is infinity.
  expect(recoveredKey(signatureOf(x, one), false, message)).toBeNull();
  expect(() => signerOf(joined(signatureOf(x, one), Uint8Array.of(0)), message)).toThrow("seal-malformed");
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
