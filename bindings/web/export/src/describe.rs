//! What describes the tree for machines: a schema and an OpenAPI document.

use std::collections::BTreeMap;

use magdit::Language;
use serde_json::{Value, json};

use crate::Plan;

/// The JSON Schema of all files.
const FILES: &str = include_str!("../schema.json");

/// Adds `schema.json` and `openapi.json`.
pub(crate) fn add(files: &mut BTreeMap<String, Vec<u8>>, plan: &Plan) -> Result<(), serde_json::Error> {
    files.insert("schema.json".to_owned(), FILES.as_bytes().to_vec());
    files.insert("openapi.json".to_owned(), serde_json::to_vec(&openapi(plan))?);
    Ok(())
}

fn openapi(plan: &Plan) -> Value {
    let languages: Vec<&str> = plan.languages.iter().copied().map(Language::as_str).collect();
    let parameter =
        |name: &str, schema: Value| json!({ "name": name, "in": "path", "required": true, "schema": schema });
    let language = parameter("language", json!({ "enum": languages }));
    let tool = parameter("tool", json!({ "type": "string", "pattern": "^[a-z0-9-]+$" }));
    let common = parameter("digest", json!({ "type": "string", "pattern": "^[0-9a-f]{16}$" }));
    let mut paths = json!({
        "/index.json": get("index", "Which tools there are, their names, and until when the answers hold", &[], of("index")),
        "/{language}/answers/{tool}.json": get("answers", "The answers about a tool", &[&language, &tool], of("answers")),
        "/{language}/common-{digest}.json":
            get("common", "What many answers have in common; `common` of a file of answers names it", &[&language, &common], of("common")),
        "/{language}/texts.json": get("texts", "The sentences around answers", &[&language], of("texts")),
        "/{language}/{tool}.html": get("page", "The answer as a page without scripts", &[&language, &tool], page()),
        "/{language}/index.html": get("list", "All tools as a page without scripts", &[&language], page()),
    });
    if let (Some(_), Some(paths)) = (&plan.base_url, paths.as_object_mut()) {
        let oembed = get("oembed", "oEmbed 1.0 of a page", &[&language, &tool], of("oembed"));
        paths.insert("/{language}/oembed/{tool}.json".to_owned(), oembed);
    }
    json!({
        "openapi": "3.1.1",
        "info": {
            "title": "magdit, precomputed answers",
            "version": env!("CARGO_PKG_VERSION"),
            "description": "Static files. Answers hold from `from` until `until`, both included; on another day there is none. \
                A question that `axes` does not have has none either: never take the nearest one.",
            "license": { "name": "Code: MIT OR Apache-2.0. Texts and records: CC BY 4.0" },
        },
        "servers": [{ "url": plan.base_url.as_deref().unwrap_or(".") }],
        "paths": paths,
    })
}

fn get(id: &str, summary: &str, parameters: &[&Value], content: Value) -> Value {
    let found = json!({ "description": "The file", "content": content });
    let gone = json!({ "description": "There is no such file; that says nothing about a tool" });
    let responses = json!({ "200": found, "404": gone });
    json!({ "get": { "operationId": id, "summary": summary, "parameters": parameters, "responses": responses } })
}

fn of(definition: &str) -> Value {
    json!({ "application/json": { "schema": { "$ref": format!("schema.json#/$defs/{definition}") } } })
}

fn page() -> Value {
    json!({ "text/html": { "schema": { "type": "string" } } })
}
