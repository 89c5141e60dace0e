/** SHA-256 (FIPS 180-4 §6.2) in plain JavaScript: WebCrypto is not there on a page that came over plain HTTP. */

/** The first 32 bits of the fractional parts of the square roots of the first 8 primes (§5.3.3). */
const START: number[] = [];

/** The first 32 bits of the fractional parts of the cube roots of the first 64 primes (§4.2.2). */
const CONSTANTS: number[] = [];

for (let number = 2; CONSTANTS.length < 64; number++) {
  let divisor = 2;
  while (number % divisor !== 0) divisor++;
  if (divisor < number) continue;
  // None lies nearer than 2^-40 to where its 32nd bit changes; a double is exact to 2^-50, so that every engine agrees.
  if (START.length < 8) START.push((Math.sqrt(number) * 2 ** 32) | 0);
  CONSTANTS.push((Math.cbrt(number) * 2 ** 32) | 0);
}

/** The message schedule of a block. */
const schedule = new Int32Array(64);

/** Return the SHA-256 hash. */
export function sha(bytes: Uint8Array): Uint8Array {
  // A bit, zeros, and the length in bits as a 64-bit integer, in whole blocks of 64 bytes.
  const padded = new Uint8Array((bytes.length + 72) & -64);
  padded.set(bytes);
  padded[bytes.length] = 0x80;
  const view = new DataView(padded.buffer);
  view.setUint32(padded.length - 8, bytes.length / 2 ** 29);
  view.setUint32(padded.length - 4, bytes.length << 3);
  const state = Int32Array.from(START);
  for (let start = 0; start < padded.length; start += 64) compress(state, view, start);
  const hash = new DataView(new ArrayBuffer(32));
  for (const [place, word] of state.entries()) hash.setInt32(4 * place, word);
  return new Uint8Array(hash.buffer);
}

function compress(state: Int32Array, view: DataView, start: number): void {
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
  for (let round = 0; round < 64; round++) {
    let word: number;
    if (round < 16) word = view.getInt32(start + 4 * round);
    else {
      const early = schedule[round - 15] as number;
      const late = schedule[round - 2] as number;
      word =
        (schedule[round - 16] as number) +
        (schedule[round - 7] as number) +
        (turned(early, 7) ^ turned(early, 18) ^ (early >>> 3)) +
        (turned(late, 17) ^ turned(late, 19) ^ (late >>> 10));
    }
    schedule[round] = word;
    const one =
      h +
      (turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)) +
      ((e & f) ^ (~e & g)) +
      (CONSTANTS[round] as number) +
      (schedule[round] as number);
    const two = (turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));
    h = g;
    g = f;
    f = e;
    e = (d + one) | 0;
    d = c;
    c = b;
    b = a;
    a = (one + two) | 0;
  }
  [a, b, c, d, e, f, g, h].forEach((word, place) => {
    state[place] = (state[place] as number) + word;
  });
}

/** Return the word turned right. */
function turned(word: number, bits: number): number {
  return (word >>> bits) | (word << -bits);
}
