const USAGE = ["everyday", "common", "occasional", "rare"];

/** Longest text that is searched for, in characters. */
const LONGEST = 400;

/** Shortest text that may have a slip in it. */
const SLIP_FROM = 4;

/** How the library reads names, as far as certainty goes: case and blanks. */
export function exact(text) {
  return text.normalize("NFC").trim().replace(/\s+/g, " ").toLowerCase();
}

/** Letters and digits alone: for suggestions. */
export function folded(text) {
  return text.normalize("NFKD").toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
}

/** Whether one letter more, less, another one, or two swapped make them equal. */
export function oneSlip(one, next) {
  if (Math.abs(one.length - next.length) > 1 || one === next) return false;
  let from = 0;
  while (from < one.length && one[from] === next[from]) from += 1;
  const [left, right] = [one.slice(from), next.slice(from)];
  const same = left.slice(1) === right.slice(1) && left.length === right.length;
  const swapped = left.length === right.length && left[0] === right[1] && left[1] === right[0] && left.slice(2) === right.slice(2);
  return same || swapped || left.slice(1) === right || left === right.slice(1);
}

/**
 * Tools by name: the whole name, its beginning, or with one slip. Only a name
 * that the library itself takes without asking is certain; links, sentences
 * and sounds are not understood.
 */
export class Names {
  #names;

  constructor(tools) {
    this.#names = tools.flatMap((tool) =>
      tool.names.map(([text, kind, certain, edition]) => ({ tool, text, kind, certain, edition, exact: exact(text), folded: folded(text) })),
    );
  }

  search(text, limit) {
    const asked = exact(text);
    const plain = folded(text);
    const sure = this.#names.filter((name) => name.certain && name.exact === asked);
    const certain = asked.length <= LONGEST && new Set(sure.map(({ tool }) => tool.id)).size === 1;
    const ranked = this.#names.map((name) => ({ name, rank: rank(name, plain, certain && sure.includes(name)) }));
    const found = ranked.filter(({ rank }) => rank !== undefined).sort(order);
    const matches = [];
    for (const { name, rank } of found) {
      if (matches.length < limit && !matches.some(({ id }) => id === name.tool.id)) matches.push(match(name, rank));
    }
    const confidence = certain ? "exact" : matches.length > 0 ? "options" : "none";
    return { query_kind: "name", confidence, certain, matches, understood: {} };
  }
}

/** 0 certain, 1 the whole name, 2 its beginning, 3 of a later word, 4 a slip. */
function rank(name, plain, sure) {
  if (sure) return 0;
  if (plain.length < 2 || plain.length > LONGEST) return undefined;
  if (name.folded === plain) return 1;
  if (name.folded.startsWith(plain)) return 2;
  const words = name.exact.split(/[^\p{L}\p{N}]+/u).map(folded);
  if (words.some((word) => word.startsWith(plain))) return 3;
  return plain.length >= SLIP_FROM && oneSlip(plain, name.folded) ? 4 : undefined;
}

function order(one, next) {
  const usage = ({ name }) => USAGE.indexOf(name.tool.usage);
  const byName = one.name.text.length - next.name.text.length;
  return one.rank - next.rank || usage(one) - usage(next) || byName || (one.name.tool.id < next.name.tool.id ? -1 : 1);
}

function match({ tool, text, kind, edition }, rank) {
  const found = { id: tool.id, name: tool.name };
  if (edition && rank === 0) found.edition = edition;
  const how = rank <= 1 ? kind : rank <= 3 ? "prefix" : "typo";
  return { ...found, matched: text, kind: how, distance: rank === 4 ? 1 : 0, judged: tool.judged };
}
