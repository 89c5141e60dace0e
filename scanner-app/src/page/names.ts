/** What places, parties and products are called, and by whose word: a name stands never without who says so. */
import { displayOf } from "../verifier/identifier";
import { element } from "./element";
import type { Reading } from "./reading";

/** Return an identifier as people write it; any other text as it is. */
export function shown(id: string): string {
  return /^(https:\/\/id\.gs1\.org\/|hdl:|uscc:|lei:)/.test(id) ? displayOf(id) : id;
}

/** Return what a thing (or else its class) is called by every firm that names it, with its code; without a name the code. */
export function calledOf(reading: Reading, id: string): (HTMLElement | string)[] {
  const { words } = reading;
  const code = element("span", { class: "id", translate: "no" }, shown(id));
  const [first, ...others] = namesOf(reading, id);
  if (first === undefined) return [code];
  const notes = [
    words.say("name.said", first),
    ...others.map((other) =>
      other.name === first.name ? other.organisation : words.say("name.other", other),
    ),
  ];
  return [
    element("b", {}, first.name),
    " ",
    code,
    " ",
    element("small", { class: "said-by" }, words.list(notes)),
  ];
}

interface Said {
  readonly name: string;
  readonly organisation: string;
  readonly [mark: string]: string;
}

function namesOf({ verdict, words, organisation }: Reading, id: string): Said[] {
  const said = (wanted: string): Said[] =>
    verdict.names
      .filter((entry) => entry.id === wanted)
      .map(({ texts, organisation: number }) => {
        const name = (texts.find(([language]) => language === words.language) ??
          texts.find(([language]) => language === "") ??
          texts[0])?.[1];
        return { name: name ?? wanted, organisation: organisation(number) };
      });
  const own = said(id);
  return own.length > 0 ? own : said(id.replace(/\/(21|10)\/[^/]*$/, ""));
}
