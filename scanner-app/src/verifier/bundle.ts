/** Proof bundles as they are handed over: read, but not checked (docs/formats.md §7). */
import { hexOf } from "./bytes";
import { BundleRefused } from "./errors";
import type { Line } from "./head";
import { type ConsensusKind, SIZE_MOST as HEADER_MOST } from "./header";
import type { Opening } from "./opening";
import { LEAVES_LIMIT } from "./shape";
import { Fields, integer, items, octets, parsedStrictly, verifyDistinct, WHOLE } from "./strict-json";

export interface NetworkClaim {
  readonly chainId: number;
  readonly genesis: string;
  /** Address of the directory. */
  readonly directory: string;
  readonly consensus: ConsensusKind;
}

export interface ThingClaim {
  readonly id: string;
  readonly prefix: string;
  /** How many lines before the shown ones are left out. */
  readonly from: number;
  /** Head after the lines that are left out. */
  readonly before: Uint8Array;
  readonly lines: readonly Line[];
}

export interface OrganisationClaim {
  readonly number: number;
  readonly profile: string;
}

export interface AttestationClaim {
  readonly schema: string;
  readonly subject: string;
  readonly organisation: number;
  readonly opening: Opening;
  readonly commitment: Uint8Array;
}

export interface AnchorClaim {
  readonly organisation: number;
  readonly stream: number;
  readonly number: number;
  readonly size: number;
  readonly index: number;
  readonly path: readonly Uint8Array[];
  readonly commitment: Uint8Array;
}

export interface Bundle {
  readonly network: NetworkClaim;
  readonly questionId: string;
  readonly header: Uint8Array;
  readonly nodes: readonly Uint8Array[];
  readonly things: readonly ThingClaim[];
  /** Openings by commitment in hexadecimal. */
  readonly events: ReadonlyMap<string, Opening>;
  readonly organisations: readonly OrganisationClaim[];
  readonly attestations: readonly AttestationClaim[];
  readonly anchors: readonly AnchorClaim[];
  /** Runs of headers that bring validators in and out, from the pinned set to the one in force. */
  readonly changes: readonly (readonly Uint8Array[])[];
}

const LONGEST = 16 * 1024 * 1024;
const MANY = 65536;
const SOME = 4096;
const IDENTIFIER = 2048;
const DOCUMENT = 65536;
const NODE = 1024;
const NUMBER32 = 2 ** 32 - 1;

export function bundleOf(text: string): Bundle {
  const names =
    "format network question header nodes things events organisations attestations liens anchors".split(" ");
  const fields = new Fields(parsedStrictly(text, LONGEST), names, ["changes"]);
  if (fields.raw("format") !== "suyuan-bundle/1") throw new BundleRefused("format-unknown");
  const question = new Fields(fields.raw("question"), ["kind", "id"]);
  const kind = question.raw("kind");
  if (kind !== "thing" && kind !== "dossier") throw new BundleRefused("question-unknown");
  const bundle: Bundle = {
    network: networkOf(fields.raw("network")),
    questionId: question.text("id", IDENTIFIER),
    header: octets(fields.raw("header"), 1, HEADER_MOST),
    nodes: fields.items("nodes", MANY, (node) => octets(node, 1, NODE)),
    things: fields.items("things", MANY, thingOf),
    events: eventsOf(fields.raw("events")),
    organisations: fields.items("organisations", SOME, organisationOf),
    attestations: fields.items("attestations", SOME, attestationOf),
    anchors: fields.items("anchors", MANY, anchorOf),
    changes: fields.items("changes", 256, (run) =>
      items(run, SOME, (header) => octets(header, 1, HEADER_MOST)),
    ),
  };
  const liens = fields.items("liens", SOME, (lien) => hexOf(new Fields(lien, ["id"]).octets("id", 32)));
  verifyDistinct(liens);
  verifyDistinct(bundle.nodes.map(hexOf));
  verifyDistinct(bundle.things.map((thing) => thing.id));
  verifyDistinct(bundle.organisations.map((organisation) => organisation.number));
  return bundle;
}

export function networkOf(value: unknown): NetworkClaim {
  const fields = new Fields(value, ["chainId", "genesis", "directory", "consensus"]);
  const consensus = fields.raw("consensus");
  if (consensus !== "none" && consensus !== "clique" && consensus !== "qbft")
    throw new BundleRefused("consensus-unknown");
  return {
    chainId: fields.integer("chainId", WHOLE),
    genesis: hexOf(fields.octets("genesis", 32)),
    directory: hexOf(fields.octets("directory", 20)),
    consensus,
  };
}

function thingOf(value: unknown): ThingClaim {
  const fields = new Fields(value, ["id", "prefix", "from", "before", "lines"]);
  return {
    id: fields.text("id", IDENTIFIER),
    prefix: fields.text("prefix", IDENTIFIER),
    from: fields.integer("from", NUMBER32),
    before: fields.octets("before", 32),
    lines: fields.items("lines", MANY, lineOf),
  };
}

function lineOf(value: unknown): Line {
  const [commitment, meta] = items(value, 2, (word) => octets(word, 32, 32));
  if (commitment === undefined || meta === undefined) throw new BundleRefused("line-malformed");
  return { commitment, meta };
}

function eventsOf(value: unknown): ReadonlyMap<string, Opening> {
  if (!(value instanceof Map) || value.size > MANY) throw new BundleRefused("events-malformed");
  const events = new Map<string, Opening>();
  for (const [commitment, opening] of value as ReadonlyMap<string, unknown>) {
    events.set(hexOf(octets(commitment, 32, 32)), openingOf(opening));
  }
  return events;
}

/** Return the opening that a parsed JSON value says. */
export function openingOf(value: unknown): Opening {
  const fields = new Fields(value, ["size", "leaves", "hashes"]);
  const opening: Opening = {
    size: fields.integer("size", LEAVES_LIMIT),
    leaves: fields.items("leaves", LEAVES_LIMIT, openedLeafOf),
    hashes: fields.items("hashes", LEAVES_LIMIT, (hash) => octets(hash, 32, 32)),
  };
  if (opening.size < 3 || opening.leaves[0]?.[0] !== 0) throw new BundleRefused("opening-malformed");
  opening.leaves.forEach(([index], place) => {
    const before = place === 0 ? -1 : (opening.leaves[place - 1]?.[0] ?? 0);
    if (index <= before || index >= opening.size) throw new BundleRefused("opening-malformed", String(index));
  });
  return opening;
}

function openedLeafOf(value: unknown): readonly [number, Uint8Array] {
  if (!Array.isArray(value) || value.length !== 2) throw new BundleRefused("leaf-malformed");
  return [integer(value[0], LEAVES_LIMIT), octets(value[1], 0, LONGEST)];
}

function organisationOf(value: unknown): OrganisationClaim {
  const fields = new Fields(value, ["number", "profile"]);
  return { number: fields.integer("number", NUMBER32), profile: fields.text("profile", DOCUMENT) };
}

function attestationOf(value: unknown): AttestationClaim {
  const fields = new Fields(value, ["schema", "subject", "organisation", "opening", "commitment"]);
  return {
    schema: fields.text("schema", DOCUMENT),
    subject: fields.text("subject", IDENTIFIER),
    organisation: fields.integer("organisation", NUMBER32),
    opening: openingOf(fields.raw("opening")),
    commitment: fields.octets("commitment", 32),
  };
}

function anchorOf(value: unknown): AnchorClaim {
  const fields = new Fields(value, [
    "organisation",
    "stream",
    "number",
    "size",
    "index",
    "path",
    "commitment",
  ]);
  return {
    organisation: fields.integer("organisation", NUMBER32),
    stream: fields.integer("stream", NUMBER32),
    number: fields.integer("number", WHOLE),
    size: fields.integer("size", NUMBER32),
    index: fields.integer("index", NUMBER32),
    path: fields.items("path", 32, (hash) => octets(hash, 32, 32)),
    commitment: fields.octets("commitment", 32),
  };
}
