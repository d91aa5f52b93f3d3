/** An element with attributes and children. Text is only ever text. */
export function h(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else node.setAttribute(name, value === true ? "" : String(value));
  }
  node.append(...children.flat(Infinity).filter((child) => child !== undefined && child !== null && child !== false));
  return node;
}

/** A name: kept apart from the text around it and never translated. */
export function named(name) {
  return h("bdi", { translate: "no" }, name);
}

/** A sentence with the names in it kept apart. */
export function sentence(text, names = []) {
  const known = names.filter(Boolean).sort((one, next) => next.length - one.length);
  const parts = [];
  let plain = "";
  let at = 0;
  while (at < text.length) {
    const found = known.find((name) => text.startsWith(name, at));
    if (found) {
      parts.push(plain, named(found));
      plain = "";
      at += found.length;
    } else {
      plain += text[at];
      at += 1;
    }
  }
  return [...parts, plain].filter((part) => part !== "");
}

const SHAPES = {
  allowed: "M4.5 12.5 10 18 19.5 6.5",
  conditional: "M12 5v9M12 18.5v.5",
  ask_school: "M8.5 9a3.5 3.5 0 1 1 5.2 3.1c-1.2.7-1.7 1.4-1.7 2.6M12 18.5v.5",
  not_allowed: "M6 6 18 18M18 6 6 18",
  error: "M12 5v9M12 18.5v.5",
  unknown: "M8.5 9a3.5 3.5 0 1 1 5.2 3.1c-1.2.7-1.7 1.4-1.7 2.6M12 18.5v.5",
};

/** A mark beside words; it says nothing the words do not say. */
export function mark(kind) {
  const space = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(space, "svg");
  const path = document.createElementNS(space, "path");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  svg.setAttribute("class", "mark");
  path.setAttribute("d", SHAPES[kind] ?? SHAPES.unknown);
  svg.append(path);
  return svg;
}

/** A link to a document; an address that is none of the web is only text. */
export function link(address, ...children) {
  const web = /^https?:\/\//i.test(address) && URL.canParse(address);
  return web ? h("a", { href: address, rel: "noopener noreferrer external" }, ...children) : h("span", {}, ...children);
}
