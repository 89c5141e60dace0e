/** Write src/api/types.ts from docs/openapi.json; with `--check`, exit 1 where the written one is stale. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import openapiTS, { astToString } from "openapi-typescript";

const SOURCE = new URL("../../docs/openapi.json", import.meta.url);
const TARGET = new URL("../src/api/types.ts", import.meta.url);

if (!existsSync(SOURCE)) {
  console.log("skipped: docs/openapi.json is not there");
  process.exit(0);
}
/** The bodies that the app sends or reads by the interface's words; what they refer to comes with them. */
const BODIES = ["Body_report_api_v1_reports_post"];

const described = JSON.parse(readFileSync(SOURCE, "utf8"));
const schemas = {};
const wanted = [...BODIES];
for (let name = wanted.pop(); name !== undefined; name = wanted.pop()) {
  if (name in schemas) continue;
  const schema = described.components.schemas[name];
  if (schema === undefined) throw new Error(`docs/openapi.json has no schema ${name}`);
  schemas[name] = schema;
  for (const [, other] of JSON.stringify(schema).matchAll(/"#\/components\/schemas\/([^"]+)"/g))
    wanted.push(other);
}
const header =
  "/** Types of the HTTP interface that the app uses, generated from docs/openapi.json by `npm run api-types`; not edited by hand. */\n";
const generated = header + astToString(await openapiTS({ ...described, paths: {}, components: { schemas } }));
const written = existsSync(TARGET) ? readFileSync(TARGET, "utf8") : "";
if (process.argv.includes("--check")) {
  if (written !== generated) {
    console.error("src/api/types.ts is stale: run `npm run api-types -w scanner-app`");
    process.exitCode = 1;
  }
} else if (written !== generated) {
  mkdirSync(new URL(".", TARGET), { recursive: true });
  writeFileSync(TARGET, generated);
}
