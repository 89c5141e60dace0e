/** Roots of trust: the few values that a checker takes on faith, pinned in its build (docs/formats.md §7). */

import { type NetworkClaim, networkOf } from "./bundle";
import { hexOf, utf8Bytes } from "./bytes";
import { BundleRefused } from "./errors";
import { canonicalJson } from "./json";
import { sha } from "./sha-256";
import { Fields, octets, parsedStrictly, verifyDistinct, WHOLE } from "./strict-json";

export interface TrustRoot {
  readonly network: NetworkClaim;
  /** Addresses of the validators in force when it was pinned. */
  readonly validators: readonly string[];
  /** Until when the validators are taken on faith, seconds since 1970. */
  readonly expires: number;
  /** After how many blocks the network forgets votes. */
  readonly epochLength: number;
  /** Half of the SHA-256 of its canonical text, in groups to be compared by eye. */
  readonly fingerprint: string;
}

const LONGEST = 65536;
const VALIDATORS_MOST = 256;
const PINNED = ["chainId", "genesis", "directory", "consensus"];

/** Return the root of trust that a JSON text says. */
export function trustRootOf(text: string): TrustRoot {
  const fields = new Fields(parsedStrictly(text, LONGEST), [
    ...PINNED,
    "validators",
    "expires",
    "epochLength",
  ]);
  const network = networkOf(new Map(PINNED.map((name) => [name, fields.raw(name)])));
  const validators = fields.items("validators", VALIDATORS_MOST, (validator) =>
    hexOf(octets(validator, 20, 20)),
  );
  const expires = fields.integer("expires", WHOLE);
  const epochLength = fields.integer("epochLength", WHOLE);
  verifyDistinct(validators);
  const pinsValidators = network.consensus === "qbft";
  if (pinsValidators !== validators.length > 0 || pinsValidators !== expires > 0 || epochLength < 1) {
    throw new BundleRefused("trust-root-inconsistent");
  }
  const digest = hexOf(sha(utf8Bytes(canonicalJson({ ...network, validators, expires, epochLength }))));
  const fingerprint = (digest.slice(2, 34).match(/.{4}/g) ?? []).join(" ");
  return { network, validators, expires, epochLength, fingerprint };
}
