"""Asks the portal as a browser does."""

import concurrent.futures
import threading
import urllib.request

import portal

DAY = "2026-11-21"
assert "Ja, maar met voorwaarden" in portal.page("tool=kahoot&age=11", DAY)
assert "Welke bedoel je?" in portal.page("tool=kahooot", DAY)
assert "<script>" not in portal.page("tool=%3Cscript%3E&age=%22%3E%3Cscript%3E", DAY)
assert "query_too_long" in portal.page("tool=" + "x" * 6000, DAY)
assert "invalid_age" in portal.page("tool=kahoot&age=130", DAY)

server = portal.serve(0)
threading.Thread(target=server.serve_forever, daemon=True).start()


def ask(_: int) -> bool:
    address = f"http://127.0.0.1:{server.server_port}/?tool=kahoot&age=11"
    with urllib.request.urlopen(address, timeout=20) as answer:
        return "Kahoot!" in answer.read().decode()


with concurrent.futures.ThreadPoolExecutor(8) as pool:
    pages = list(pool.map(ask, range(50)))
server.shutdown()
assert all(pages)
print(f"examples python: the README, and {len(pages)} pages of the portal")
