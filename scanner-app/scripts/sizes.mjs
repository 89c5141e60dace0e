/** Print the weight of each page, gzipped, against its budget; exit 1 where one is exceeded. */
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

const DIST = new URL("../dist/", import.meta.url);
const manifest = JSON.parse(readFileSync(new URL("manifest.json", DIST), "utf8"));

const size = (path) => gzipSync(readFileSync(new URL(path, DIST)), { level: 9 }).length;
const asset = (name) => size(manifest[name]);
const largest = (...names) => Math.max(...names.map(asset));

/** Scripts that a page loads: its entry, what it preloads, the larger of the two catalogues. */
function scripts(page, kind, worker) {
  const html = readFileSync(new URL(`pages/${page}.html`, DIST), "utf8");
  const modules = [...html.matchAll(/(?:src|href)="\/(assets\/[^"]+\.js)"/g)].map(([, path]) => path);
  const own = [...new Set(modules)].filter((path) => path !== manifest[worker]);
  return own.reduce((sum, path) => sum + size(path), 0) + largest(`zh_page_${kind}.js`, `en_page_${kind}.js`);
}

const style = asset("style.css");
const verifier = asset("worker.js");
const verdict = size("pages/verdict.html") + style + scripts("verdict", "verdict", "worker.js") + verifier;
const dossier =
  size("pages/dossier.html") +
  style +
  scripts("dossier", "dossier", "bank-worker.js") +
  asset("bank-worker.js");
const decoders = asset("quick-worker.js") + asset("thorough-worker.js");
const scan = scripts("scan", "scan", "quick-worker.js");

const rows = [
  ["verifier (worker)", verifier, 20],
  ["verdict page, all of it", verdict, 45],
  ["dossier page, all of it", dossier, 60],
  ["scanner: page scripts", scan, 30],
  ["scanner: decoders, JS", decoders, 30],
  ["scanner: wasm, lazy", asset("zxing_reader.wasm"), 430],
];
let exceeded = false;
for (const [name, bytes, budget] of rows) {
  const over = bytes > budget * 1024;
  exceeded ||= over;
  console.log(
    `${name.padEnd(26)} ${(bytes / 1024).toFixed(1).padStart(7)} KB gz   budget ${String(budget).padStart(3)} KB${over ? "   EXCEEDED" : ""}`,
  );
}
process.exitCode = exceeded ? 1 : 0;
