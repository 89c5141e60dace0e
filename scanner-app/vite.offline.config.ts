import { readFileSync } from "node:fs";
import { defineConfig, type Plugin } from "vite";
import { pageTexts, TRUST_ROOT } from "./vite.config.ts";

/** Put script and style into one HTML file. */
function singleFile(): Plugin {
  return {
    name: "suyuan-single-file",
    enforce: "post",
    generateBundle(_, bundle) {
      let [script, style] = ["", ""];
      for (const file of Object.values(bundle)) {
        if (file.type === "chunk") script += file.code;
        else if (file.fileName.endsWith(".css")) style += String(file.source);
        delete bundle[file.fileName];
      }
      const html = readFileSync("src/offline/offline.html", "utf8")
        .replace("<style></style>", () => `<style>${style}</style>`)
        .replace(
          "<script></script>",
          () => `<script>${script.replaceAll("</script", "<\\/script")}</script>`,
        );
      this.emitFile({ type: "asset", fileName: "assets/offline.html", source: html });
    },
  };
}

/** The offline check, built after the pages into the same folder. */
export default defineConfig({
  define: { SUYUAN_TRUST_ROOT: TRUST_ROOT, SUYUAN_BUILD: '""' },
  publicDir: false,
  plugins: [pageTexts(), singleFile()],
  build: {
    target: "chrome98",
    emptyOutDir: false,
    cssCodeSplit: false,
    rollupOptions: { input: "src/offline/main.ts", output: { format: "iife" } },
  },
});
