import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { defineConfig, type Plugin } from "vite";

/** Write manifest.json and the pages: skeletons with the addresses of their assets, marks left for the server. */
function pages(): Plugin {
  return {
    name: "suyuan-pages",
    apply: "build",
    // The style sheet is emitted by a plugin of Vite that comes late.
    enforce: "post",
    generateBundle(_, bundle) {
      const files = Object.values(bundle);
      const addresses: Record<string, string> = {};
      for (const file of files) {
        const name = file.fileName.replace(/^assets\//, "").replace(/-[\w-]{8}\./, ".");
        addresses[name] = file.fileName;
      }
      const address = (name: string): string => {
        const found = addresses[name];
        if (found === undefined)
          throw new Error(`the build made no ${name}, only ${Object.keys(addresses).join(" ")}`);
        return `/${found}`;
      };
      const imported = (entry: string): string[] => {
        const chunk = bundle[address(entry).slice(1)];
        return chunk?.type === "chunk" ? chunk.imports.map((name) => `/${name}`) : [];
      };
      const emit = (page: string, source: string, entry: string, worker: string): void => {
        const head = [
          `<link rel="stylesheet" href="${address("style.css")}" />`,
          `<link rel="preload" as="script" href="${address(worker)}" />`,
          `<script type="module" src="${address(entry)}"></script>`,
          // What a module imports would be found one round trip later.
          ...imported(entry).map((name) => `<link rel="modulepreload" href="${name}" />`),
        ].join("\n    ");
        const html = readFileSync(source, "utf8")
          .replace(/\s*<script type="module"[^>]*><\/script>/, "")
          .replace("</head>", `  ${head}\n  </head>`);
        this.emitFile({ type: "asset", fileName: `pages/${page}`, source: html });
      };
      emit("verdict.html", "src/page/skeleton.html", "verdict.js", "worker.js");
      emit("dossier.html", "src/page/skeleton.html", "dossier.js", "bank-worker.js");
      emit("scan.html", "src/scanner/scan.html", "scan.js", "quick-worker.js");
      const scanned = [
        "scan.js",
        "zh_page_scan.js",
        "en_page_scan.js",
        "style.css",
        "quick-worker.js",
        "thorough-worker.js",
        "zxing_reader.wasm",
      ];
      const precached = ["/scan", "/assets/icon.svg", ...scanned.map(address), ...imported("scan.js")];
      const worker = readFileSync("src/scanner/service-worker.js", "utf8")
        .replaceAll("PRECACHED", JSON.stringify([...new Set(precached)]))
        .replaceAll(
          "VERSION",
          JSON.stringify(createHash("sha256").update(precached.join()).digest("hex").slice(0, 12)),
        );
      this.emitFile({ type: "asset", fileName: "pages/sw.js", source: worker });
      for (const language of ["zh", "en"]) {
        const source = readFileSync(`src/messages/${language}.json`, "utf8");
        this.emitFile({ type: "asset", fileName: `messages/${language}.json`, source });
      }
      this.emitFile({ type: "asset", fileName: "manifest.json", source: JSON.stringify(addresses, null, 1) });
    },
  };
}

/** Texts that only one page says, by the first part of their keys. */
const ONLY: Readonly<Record<string, readonly string[]>> = {
  verdict: ["scan", "bank", "offline"],
  offline: ["scan", "report", "failure", "checking"],
  dossier: [
    "scan",
    "offline",
    "report",
    "step",
    "kind",
    "set",
    "role",
    "advice",
    "parts",
    "why",
    "rests",
    "attestations",
    "attestation",
    "name",
    "alias",
  ],
};

/** Cut a catalogue down to what one page says. */
export function pageTexts(): Plugin {
  return {
    name: "suyuan-page-texts",
    enforce: "pre",
    async resolveId(source, importer) {
      const [file, page] = source.split("?page=");
      if (page === undefined || file === undefined) return null;
      const found = await this.resolve(file, importer);
      return found === null ? null : `\0${found.id.replace(/\.json$/, "")}?page=${page}`;
    },
    load(id) {
      const [file, page] = id.slice(1).split("?page=");
      if (!id.startsWith("\0") || page === undefined) return null;
      const texts = Object.entries(
        JSON.parse(readFileSync(`${file}.json`, "utf8")) as Record<string, string>,
      );
      const kept = texts.filter(([key]) => {
        const part = key.split(".")[0] ?? "";
        return page === "scan" ? part === "scan" : !ONLY[page]?.includes(part);
      });
      return `export default ${JSON.stringify(Object.fromEntries(kept))};`;
    },
  };
}

const pinned = process.env.SUYUAN_TRUST_ROOT;

/** The trust root that the build pins, as JSON text. */
export const TRUST_ROOT = pinned === undefined ? "null" : readFileSync(pinned, "utf8");

/** A name for this build that follows from its sources alone. */
const BUILD = readdirSync("src", { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => `${entry.parentPath}/${entry.name}`)
  .sort()
  .reduce((hash, path) => hash.update(path).update(readFileSync(path)), createHash("sha256"))
  .digest("hex")
  .slice(0, 12);

export default defineConfig({
  base: "/",
  define: { SUYUAN_TRUST_ROOT: TRUST_ROOT, SUYUAN_BUILD: JSON.stringify(BUILD) },
  plugins: [pageTexts(), pages()],
  // Classic workers: old web views have no module workers.
  worker: { format: "iife" },
  build: {
    // Web views of messengers on phones of five years ago.
    target: "chrome98",
    modulePreload: { polyfill: false },
    cssCodeSplit: false,
    assetsInlineLimit: 0,
    rollupOptions: {
      input: { verdict: "src/page/main.ts", dossier: "src/bank/main.ts", scan: "src/scanner/main.ts" },
      output: {
        entryFileNames: "assets/[name]-[hash].js",
        chunkFileNames: "assets/[name]-[hash].js",
        assetFileNames: "assets/[name]-[hash][extname]",
      },
    },
  },
});
