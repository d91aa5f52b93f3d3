// The portal on this computer, with the policy a portal should send:
//
//   npm run build --prefix bindings/web
//   node examples/portal/serve.js            http://127.0.0.1:8080
//
// The package stands at /magdit/; the page that can be installed at /magdit/page/.
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { dirname, extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const PACKAGE = join(here, "../../bindings/web/dist");

export const POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self' data:",
  "manifest-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".kb": "application/octet-stream",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
};

/** The file behind an address; none outside the two folders. */
function fileOf(pathname) {
  const path = normalize(pathname.endsWith("/") ? `${pathname}index.html` : pathname);
  return path.startsWith("/magdit/") ? join(PACKAGE, path.slice("/magdit".length)) : join(here, path);
}

export function portal() {
  return createServer(async (request, response) => {
    const headers = { "content-security-policy": POLICY, "x-content-type-options": "nosniff", "referrer-policy": "no-referrer" };
    try {
      const file = fileOf(decodeURIComponent(new URL(request.url, "http://localhost").pathname));
      const body = await readFile(file);
      response.writeHead(200, { ...headers, "content-type": TYPES[extname(file)] ?? "text/plain" }).end(body);
    } catch {
      response.writeHead(404, headers).end();
    }
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const port = Number(process.argv[2] ?? 8080);
  portal().listen(port, "127.0.0.1", () => console.log(`http://127.0.0.1:${port}`));
}
