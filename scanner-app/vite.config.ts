import { readFileSync } from "node:fs";
import { defineConfig, type Plugin } from "vite";

/** Write manifest.json and the pages: skeletons with the addresses of their assets, marks left for the server. */
function pages(): Plugin {
  return {
    name: "suyuan-pages",
    apply: "build",
    generateBundle(_, bundle) {
      const files = Object.values(bundle);
      const addresses: Record<string, string> = {};
      for (const file of files) {
        const name = file.fileName.replace(/^assets\//, "").replace(/-[\w-]{8}\./, ".");
        addresses[name] = file.fileName;
      }
      const address = (name: string): string => {
        const found = addresses[name];
        if (found === undefined) throw new Error(`the build made no ${name}, only ${Object.keys(addresses).join(" ")}`);
        return `/${found}`;
      };
      const emit = (page: string, source: string, entry: string, worker: string): void => {
        const head = [
          `<link rel="stylesheet" href="${address("main.css")}" />`,
          `<link rel="preload" as="script" href="${address(worker)}" />`,
          `<script type="module" src="${address(entry)}"></script>`,
        ].join("\n    ");
        const html = readFileSync(source, "utf8")
          .replace(/\s*<script type="module"[^>]*><\/script>/, "")
          .replace("</head>", `  ${head}\n  </head>`);
        this.emitFile({ type: "asset", fileName: `pages/${page}`, source: html });
      };
      emit("verdict.html", "src/page/skeleton.html", "verdict.js", "worker.js");
      emit("dossier.html", "src/page/skeleton.html", "dossier.js", "worker.js");
      emit("scan.html", "src/scanner/scan.html", "scan.js", "decoder.js");
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
    target: ["chrome94", "safari15.4", "firefox100"],
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
