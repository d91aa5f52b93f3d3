import { fetched, MagditError } from "../api.js";

/** The form of the files that this reader reads. */
export const SCHEMA = "magdit-static/1";

/** Fetches a file of the tree and looks at its form. */
export async function file(address, read = fetched) {
  const bytes = await read(address);
  let parsed;
  try {
    parsed = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch (cause) {
    throw new MagditError("not_loaded", "a file of the static answers is damaged; write the tree anew", { cause });
  }
  if (parsed?.schema !== SCHEMA) {
    throw new MagditError("not_loaded", "the static answers have another form; take this file and the tree of one version");
  }
  return parsed;
}

/** A question that was not answered beforehand: `fields` says by what. */
function notAsked(fields) {
  const error = new MagditError("not_in_export", "this question was not answered beforehand; ask without these fields");
  error.fields = fields;
  return error;
}

/** Where a question stands on each axis. Nothing is ever rounded. */
function places(axes, asked) {
  const odd = new Set(Object.keys(asked).filter((field) => asked[field] !== undefined));
  for (const field of ["as_of", "today"]) odd.delete(field);
  if (asked.country === "NL") odd.delete("country");
  const found = axes.map(({ field, at, from, to }) => {
    const value = asked[field];
    const place = at ? place_of(at, value) : age(from, to, value);
    if (place !== undefined) odd.delete(field);
    else odd.add(field);
    return place;
  });
  if (odd.size > 0) throw notAsked([...odd]);
  return found;
}

function place_of(at, value) {
  const word = value === undefined || value === null ? "" : String(value);
  return Object.hasOwn(at, word) ? at[word] : undefined;
}

function age(from, to, years) {
  if (years === undefined || years === null) return 0;
  if (!Number.isInteger(years) || years < from[0] || years > to) return undefined;
  return from.findLastIndex((first) => first <= years) + 1;
}

/** Whether the answers hold on the day of the question. */
function held({ from, until }, { as_of, today }) {
  const day = as_of ?? today;
  if (today !== undefined && today !== day) throw notAsked(["today"]);
  if (typeof day !== "string" || !/^\d{4}-\d\d-\d\d$/.test(day)) throw notAsked(["as_of"]);
  if (day < from || day > until) {
    const early = day < from;
    const error = new MagditError("export_outdated", early ? "the answers hold from a later day" : "the answers no longer hold; write the tree anew");
    error.day = early ? from : until;
    error.early = early;
    throw error;
  }
  return day;
}

/**
 * The answer to a question out of a file of answers and its common file: what
 * the library answered, with its fields in their order.
 */
export function answer(answers, common, asked) {
  if (asked.edition !== undefined && !Object.hasOwn(answers.axes[0].at, asked.edition)) {
    throw new MagditError("unknown_edition", "the tool has no such edition");
  }
  const day = held(answers, asked);
  const at = places(answers.axes, asked);
  const values = common.values.length + answers.values.length;
  const value = (number) => (number <= common.values.length ? common.values[number - 1] : answers.values[number - common.values.length - 1]);
  const found = {};
  for (const [name, root] of answers.fields) {
    let place = root;
    while (place < 0) {
      const [axis, ...below] = answers.nodes[-1 - place];
      place = below[at[axis]];
    }
    if (root === null) found[name] = day;
    else if (place > values) found[name] = answers.lists[place - values - 1].map(value);
    else if (place > 0) found[name] = value(place);
  }
  return structuredClone(found);
}
