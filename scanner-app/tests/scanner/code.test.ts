/** From a label's text to a path on our own server, whatever the label says. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { readCode } from "../../src/scanner/code";

const ITEM = "/01/06901234567892/21/ABC";

test.each([
  ["https://id.gs1.org/01/06901234567892/21/ABC", ITEM],
  ["HTTPS://SUYUAN.EXAMPLE/01/06901234567892/21/ABC", ITEM],
  ["http://192.168.1.5:8000/01/06901234567892/21/ABC?17=270101", ITEM],
  ["https://brand.example/some/shop/01/6901234567892/21/ABC", ITEM],
  ["(01)06901234567892(21)ABC", ITEM],
  ["(01)06901234567892(21)ABC", ITEM],
  ["010690123456789221ABC", ITEM],
  ["]Q30106901234567892\u001d21ABC", ITEM],
  ["]C10106901234567892112603011021\u001d21ABC", `/01/06901234567892/10/21/21/ABC`],
  ["6901234567892", "/01/06901234567892"],
  ["369012340000000079", "/00/369012340000000079"],
  ["https://id.gs1.org/00/369012340000000079", "/00/369012340000000079"],
  ["88.118.8/JXDY-01", "/88.118.8/JXDY-01"],
  ["hdl:88.118.8/a/b", "/88.118.8/a%2Fb"],
  ["https://resolver.example/88.118.8/JXDY", "/88.118.8/JXDY"],
  ["https://id.gs1.org/8004/69012345678%2F9", "/8004/69012345678%2F9"],
  ["urn:epc:id:sgtin:6901234.056789.ABC", "/lookup?code=urn%3Aepc%3Aid%3Asgtin%3A6901234.056789.ABC"],
  ["]Q1https://id.gs1.org/01/06901234567892/21/ABC", ITEM],
  ["]E06901234567892", "/01/06901234567892"],
  ["(415)6901234000016(8020)R1", "/415/6901234000016/8020/R1"],
  ["https://example.com/AQnYUc1gmiCNV4JG", "/lookup?code=https%3A%2F%2Fexample.com%2FAQnYUc1gmiCNV4JG"],
  [
    "https://example.com/01/05412345000013/EEarwSM",
    "/lookup?code=https%3A%2F%2Fexample.com%2F01%2F05412345000013%2FEEarwSM",
  ],
  ["https://example.com/vin/1M8GDM9AXKP042788", "/lookup?code=vin%3A1M8GDM9AXKP042788"],
  ["1M8GDM9AXKP042788", "/lookup?code=1M8GDM9AXKP042788"],
  ["91350100M000100Y43", "/lookup?code=91350100M000100Y43"],
  ["529900T8BM49AURSDO55", "/lookup?code=529900T8BM49AURSDO55"],
  ["CSQU3054383", "/lookup?code=CSQU3054383"],
  ["1.2.156.10197.1.401", "/lookup?code=1.2.156.10197.1.401"],
  ["10.1000/182", "/lookup?code=10.1000%2F182"],
  ["VAA12345678", "/lookup?code=VAA12345678"],
  ["did:bid:efdPP4ympm36RxTYQJPber1PRKmLWZE", "/lookup?code=did%3Abid%3AefdPP4ympm36RxTYQJPber1PRKmLWZE"],
  ["(8008)26010112(01)06901234567892", "/01/06901234567892"],
  ["]d2800826010112\u001d0106901234567892", "/lookup?code=%5Dd2800826010112%1D0106901234567892"],
])("%s is looked up at %s", (text, path) => {
  expect(readCode(text)).toMatchObject({ path });
});

test.each([
  ["https://evil.example/genuine", "unknown"],
  ["javascript:alert(1)", "unknown"],
  ["hello", "unknown"],
  ["a sentence of words", "unknown"],
  ["https://evil.example/genuine/products", "unknown"],
  ["", "unknown"],
  ["6901234567893", "check-digit"],
  ["https://id.gs1.org/01/06901234567893/21/ABC", "check-digit"],
])("%s is %s", (text, problem) => {
  expect(readCode(text)).toBe(problem);
});

test("the host of a foreign label is told, never used", () => {
  const read = readCode("https://evil.example/01/06901234567892/21/ABC");

  expect(read).toEqual({ path: ITEM, display: "(01)06901234567892(21)ABC", host: "evil.example" });
});

test("no text leads to another server", () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.webUrl(),
        fc.string().map((tail) => `https://x.example/01/06901234567892/21/${tail}`),
      ),
      (text) => {
        const read = readCode(text);
        if (typeof read === "string") return;
        const address = new URL(read.path, "https://own.example");
        expect(address.host).toBe("own.example");
        if (address.pathname !== "/lookup") expect(address.search).toBe("");
        expect(address.hash).toBe("");
        expect(read.path.startsWith("//")).toBe(false);
      },
    ),
    { numRuns: 500 },
  );
});
