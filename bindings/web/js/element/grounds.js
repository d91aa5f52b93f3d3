import { h, link, named } from "./dom.js";

/** The reasons with facts, documents and what nobody looked at, folded. */
export function grounds(words, answer, say) {
  const sources = new Map(answer.sources.map((source) => [source.id, source]));
  return h(
    "details",
    { class: "grounds", part: "grounds" },
    h("summary", {}, words.say("ui.grounds")),
    h("h3", {}, words.say("ui.rules_found")),
    h("ul", { class: "reasons", role: "list" }, answer.reasons.map((reason) => found(words, reason, sources, say))),
    routes(words, answer, say),
    missing(words, answer),
    h("h3", {}, words.say("ui.limits")),
    h("p", {}, words.say("ui.documents_only")),
    h("h3", {}, words.say("ui.sources")),
    h("ul", { class: "sources", role: "list" }, answer.sources.map((source) => document_(words, source))),
  );
}

function found(words, reason, sources, say) {
  const facts = reason.facts.map((fact) => {
    const source = sources.get(fact.source);
    return h(
      "li",
      {},
      `${fact.label}: `,
      h("strong", {}, fact.value === null ? words.say(`unknown.${fact.unknown ?? "nobody_looked"}`) : words.value(fact.value)),
      fact.outdated && ` (${words.say("ui.outdated_fact")})`,
      source && [" – ", link(source.url, named(source.title))],
      fact.place && [", ", words.say("ui.place"), " ", h("q", {}, named(fact.place))],
    );
  });
  return h(
    "li",
    { class: "reason" },
    h("p", {}, say(reason.text)),
    h("p", { class: "law" }, words.say("ui.law"), ": ", reason.cites),
    facts.length > 0 && h("ul", {}, facts),
  );
}

function routes(words, answer, say) {
  const others = answer.routes.filter(({ route }) => route !== answer.route);
  if (others.length === 0) return undefined;
  const items = others.map(({ route, outcome, because }) =>
    h(
      "li",
      {},
      h("strong", {}, words.say(`route-short.${route}`)),
      `: ${words.say(`outcome-short.${outcome}`)}. `,
      say(because),
    ),
  );
  return [h("h3", {}, words.say("ui.other_routes")), h("ul", {}, items)];
}

function missing(words, answer) {
  if (answer.unknowns.length === 0) return undefined;
  const items = answer.unknowns.map(({ label, route, reason }) =>
    h("li", {}, `${label} (${words.say(`route-short.${route}`)}): ${words.say(`unknown.${reason ?? "nobody_looked"}`)}`),
  );
  return [h("h3", {}, words.say("ui.missing")), h("ul", {}, items)];
}

function document_(words, source) {
  const dates = [
    source.content_date && words.on("ui.content", source.content_date),
    words.on("ui.checked_on", source.checked_on),
  ];
  return h(
    "li",
    {},
    link(source.url, named(source.title)),
    " – ",
    named(source.publisher),
    h("span", { class: "option-more" }, ` (${dates.filter(Boolean).join(", ")})`),
  );
}
