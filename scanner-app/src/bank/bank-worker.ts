/** The worker of the dossier page: the whole file in, the verdict on each asset out. */
import { dossierVerdictOf } from "./bank";
import type { CheckedDossier } from "./bank-shape";

export interface DossierQuestion {
  readonly dossier: string;
  readonly trustRoot: unknown;
  readonly now: number;
}

export type DossierAnswer = { readonly checked: CheckedDossier } | { readonly failed: string };

self.onmessage = ({ data }: MessageEvent<DossierQuestion>) => {
  let answer: DossierAnswer;
  try {
    answer = { checked: dossierVerdictOf(data.dossier, JSON.stringify(data.trustRoot ?? null), data.now) };
  } catch (failure) {
    answer = { failed: String(failure) };
  }
  self.postMessage(answer);
};
