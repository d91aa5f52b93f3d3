// A server of the package and of pages that embed it, on this computer only.
import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { dirname, extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";

const dist = join(dirname(fileURLToPath(import.meta.url)), "../../dist");
const TYPES = { ".js": "text/javascript", ".wasm": "application/wasm", ".kb": "application/octet-stream", ".json": "application/json", ".html": "text/html; charset=utf-8", ".css": "text/css" };

/** Policies by name; `none` sends no header. */
export const POLICIES = {
  none: undefined,
  wasm: "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; img-src data:; base-uri 'none'; form-action 'none'",
  strict: "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; base-uri 'none'; form-action 'none'",
  full: "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; require-trusted-types-for 'script'",
  page: "default-src 'none'; style-src 'self'; img-src data:; base-uri 'none'; form-action 'none'",
  trusted:
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
};

export function page({ attributes = "", language = "nl", script = true, direction = "ltr" } = {}) {
  const tag = script ? '<script type="module" src="/magdit-check.js"></script>' : "";
  return `<!doctype html>
<html lang="${language}" dir="${direction}"><head><meta charset="utf-8"><title>magdit</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,">
<link rel="stylesheet" href="/page.css">${tag}</head>
<body><main><h1>Portaal</h1><magdit-check ${attributes}></magdit-check></main></body></html>`;
}

const STYLE = ":root{color-scheme:light dark;font:100%/1.5 system-ui,sans-serif}body{margin:0;background:Canvas;color:CanvasText}main{padding:1rem;max-inline-size:50rem;margin-inline:auto}";

/** Starts it; `files` are extra files by path, `killed` paths answer 503. */
export async function serve({ files = {}, killed = [] } = {}) {
  const pages = new Map();
  const server = createServer(async (request, response) => {
    const path = new URL(request.url, "http://localhost").pathname;
    const send = (status, type, body, headers = {}) => response.writeHead(status, { "content-type": type, ...headers }).end(body);
    if (killed.includes(path)) return send(503, "text/plain", "");
    if (pages.has(path)) {
      const { html, policy } = pages.get(path);
      return send(200, "text/html; charset=utf-8", html, policy ? { "content-security-policy": policy } : {});
    }
    if (path === "/page.css") return send(200, "text/css", STYLE);
    if (path in files) {
      const policy = path.endsWith(".html") ? { "content-security-policy": POLICIES.page } : {};
      return send(200, TYPES[extname(path)] ?? "text/plain", files[path], policy);
    }
    try {
      return send(200, TYPES[extname(path)] ?? "text/plain", await readFile(join(dist, normalize(path))));
    } catch {
      return send(404, "text/plain", "");
    }
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  const origin = `http://127.0.0.1:${server.address().port}`;
  let number = 0;
  return {
    origin,
    files,
    killed,
    /** The address of a new page. */
    add(options = {}, policy = "none") {
      const path = `/page-${++number}`;
      pages.set(path, { html: page(options), policy: POLICIES[policy] });
      return origin + path;
    },
    close: () => new Promise((closed) => (server.closeAllConnections(), server.close(closed))),
  };
}
