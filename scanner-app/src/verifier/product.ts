/** The product as its holder describes it: claimed, and shown to be what the holder recorded (verdict/README.md §2.8). */
import type { AnchorClaim } from "./bundle";
import { hexOf } from "./bytes";
import { OpeningRefused, ProofNodeMissing } from "./errors";
import { facts } from "./fact";
import { classOf, identifierOf } from "./identifier";
import type { ReadLine } from "./lines";
import { isMasterData } from "./names";
import { roleAt, type Thing } from "./naming";
import type { Opened } from "./opening";
import { thingUnder } from "./sources";
import type { ProvenState } from "./state";
import { leafTexts } from "./texts";
import type { Fact, LeafTexts, Step } from "./verdict-shape";

export function productFact(
  state: ProvenState,
  thing: Thing,
  holder: number | null,
  lines: readonly ReadLine[],
  steps: readonly Step[],
): readonly [Fact, LeafTexts | null] {
  const fact = facts("product");
  const none = fact("not_checked", "no_description");
  if (holder === null) return [none, null];
  const described = fact("claimed", "described_by_holder", { organisation: holder });
  for (let place = lines.length - 1; place >= 0; place--) {
    const told = lines[place]?.happening;
    if (
      told &&
      steps[place]?.reason === "asserted" &&
      told.kind === "describe" &&
      told.organisation === holder
    ) {
      return [described, leafTexts(told.values)];
    }
  }
  let refused = false;
  for (const anchor of [...state.bundle.anchors].reverse()) {
    try {
      const opened = anchoredDescription(state, anchor, thing, holder);
      if (opened !== null) return [described, leafTexts(opened.values)];
    } catch (failure) {
      if (failure instanceof OpeningRefused) refused = true;
      else if (!(failure instanceof ProofNodeMissing)) throw failure;
    }
  }
  return [refused ? fact("refused", "description_refused") : none, null];
}

/** Return what an anchored event opens, if it is the holder's description of the thing or its class. */
function anchoredDescription(
  state: ProvenState,
  anchor: AnchorClaim,
  thing: Thing,
  holder: number,
): Opened | null {
  const opened = state.opened(anchor.commitment);
  if (opened?.kind !== "describe" || isMasterData(opened.values)) return null;
  if (opened.organisation !== anchor.organisation || anchor.organisation !== holder) return null;
  const wanted = new Set([thing.name]);
  const productClass = classOf(identifierOf(thing.id));
  if (productClass !== null) wanted.add(thingUnder(productClass, thing.prefixLength).name);
  const names = [...opened.values].some(
    ([pointer, value]) =>
      value.type === "thing" && roleAt(pointer, "describe") !== null && wanted.has(hexOf(value.key)),
  );
  if (!names) return null;
  state.verifyAnchor(anchor);
  return opened;
}
