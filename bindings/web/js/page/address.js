import { read, write } from "../element/context.js";

/** What an address of this page asks for. */
export function asked(address = document.URL) {
  const { searchParams } = new URL(address);
  const said = (name) => searchParams.get(name) || undefined;
  const letter = said("letter");
  return {
    tool: said("tool"),
    edition: said("edition"),
    context: read(searchParams.toString()),
    hasContext: write(read(searchParams.toString())) !== "",
    parent: said("for") === "parent",
    letter: letter === "information" || letter === "consent" ? letter : undefined,
    letterFrom: /^\d{1,15}$/.test(said("base") ?? "") ? Number(said("base")) : undefined,
    shared: said("url") ?? said("text") ?? said("title"),
    language: said("lang") === "en" ? "en" : "nl",
  };
}

/** The address of this page for something else. */
export function address({ tool, edition, context = {}, parent, letter, base, language }, page = document.URL) {
  const to = new URL(page);
  const parts = [
    ["tool", tool],
    ["edition", edition],
    ["for", parent && "parent"],
    ["letter", letter],
    ["base", base],
    ["lang", language === "en" && "en"],
  ];
  const given = parts.filter(([, value]) => value).map(([name, value]) => [name, String(value)]);
  to.search = new URLSearchParams([...given, ...new URLSearchParams(write(context))]).toString();
  to.hash = "";
  return to.href;
}
