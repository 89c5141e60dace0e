/** The verifier's worker: one question in, one answer out. */
import { hexOf } from "./bytes";
import { verdictOf } from "./consumer";
import { BundleRefused } from "./errors";
import type { Answer, Question } from "./protocol";
import { sha } from "./sha-256";
import { trustRootOf } from "./trust-root";

function answerTo(question: Question): Answer {
  if (question.ask === "sha256")
    return { answer: "sha256", digest: hexOf(sha(new Uint8Array(question.bytes))) };
  const { bundle, now, asked } = question;
  const trustRoot = JSON.stringify(question.trustRoot ?? null);
  const start = performance.now();
  const { verdict, notice } = verdictOf(bundle, trustRoot, now, asked);
  const milliseconds = performance.now() - start;
  return {
    answer: "verdict",
    checked: { verdict, notice, fingerprint: fingerprintOf(trustRoot), milliseconds },
  };
}

function fingerprintOf(trustRoot: string): string {
  try {
    return trustRootOf(trustRoot).fingerprint;
  } catch (failure) {
    if (failure instanceof BundleRefused) return "";
    throw failure;
  }
}

self.onmessage = ({ data }: MessageEvent<Question>) => {
  let answer: Answer;
  try {
    answer = answerTo(data);
  } catch (failure) {
    answer = { answer: "failed", why: String(failure) };
  }
  self.postMessage(answer);
};
