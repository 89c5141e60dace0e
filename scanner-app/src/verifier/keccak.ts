/**
 * Keccak-256 as Ethereum has it: the sponge of FIPS 202, padded as in the contest's submission (0x01, not 0x06).
 *
 * A lane of 64 bits is two words of 32, low then high: word `w` is of lane `w / 2`, its other half is `w ^ 1`.
 */
const RATE = 136;
const ROUNDS = 24;

/** The lanes, by their first words, that the walk of ρ and π visits from (1, 0) on (FIPS 202 §3.2.3). */
const WALK = new Uint8Array(ROUNDS);
/** By how many bits it turns what it carries there (§3.2.2). */
const TURNS = new Uint8Array(ROUNDS);

/** What ι adds in each round, low and high words (§3.2.5). */
const CONSTANTS = new Int32Array(2 * ROUNDS);

for (let round = 0, x = 1, y = 0, register = 1; round < ROUNDS; round++) {
  [x, y] = [y, (2 * x + 3 * y) % 5];
  WALK[round] = 10 * y + 2 * x;
  TURNS[round] = (((round + 1) * (round + 2)) / 2) % 64;
  for (let bit = 0; bit < 7; bit++) {
    // Bit 2^j - 1 is what the shift register x^8 + x^6 + x^5 + x^4 + 1 gives next; 63 stands in the high word.
    const word = 2 * round + (bit < 6 ? 0 : 1);
    if (register & 1) CONSTANTS[word] = (CONSTANTS[word] as number) ^ (1 << (2 ** bit - 1));
    register = (register << 1) ^ ((register >> 7) * 0x171);
  }
}

const parities = new Int32Array(10);
const turned = new Int32Array(50);

/** Return the Keccak-256 hash. */
export function keccak(bytes: Uint8Array): Uint8Array {
  const padded = new Uint8Array(bytes.length + RATE - (bytes.length % RATE));
  padded.set(bytes);
  padded[bytes.length] = 1;
  padded[padded.length - 1] = (padded[padded.length - 1] as number) | 0x80;
  const view = new DataView(padded.buffer);
  const state = new Int32Array(50);
  for (let start = 0; start < padded.length; start += RATE) {
    for (let word = 0; word < RATE / 4; word++) {
      state[word] = (state[word] as number) ^ view.getInt32(start + 4 * word, true);
    }
    permute(state);
  }
  const hash = new DataView(new ArrayBuffer(32));
  for (let word = 0; word < 8; word++) hash.setInt32(4 * word, state[word] as number, true);
  return new Uint8Array(hash.buffer);
}

/** Apply the 24 rounds of Keccak-f[1600] in place. */
function permute(state: Int32Array): void {
  for (let round = 0; round < ROUNDS; round++) {
    // θ
    for (let word = 0; word < 10; word++) {
      parities[word] =
        (state[word] as number) ^
        (state[word + 10] as number) ^
        (state[word + 20] as number) ^
        (state[word + 30] as number) ^
        (state[word + 40] as number);
    }
    for (let word = 0; word < 10; word++) {
      const next = word < 8 ? word + 2 : word - 8;
      const change =
        (parities[word < 2 ? word + 8 : word - 2] as number) ^
        turnedWord(parities[next] as number, parities[next ^ 1] as number, 1);
      for (let place = word; place < 50; place += 10) state[place] = (state[place] as number) ^ change;
    }
    // ρ and π
    turned[0] = state[0] as number;
    turned[1] = state[1] as number;
    for (let step = 0, from = 2; step < ROUNDS; step++) {
      const to = WALK[step] as number;
      const turn = TURNS[step] as number;
      const low = state[from] as number;
      const high = state[from + 1] as number;
      turned[to] = turnedWord(low, high, turn);
      turned[to + 1] = turnedWord(high, low, turn);
      from = to;
    }
    // χ
    for (let row = 0; row < 50; row += 10) {
      for (let word = 0; word < 10; word++) {
        state[row + word] =
          (turned[row + word] as number) ^
          (~(turned[row + (word < 8 ? word + 2 : word - 8)] as number) &
            (turned[row + (word < 6 ? word + 4 : word - 6)] as number));
      }
    }
    // ι
    state[0] = (state[0] as number) ^ (CONSTANTS[2 * round] as number);
    state[1] = (state[1] as number) ^ (CONSTANTS[2 * round + 1] as number);
  }
}

/** Return one word of a lane turned left by 1 to 63 bits but 32; JavaScript shifts by the count modulo 32. */
function turnedWord(one: number, other: number, turn: number): number {
  return turn < 32 ? (one << turn) | (other >>> -turn) : (other << turn) | (one >>> -turn);
}
