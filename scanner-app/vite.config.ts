import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
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
      emit("dossier.html", "src/page/skeleton.html", "dossier.js", "worker.js");
      emit("scan.html", "src/scanner/scan.html", "scan.js", "quick-worker.js");
      const scanned = [
        "scan.js",
        "zh.js",
        "en.js",
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

const pinned = process.env.SUYUAN_TRUST_ROOT;

export default defineConfig({
  base: "/",
  define: { SUYUAN_TRUST_ROOT: pinned === undefined ? "null" : readFileSync(pinned, "utf8") },
  plugins: [pages()],
  // Classic workers: old web views have no module workers.
  worker: { format: "iife" },
  build: {
    target: "es2022",
    modulePreload: { polyfill: false },
    cssCodeSplit: false,
    assetsInlineLimit: 0,
    rollupOptions: {
      input: { verdict: "src/page/main.ts", dossier: "src/dossier/main.ts", scan: "src/scanner/main.ts" },
      output: {
        entryFileNames: "assets/[name]-[hash].js",
        chunkFileNames: "assets/[name]-[hash].js",
        assetFileNames: "assets/[name]-[hash][extname]",
      },
    },
  },
});
