/** What it is, who made it, and the number to compare with the item in the hand. */
import { displayOf } from "../verifier/identifier";
import { contactLinks, isRecall } from "./banner";
import { element } from "./element";
import type { Reading } from "./reading";

/** A picture whose bytes were compared with what the maker committed. */
export type Picture = { readonly url: string } | "refused" | null;

export function productOf(reading: Reading, picture: Picture): HTMLElement {
  const { words, verdict } = reading;
  const holder = reading.fact("holder");
  const organisation =
    typeof holder.args.organisation === "number" ? reading.organisation(holder.args.organisation) : null;
  const name = reading.product("name");
  const model = words.list(
    [reading.product("brand"), reading.product("model")].filter((text) => text !== null),
  );
  return element(
    "section",
    { class: "product card", id: "product" },
    pictureOf(reading, picture),
    element(
      "div",
      { class: "product-text" },
      element("h2", {}, name ?? words.say("product.unnamed")),
      model !== "" && element("p", { class: "model" }, model),
      organisation !== null &&
        element("p", { class: "maker" }, words.say("product.made_by", { organisation })),
      reading.describer !== null &&
        element(
          "p",
          { class: "said-by" },
          words.say("product.described_by", { organisation: reading.describer }),
        ),
    ),
    verdict.thing !== null && numberOf(reading, verdict.thing),
    // Where it is recalled, the banner has the contact already.
    !isRecall(reading) && contactLinks(reading),
  );
}

function pictureOf(reading: Reading, picture: Picture): HTMLElement | null {
  if (picture === null) return null;
  const { words } = reading;
  if (picture === "refused")
    return element("p", { class: "picture-refused" }, words.say("product.picture_refused"));
  return element("img", {
    class: "picture",
    src: picture.url,
    alt: words.say("product.picture"),
    width: 112,
    height: 112,
  });
}

/** The number as it is printed, in groups that a person can compare. */
function numberOf(reading: Reading, id: string): HTMLElement {
  const { words } = reading;
  const match = /\/(21|10|00|8003|8004)\/([^/]+)$/.exec(id);
  const kind =
    match?.[1] === "10" ? "product.lot" : match?.[1] === "00" ? "product.package" : "product.serial";
  const value = match?.[2] === undefined ? displayOf(id) : decodeURIComponent(match[2]);
  const isItem = match !== null || id.startsWith("hdl:");
  return element(
    "div",
    { class: "number" },
    element("p", { class: "label" }, words.say(match === null ? "product.identifier" : kind)),
    element("p", { class: "serial", translate: "no" }, ...grouped(value)),
    isItem && element("p", { class: "help" }, words.say("product.compare")),
    match !== null && element("p", { class: "code", translate: "no" }, displayOf(id)),
  );
}

function grouped(value: string): HTMLElement[] {
  const groups = /^[0-9A-Za-z]{9,}$/.test(value) ? (value.match(/.{1,4}/g) ?? []) : [value];
  return groups.map((group) => element("span", {}, group));
}
