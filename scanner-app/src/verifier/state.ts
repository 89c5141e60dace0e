/** Proven state: what a bundle's header and trie nodes show about the contracts' storage (docs/formats.md §5 and §7). */
import type { AnchorClaim, Bundle, ThingClaim } from "./bundle";
import { bytesOf, equalBytes, hexOf, isZero, numberOf } from "./bytes";
import { BundleRefused, HeaderRefused, OpeningRefused, SealsRefused } from "./errors";
import { linesOf, replayed } from "./head";
import { type BlockHeader, headerOf } from "./header";
import { type Halves, halvesOf, identifierOf } from "./identifier";
import { prefixKey, thingKey } from "./keys";
import { leafHash, type Opened, openedOf, rootByPath } from "./opening";
import { ValidatorVotes, verifySeals } from "./qbft";
import {
  type AttestationRecord,
  attestationRecordOf,
  type Grant,
  grantOf,
  type OrganisationRecord,
  organisationRecordOf,
  type StateRecord,
  slots,
  stateRecordOf,
} from "./slots";
import { TrieNodes } from "./trie";
import type { TrustRoot } from "./trust-root";

export type ConsensusReason = "quorum_sealed" | "development_chain" | "clique_depth" | "trust_root_expired";

/** The network of a bundle is not the one of the root of trust. */
export class NetworkDiffers extends BundleRefused {}

export class ProvenState {
  readonly header: BlockHeader;
  readonly consensus: ConsensusReason;
  readonly #nodes: TrieNodes;
  readonly #roots = new Map<string, Uint8Array>();

  /** Check network, header and consensus; `now` is held against the expiry of the pins. */
  constructor(
    readonly bundle: Bundle,
    trustRoot: TrustRoot,
    now: number,
  ) {
    const { network } = trustRoot;
    const given = bundle.network;
    if (
      given.chainId !== network.chainId ||
      given.genesis !== network.genesis ||
      given.directory !== network.directory ||
      given.consensus !== network.consensus
    ) {
      throw new NetworkDiffers("network-differs");
    }
    this.header = headerOf(bundle.header, network.consensus);
    this.consensus = consensusOf(bundle, this.header, trustRoot, now);
    this.#nodes = new TrieNodes(bundle.nodes);
  }

  grant(scheme: string, prefix: string): Grant | null {
    return grantOf(this.slot("prefixes", slots.grant(prefixKey(scheme, prefix))));
  }

  partnerMask(scheme: string, prefix: string, organisation: number): number {
    return numberOf(this.slot("prefixes", slots.partner(prefixKey(scheme, prefix), organisation)).slice(28));
  }

  head(key: Uint8Array): Uint8Array {
    return this.slot("ledger", slots.head(key));
  }

  state(key: Uint8Array): StateRecord {
    return stateRecordOf(this.slot("ledger", slots.state(key)));
  }

  organisation(number: number): OrganisationRecord | null {
    return organisationRecordOf(this.slot("members", slots.organisationRecord(number)));
  }

  profileHash(number: number): Uint8Array {
    return this.slot("members", slots.organisationProfile(number));
  }

  attestation(id: Uint8Array): AttestationRecord | null {
    return attestationRecordOf(this.slot("attestations", slots.attestation(id)));
  }

  /** Return what the bundle opens of a commitment, `null` where it opens nothing. */
  opened(commitment: Uint8Array): Opened | null {
    const opening = this.bundle.events.get(hexOf(commitment));
    return opening === undefined ? null : openedOf(commitment, opening);
  }

  /** Verify that an event is in the anchored batch that is claimed for it. */
  verifyAnchor(claim: AnchorClaim): void {
    const root = this.slot("ledger", slots.anchor(claim.organisation, claim.stream, claim.number));
    if (isZero(root)) throw new OpeningRefused("batch-not-anchored");
    const shown = rootByPath(leafHash(claim.commitment), claim.index, claim.size, claim.path);
    if (!equalBytes(root, shown)) throw new OpeningRefused("path-disagrees");
  }

  /** Return a storage slot of the contract of a name; every address is read from the directory. */
  slot(contract: string, slot: Uint8Array): Uint8Array {
    const { directory } = this.bundle.network;
    const entry = this.#word(directory, slots.directoryEntry(contract));
    if (isZero(entry)) throw new BundleRefused("contract-unknown", contract);
    return this.#word(hexOf(entry.slice(0, 20)), slot);
  }

  #word(address: string, slot: Uint8Array): Uint8Array {
    let root = this.#roots.get(address);
    if (root === undefined) {
      const account = this.#nodes.account(this.header.stateRoot, bytesOf(address));
      if (account === null) throw new BundleRefused("contract-absent", address);
      root = account.storageRoot;
      this.#roots.set(address, root);
    }
    return this.#nodes.slot(root, slot);
  }
}

/** Return prefix and rest of a thing under the prefix that is claimed for it. */
export function halvesOfClaim(claim: ThingClaim): Halves {
  const halves = halvesOf(identifierOf(claim.id), [...claim.prefix].length);
  if (halves.prefix !== claim.prefix) throw new BundleRefused("prefix-disagrees", claim.id);
  return halves;
}

export function keyOfClaim(claim: ThingClaim): Uint8Array {
  return thingKey(halvesOfClaim(claim));
}

/** Return whether the lines of a claim give a head, and the head before them counts those that are left out. */
export function leadsTo(claim: ThingClaim, head: Uint8Array): boolean {
  if (linesOf(claim.before) !== claim.from) return false;
  if (claim.from === 0 && !isZero(claim.before)) return false;
  return equalBytes(replayed(claim.before, claim.lines), head);
}

function consensusOf(bundle: Bundle, header: BlockHeader, root: TrustRoot, now: number): ConsensusReason {
  if (root.network.consensus === "none") return "development_chain";
  if (root.network.consensus === "clique") return "clique_depth";
  verifySeals(header, validatorsAt(bundle, header, root));
  return Math.max(header.time, now) > root.expires ? "trust_root_expired" : "quorum_sealed";
}

/** Return the validators in force, from the pinned ones through the changes that the bundle shows. */
function validatorsAt(bundle: Bundle, header: BlockHeader, root: TrustRoot): readonly string[] {
  let { validators } = root;
  let last = 0;
  for (const run of bundle.changes) {
    const votes = new ValidatorVotes(validators, root.epochLength);
    const headers = run.map((bytes) => headerOf(bytes, "qbft"));
    const [first, final] = [headers[0], headers[headers.length - 1]];
    if (first === undefined || final === undefined) throw new HeaderRefused("run-empty");
    if (first.number <= last || final.number >= header.number) throw new SealsRefused("run-out-of-order");
    last = final.number;
    votes.follow(headers);
    validators = votes.validators;
  }
  return validators;
}
