/** What places, parties and products are called, and by whose word: a name stands never without who says so. */
import { displayOf } from "../verifier/identifier";
import { element } from "./element";
import type { Reading } from "./reading";

/**
 * Return what a thing (or else its class) is called by every firm that names it, with its code; without a name the code.
 *
 * `author` is the firm that stands beside it already, whose own word needs no second name.
 */
export function calledOf(
  reading: Reading,
  id: string,
  author: number | null = null,
): (HTMLElement | string)[] {
  const { words, verdict } = reading;
  const code = element("span", { class: "id", translate: "no" }, displayOf(id));
  // What is of the page's own kind is named at its top.
  const isOfItsKind = verdict.thing !== null && classIn(id) !== id && classIn(id) === classIn(verdict.thing);
  const [first, ...others] = isOfItsKind ? [] : namesOf(reading, id);
  if (first === undefined) return [code];
  const notes = [
    words.say(first.number === author ? "name.own" : "name.said", { organisation: first.organisation }),
    ...others.map(({ name, organisation }) =>
      name === first.name ? organisation : words.say("name.other", { name, organisation }),
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
  readonly number: number;
}

function namesOf({ verdict, words, organisation }: Reading, id: string): Said[] {
  const said = (wanted: string): Said[] =>
    verdict.names
      .filter((entry) => entry.id === wanted)
      .map(({ texts, organisation: number }) => {
        const name = (texts.find(([language]) => language === words.language) ??
          texts.find(([language]) => language === "") ??
          texts[0])?.[1];
        return { name: name ?? wanted, organisation: organisation(number), number };
      });
  const own = said(id);
  return own.length > 0 ? own : said(classIn(id));
}

/** Return the class of an item or lot of a trade item; any other code as it is. */
function classIn(id: string): string {
  return id.replace(/\/(21|10)\/[^/]*$/, "");
}
