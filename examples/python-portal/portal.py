"""A page of a school portal, rendered on the server, with nothing but the
standard library and magdit.

    pip install magdit-….whl
    python portal.py            http://127.0.0.1:8000
"""

import datetime
import html
import http.server
import urllib.parse

import magdit
from magdit import Confidence, KnowledgeBase, Language, MagditError, Question, Role, Sector

LIBRARY = KnowledgeBase.open_embedded()

PAGE = """<!doctype html>
<html lang="nl"><meta charset="utf-8"><title>Mag dit?</title>
<form><label>App of website <input name="tool" maxlength="200" value="{tool}"></label>
<label>Leeftijd <input name="age" type="number" min="4" max="120" value="{age}"></label>
<button>Vraag</button></form>
{answer}
</html>
"""


def page(query: str, today: str) -> str:
    """The page for the query of an address."""
    fields = urllib.parse.parse_qs(query)
    tool, age = (fields.get(name, [""])[0] for name in ("tool", "age"))
    try:
        shown = answer(tool, age, today) if tool else ""
    except MagditError as error:
        # The text is for whoever wrote this page.
        shown = f"<p>Deze vraag kan niet worden beantwoord ({magdit.error_word(error.code)}).</p>"
    return PAGE.format(tool=html.escape(tool), age=html.escape(age), answer=shown)


def answer(tool: str, age: str, today: str) -> str:
    found = LIBRARY.search(tool, 5)
    if found.confidence is not Confidence.EXACT:
        links = [f'<li><a href="?{urllib.parse.urlencode({"tool": match.name, "age": age})}">{html.escape(match.name)}</a>'
                 for match in found.matches]
        return f"<p>Welke bedoel je?</p><ul>{''.join(links)}</ul>" if links else "<p>Niet gevonden.</p>"
    years = int(age[:4]) if age.isascii() and age.isdigit() else None
    asked = Question(role=Role.TEACHER, sector=Sector.PO, age=years and min(years, 255), as_of=today)
    said = LIBRARY.check(found.matches[0].id, asked, Language.NL)
    conditions = "".join(f"<li>{html.escape(c.who_text)}: {html.escape(c.text)}" for c in said.conditions)
    sources = "".join(f'<li><a href="{html.escape(s.url)}">{html.escape(s.title)}</a>' for s in said.sources)
    return (f"<h1>{html.escape(said.name)}</h1><p><b>{html.escape(said.headline)}</b> {html.escape(said.route_text)}</p>"
            f"<p>{html.escape(said.why)} {html.escape(said.consent_text)}</p><ul>{conditions}</ul>"
            f"<details><summary>Bronnen</summary><ul>{sources}</ul></details><p>{html.escape(said.standing)}</p>")


class Portal(http.server.BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        body = page(urllib.parse.urlsplit(self.path).query, datetime.date.today().isoformat()).encode()
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """What somebody looked up is nobody's business."""


def serve(port: int) -> http.server.ThreadingHTTPServer:
    return http.server.ThreadingHTTPServer(("127.0.0.1", port), Portal)


if __name__ == "__main__":
    serve(8000).serve_forever()
