import { ACCOUNT, DATA, DEVICE, PURPOSE, ROLE, SECTOR } from "../vocabulary.js";
import { h } from "./dom.js";

const AGES = [4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18];

/** What a question can say, and how each field is read from text. */
const FIELDS = {
  role: ROLE,
  sector: SECTOR,
  age: AGES,
  account: ACCOUNT,
  purpose: PURPOSE,
  data: DATA,
  device: DEVICE,
  procured: [true, false],
  compulsory: [true, false],
};

/** The chips that are always in sight; the others unfold. */
const FIRST = ["sector", "age", "account"];

const LABELS = {
  role: "ui.role",
  sector: "ui.sector",
  age: "ui.age",
  account: "ui.account",
  purpose: "ui.purpose",
  data: "ui.data",
  device: "ui.device",
  procured: "ui.procured",
  compulsory: "ui.compulsory",
};

/** Reads `sector=vo&age=14`; what is no field or no value of it is left out. */
export function read(text) {
  const context = {};
  for (const [field, value] of new URLSearchParams(text ?? "")) {
    const values = FIELDS[field];
    if (field === "age" && /^\d{1,3}$/.test(value)) context.age = Math.min(Number(value), 120);
    const found = values?.find((known) => String(known) === value);
    if (found !== undefined) context[field] = found;
  }
  return context;
}

/** The same text of a context. */
export function write(context) {
  const given = Object.keys(FIELDS).filter((field) => context[field] !== undefined);
  return new URLSearchParams(given.map((field) => [field, String(context[field])])).toString();
}

function word(words, field, value) {
  if (field === "age") return value >= 18 ? words.say("ui.adult") : words.say("ui.years", { age: value });
  if (field === "procured" || field === "compulsory") return words.say(`${field}.${value ? "yes" : "no"}`);
  return words.say(`${field}.${value}`);
}

function chip(words, field, context, changed, offered) {
  const known = field === "age" && context.age > 18 ? [...AGES.slice(0, -1), context.age] : FIELDS[field];
  const values = known.filter((value) => offered(field, value) || context[field] === value);
  const options = values.map((value) =>
    h("option", { value: String(value), selected: context[field] === value }, word(words, field, value)),
  );
  const open = h("option", { value: "", selected: context[field] === undefined }, words.say("ui.any_choice"));
  const select = h("select", { name: field, part: "chip", onchange: () => changed(field, picked(select, values)) }, open, options);
  return h("label", { class: "chip" }, h("span", { class: "chip-label" }, words.say(label(field))), select);
}

function picked(select, values) {
  return values.find((value) => String(value) === select.value);
}

/** Key of the name of a field. */
export function label(field) {
  return LABELS[field];
}

/**
 * Chips that change the question in place. `asks` are the values by field
 * that can be asked, where that is less than everything; `true` for all.
 */
export function chips(words, context, changed, asks) {
  const offered = (field, value) => !asks || asks[field] === true || (asks[field]?.includes(value) ?? false);
  const shown = Object.keys(FIELDS).filter((field) => !asks || asks[field] || context[field] !== undefined);
  const make = (field) => chip(words, field, context, changed, offered);
  const others = shown.filter((field) => !FIRST.includes(field));
  return h(
    "fieldset",
    { class: "context", part: "context" },
    h("legend", {}, words.say("ui.for_this")),
    h("div", { class: "chips" }, FIRST.filter((field) => shown.includes(field)).map(make)),
    h(
      "details",
      { class: "more", open: others.some((field) => field !== "role" && context[field] !== undefined) },
      h("summary", {}, words.say("ui.more_choices")),
      h("div", { class: "chips" }, others.map(make)),
    ),
  );
}
