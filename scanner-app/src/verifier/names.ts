/** Names: what members call places, parties and products, each with the member that says so (verdict/README.md §2.9). */
import { OpeningRefused, ProofNodeMissing } from "./errors";
import type { LeafValue } from "./leaf";
import { SCHEMA } from "./opening";
import type { ProvenState } from "./state";
import type { NameEntry } from "./verdict-shape";

const OURS = "https://suyuan.example/ns/";
/** Where a statement says a name, and in which language. */
const NAMES = [
  ["/attributes/urn:epcglobal:cbv:mda:name", ""],
  [`/attributes/${OURS.replaceAll("/", "~1")}nameEn`, "en"],
  ["/name/zh", "zh"],
  ["/name/en", "en"],
] as const;

/** Return whether a statement is master data, not a product description. */
export function isMasterData(values: ReadonlyMap<string, LeafValue>): boolean {
  return textOf(values.get(SCHEMA)) === `${OURS}master-data`;
}

/** Return the names that anchored statements say, each once, in the order of the bundle's anchors. */
export function namesShown(state: ProvenState): readonly NameEntry[] {
  const found = new Map<string, NameEntry>();
  for (const anchor of state.bundle.anchors) {
    try {
      const opened = state.opened(anchor.commitment);
      if (opened?.kind !== "describe" || opened.organisation !== anchor.organisation) continue;
      const id = textOf(opened.values.get("/subject"));
      const texts = NAMES.flatMap(([pointer, language]) => {
        const value = opened.values.get(pointer);
        return value?.type === "string" && value.text !== "" ? [[language, value.text] as const] : [];
      });
      if (id === null || texts.length === 0) continue;
      state.verifyAnchor(anchor);
      const { organisation } = anchor;
      const key = `${organisation} ${id}`;
      if (!found.has(key)) found.set(key, { id, organisation, status: "claimed", texts });
    } catch (failure) {
      if (!(failure instanceof OpeningRefused || failure instanceof ProofNodeMissing)) throw failure;
    }
  }
  return [...found.values()];
}

function textOf(value: LeafValue | undefined): string | null {
  if (value?.type === "thing") return value.id;
  return value?.type === "string" ? value.text : null;
}
