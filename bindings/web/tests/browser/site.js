// The package on a server of its own, as somebody puts `dist` on one: the
// installable page at `/magdit/page/`, with every request written down.
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { dirname, extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";

const dist = join(dirname(fileURLToPath(import.meta.url)), "../../dist");
const TYPES = {
  ".css": "text/css",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".json": "application/json",
  ".kb": "application/octet-stream",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
};

/** Starts it; `files` replace files of the package by path, `killed` paths answer 503, `policy` is sent along. */
export async function site({ files = {}, killed = [], policy } = {}) {
  const requests = [];
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, "http://localhost");
    const path = pathname.endsWith("/") ? `${pathname}index.html` : pathname;
    requests.push(path);
    const headers = { "content-type": TYPES[extname(path)] ?? "text/plain", ...(policy && { "content-security-policy": policy }) };
    const send = (status, body) => response.writeHead(status, headers).end(body);
    if (killed.includes(path)) return send(503, "");
    try {
      if (!path.startsWith("/magdit/")) return send(404, "");
      return send(200, files[path] ?? (await readFile(join(dist, normalize(path.slice("/magdit".length))))));
    } catch {
      return send(404, "");
    }
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  const origin = `http://127.0.0.1:${server.address().port}`;
  return {
    origin,
    page: (query = "") => `${origin}/magdit/page/${query}`,
    files,
    killed,
    requests,
    close: () => new Promise((closed) => (server.closeAllConnections(), server.close(closed))),
  };
}
