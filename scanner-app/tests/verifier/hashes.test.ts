/** The hash functions, held against published vectors and against another implementation (noble-hashes). */
import { sha256 } from "@noble/hashes/sha2.js";
import { keccak_256 } from "@noble/hashes/sha3.js";
import fc from "fast-check";
import { expect, test } from "vitest";
import { hexOf, utf8Bytes } from "../../src/verifier/bytes";
import { keccak } from "../../src/verifier/keccak";
import { sha } from "../../src/verifier/sha-256";

const TWO_BLOCKS = "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq";

// NIST, example values of FIPS 180-4; the Keccak team's known answers for the submission with c = 512.
test.each([
  [sha, "", "0xe3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"],
  [sha, "abc", "0xba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"],
  [sha, TWO_BLOCKS, "0x248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"],
  [sha, "a".repeat(1e6), "0xcdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"],
  [keccak, "", "0xc5d2460186f7233c927e7db2dcc703c0e500b653ca82273b7bfad8045d85a470"],
  [keccak, "abc", "0x4e03657aea45a94fc7d47ba826c8d667c0d1e6e33a64a036ec44f58fa12d6c45"],
  [keccak, TWO_BLOCKS, "0x45d3b367a6904e6e8d502ee04999a7c27647f91fa845d456525fd352ae3d7371"],
])("%o gives the published hash of %s", (hash, text, expected) => {
  expect(hexOf(hash(utf8Bytes(text)))).toBe(expected);
});

test("every length up to a few blocks is padded as the other implementation pads it", () => {
  const bytes = Uint8Array.from({ length: 600 }, (_, place) => (place * 167 + 13) & 255);

  for (let length = 0; length <= bytes.length; length++) {
    const message = bytes.subarray(0, length);
    expect(hexOf(sha(message))).toBe(hexOf(sha256(message)));
    expect(hexOf(keccak(message))).toBe(hexOf(keccak_256(message)));
  }
});

test("any bytes, wherever they lie in a buffer, hash as the other implementation hashes them and stay as they are", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 2000 }), fc.nat(7), (buffer, start) => {
      const message = buffer.subarray(start);
      const before = message.slice();
      expect(hexOf(sha(message))).toBe(hexOf(sha256(before)));
      expect(hexOf(keccak(message))).toBe(hexOf(keccak_256(before)));
      expect(message).toEqual(before);
    }),
    { numRuns: 300 },
  );
});
