/**
 * The public key that made an ECDSA signature over secp256k1 (SEC 1 §4.1.6, SEC 2 §2.4.1).
 *
 * It works on public values alone, so that nothing here has to take the same time for every input.
 */
import { bigintOf, integerBytes, joined } from "./bytes";

/** The field's prime. */
const P = 2n ** 256n - 2n ** 32n - 977n;
/** The number of points. */
const ORDER = 2n ** 256n - 0x14551231950b75fc4402da1732fc9bebfn;

/** A point in projective coordinates, not reduced: (x/z, y/z); z = 0 is the point at infinity. */
type Point = readonly [x: bigint, y: bigint, z: bigint];

const INFINITY: Point = [0n, 1n, 0n];
const GENERATOR: Point = [
  0x79be667ef9dcbbac55a06295ce870b07029bfcdb2dce28d959f2815b16f81798n,
  0x483ada7726a3c4655da4fbfc0e1108a8fd17b448a68554199c47d08ffb10d4b8n,
  1n,
];

/**
 * Return the 64 bytes x ‖ y of the key that signed a hash of 32 bytes with r ‖ s; `null` where none can have.
 *
 * `odd` says whether the signature's point has an odd y. Its x is taken to be r: a seal has no other recovery.
 */
export function recoveredKey(signature: Uint8Array, odd: boolean, hash: Uint8Array): Uint8Array | null {
  const [r, s] = [bigintOf(signature.slice(0, 32)), bigintOf(signature.slice(32))];
  if (r === 0n || r >= ORDER || s === 0n || s >= ORDER) return null;
  const square = (r ** 3n + 7n) % P;
  const root = power(square, (P + 1n) / 4n, P);
  if ((root * root) % P !== square) return null;
  const point: Point = [r, (root & 1n) === (odd ? 1n : 0n) ? root : P - root, 1n];
  const inverse = power(r, ORDER - 2n, ORDER);
  const [x, y, z] = combination(
    (inverse * (ORDER - (bigintOf(hash) % ORDER))) % ORDER,
    (inverse * s) % ORDER,
    point,
  );
  if (z === 0n) return null;
  const scale = power(z, P - 2n, P);
  return joined(integerBytes(modulo(x * scale), 32), integerBytes(modulo(y * scale), 32));
}

/** Return `a` times the generator plus `b` times the point, bit by bit from the top. */
function combination(a: bigint, b: bigint, point: Point): Point {
  const both = sum(GENERATOR, point);
  let result = INFINITY;
  for (let bit = 255n; bit >= 0n; bit--) {
    result = sum(result, result);
    const [first, second] = [(a >> bit) & 1n, (b >> bit) & 1n];
    if (first | second) result = sum(result, first & second ? both : first ? GENERATOR : point);
  }
  return result;
}

/**
 * Return the sum of two points, whichever they are: the formula has no exceptions.
 *
 * Source: J. Renes, C. Costello, L. Batina, Complete addition formulas for prime order elliptic curves (2015),
 * algorithm 7 for a = 0 with 3b = 21, its products written out.
 */
function sum([x1, y1, z1]: Point, [x2, y2, z2]: Point): Point {
  const [xx, yy, zz] = [(x1 * x2) % P, (y1 * y2) % P, (21n * z1 * z2) % P];
  const [xy, yz, xz] = [(x1 * y2 + x2 * y1) % P, (y1 * z2 + y2 * z1) % P, (x1 * z2 + x2 * z1) % P];
  const [less, more] = [yy - zz, yy + zz];
  return [
    modulo(xy * less - 21n * yz * xz),
    modulo(more * less + 63n * xx * xz),
    modulo(yz * more + 3n * xx * xy),
  ];
}

function modulo(value: bigint): bigint {
  const rest = value % P;
  return rest < 0n ? rest + P : rest;
}

function power(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let [result, square] = [1n, base];
  for (let rest = exponent; rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = (result * square) % modulus;
    square = (square * square) % modulus;
  }
  return result;
}
