/** The phone's verifier at the end of a pipe: one question a line in, one verdict a line out. */
import { createInterface } from "node:readline";
import { verdictOf } from "../../scanner-app/src/verifier/consumer";
import { canonicalJson, type Json } from "../../scanner-app/src/verifier/json";

for await (const line of createInterface({ input: process.stdin })) {
  const { bundle, trustRoot, now, asked } = JSON.parse(line);
  const { verdict } = verdictOf(bundle, trustRoot, now, asked);
  process.stdout.write(`${canonicalJson(verdict as unknown as Json)}\n`);
}
