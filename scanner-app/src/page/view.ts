/** The whole verdict page from one checked verdict. */

import type { RecallNotice } from "../verifier/notice";
import { aliasesOf } from "./aliases";
import { bannerOf, isRefused } from "./banner";
import { attestationsOf, dependenciesOf } from "./dependencies";
import { type Child, element } from "./element";
import { factsOf } from "./facts";
import { type Picture, productOf } from "./product";
import type { Reading } from "./reading";
import { storyOf } from "./story";

export interface Shown {
  readonly reading: Reading;
  readonly notice: RecallNotice | null;
  readonly picture: Picture;
  readonly proof: HTMLElement;
  /** The form to report a problem, `null` where there is nobody to send it to. */
  readonly report: HTMLElement | null;
}

export function verdictView({ reading, notice, picture, proof, report }: Shown): HTMLElement[] {
  // A refused record makes every other line of it worthless: one message, and where to report it.
  if (isRefused(reading)) return [bannerOf(reading, notice), ...(report === null ? [] : [report]), proof];
  return [
    bannerOf(reading, notice),
    columnOf(productOf(reading, picture), aliasesOf(reading), factsOf(reading), attestationsOf(reading)),
    columnOf(storyOf(reading), dependenciesOf(reading), report, proof),
  ];
}

function columnOf(...parts: readonly Child[]): HTMLElement {
  return element("div", { class: "column" }, ...parts);
}
