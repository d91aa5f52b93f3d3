//! magdit for browsers and Node.
use wasm_bindgen::prelude::*;

/// A verified knowledge base.
#[wasm_bindgen]
pub struct KnowledgeBase(magdit::KnowledgeBase);

fn error(e: impl std::fmt::Display) -> JsError {
    JsError::new(&e.to_string())
}

#[wasm_bindgen]
impl KnowledgeBase {
    /// Opens.
    #[wasm_bindgen(constructor)]
    pub fn open(bytes: Vec<u8>) -> Result<KnowledgeBase, JsError> {
        magdit::KnowledgeBase::open(bytes).map(Self).map_err(error)
    }
    /// s
    pub fn search(&self, text: &str, limit: usize) -> Result<String, JsError> {
        Ok(serde_json::to_string(&self.0.search(text, limit).map_err(error)?).map_err(error)?)
    }
    /// s
    pub fn tool(&self, id: &str) -> Result<String, JsError> {
        Ok(serde_json::to_string(&self.0.tool_shown(id).map_err(error)?).map_err(error)?)
    }
    /// s
    pub fn check(&self, id: &str, question: &str, language: &str) -> Result<String, JsError> {
        let q: magdit::Question = serde_json::from_str(question).map_err(error)?;
        let l: magdit::Language =
            serde_json::from_value(serde_json::Value::String(language.to_owned())).map_err(error)?;
        Ok(serde_json::to_string(&self.0.check(id, &q, l).map_err(error)?).map_err(error)?)
    }
    /// s
    pub fn questionnaire(&self, answers: &str, question: &str, language: &str) -> Result<String, JsError> {
        let q: magdit::Question = serde_json::from_str(question).map_err(error)?;
        let a: magdit::Answers = serde_json::from_str(answers).map_err(error)?;
        let l: magdit::Language =
            serde_json::from_value(serde_json::Value::String(language.to_owned())).map_err(error)?;
        Ok(serde_json::to_string(&self.0.questionnaire(&a, &q, l).map_err(error)?).map_err(error)?)
    }
    /// s
    pub fn with_school(&self, file: &[u8]) -> Result<KnowledgeBase, JsError> {
        self.0.with_school(file).map(Self).map_err(error)
    }
}
