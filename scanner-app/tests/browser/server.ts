/** A small server for browser tests: the built app, and bundles of the vectors under the paths of a real one. */
import { existsSync, readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";

const DIST = join(fileURLToPath(import.meta.url), "..", "..", "..", "dist");
const TYPES: Readonly<Record<string, string>> = {
  ".js": "text/javascript",
  ".css": "text/css",
  ".html": "text/html; charset=utf-8",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
  ".json": "application/json",
};

export interface ServedPage {
  readonly page: "verdict" | "dossier";
  readonly lang: string;
  readonly title: string;
  readonly body: string;
  readonly id: string;
  readonly display: string;
  /** What the data address answers. */
  readonly data: string;
  readonly trustRoot: unknown;
  readonly status?: number;
}

export class TestServer {
  readonly pages = new Map<string, ServedPage>();
  readonly files = new Map<string, { type: string; body: Buffer }>();
  readonly reports: string[] = [];
  readonly #server: Server;

  constructor() {
    this.#server = createServer((request, answer) => this.#answer(request, answer));
  }

  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, "127.0.0.1", resolve));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #answer(request: IncomingMessage, answer: ServerResponse): void {
    if (request.url?.startsWith("/api/v1/reports") === true) {
      let body = "";
      request.on("data", (part) => {
        body += String(part);
      });
      request.on("end", () => {
        this.reports.push(body);
        answer.writeHead(201, { "Content-Type": "application/json" }).end("{}");
      });
      return;
    }
    const [status, type, body] = this.#found((request.url ?? "/").split("?")[0] ?? "/");
    // The worker stands below the page whose scope it takes.
    const allowed = request.url === "/scan/sw.js" ? { "Service-Worker-Allowed": "/scan" } : {};
    answer.writeHead(status, { "Content-Type": type, "Cache-Control": "max-age=600", ...allowed }).end(body);
  }

  #found(path: string): readonly [number, string, string | Buffer] {
    const html = "text/html; charset=utf-8";
    if (path === "/scan") return [200, html, readFileSync(join(DIST, "pages", "scan.html"))];
    if (path === "/scan/sw.js") return [200, "text/javascript", readFileSync(join(DIST, "pages", "sw.js"))];
    const file = this.files.get(path);
    if (file !== undefined) return [200, file.type, file.body];
    const asset = join(DIST, path);
    if (path.startsWith("/assets/") && existsSync(asset)) {
      return [200, TYPES[extname(path)] ?? "application/octet-stream", readFileSync(asset)];
    }
    const data = this.pages.get(path.replace(/^\/data/, ""));
    if (path.startsWith("/data/") && data !== undefined)
      return [data.status ?? 200, "application/json", data.data];
    const page = this.pages.get(path);
    return page === undefined ? [404, "text/plain", "not here"] : [200, html, filled(page, path)];
  }
}

function filled(page: ServedPage, path: string): string {
  const settings = JSON.stringify({
    page: page.page,
    id: page.id,
    display: page.display,
    data: `/data${path}`,
    download: `/data${path}`,
    reports: "/api/v1/reports",
    pictures: "/api/v1/pictures/",
    trustRoot: page.trustRoot,
  }).replaceAll("<", "\\u003c");
  const marks: Readonly<Record<string, string>> = {
    lang: page.lang,
    page: page.page,
    title: page.title,
    data: `/data${path}`,
    body: page.body,
    settings,
  };
  const html = readFileSync(join(DIST, "pages", `${page.page}.html`), "utf8");
  return html.replace(/\{\{(\w+)\}\}/g, (_, mark: string) => marks[mark] ?? "");
}
