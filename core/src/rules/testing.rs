//! A short way to write down cases for the tables of the rules.

use std::rc::Rc;

use super::{Finding, Rule, Situation, Users};
use crate::answer::Effect;
use crate::date::Date;
use crate::fact::{Fact, FactKey, Jurisdiction, Known, SourceId, Value};
use crate::parameter::{Parameter, ParameterId, ParameterValue};
use crate::question::{Account, Country, Data, Device, Purpose, Question, Sector};
use crate::school::{National, School};
use crate::tool::{
    Assessment, AssessmentOutcome, Edition, FactEntry, Kind, OutsideScope, Plan, Route, Scope, Status, Tool, Usage,
};

pub(super) fn yes() -> Value {
    Value::YesNo(true)
}

pub(super) fn no() -> Value {
    Value::YesNo(false)
}

pub(super) fn number(number: u16) -> Value {
    Value::Number(number)
}

pub(super) fn word(word: &str) -> Value {
    Value::Word(word.to_owned())
}

fn day(text: &str) -> Date {
    Date::parse(text).expect("a date")
}

/// A case under construction: a fictional quiz for schools, on 2026-11-21.
#[derive(Debug, Clone)]
pub(super) struct Case {
    tool: Tool,
    edition: Edition,
    question: Question,
    users: Users,
    parameters: Rc<[Parameter]>,
}

impl Case {
    fn new(users: Users) -> Self {
        let edition = Edition {
            id: "school".to_owned(),
            name: "Voorbeeldquiz".to_owned(),
            plan: Plan::Education,
            domains: Vec::new(),
            facts: Vec::new(),
            assessments: Vec::new(),
        };
        let tool = Tool {
            id: "voorbeeldquiz".to_owned(),
            name: "Voorbeeldquiz".to_owned(),
            other_names: Vec::new(),
            supplier: "voorbeeld-media".to_owned(),
            kind: Kind::Quiz,
            purposes: vec![Purpose::Practise],
            domains: Vec::new(),
            stores: Vec::new(),
            status: Status::Active,
            status_cited: None,
            usage: Usage::Common,
            editions: Vec::new(),
        };
        Self { tool, edition, question: Question::on(day("2026-11-21")), users, parameters: parameters().into() }
    }

    pub(super) fn pupils(age: u8) -> Self {
        Self::new(Users::Pupils(age))
    }

    pub(super) fn staff() -> Self {
        Self::new(Users::Staff)
    }

    pub(super) fn kind(mut self, kind: Kind) -> Self {
        self.tool.kind = kind;
        self
    }

    pub(super) fn plan(mut self, plan: Plan) -> Self {
        self.edition.plan = plan;
        self
    }

    pub(super) fn status(mut self, status: Status) -> Self {
        self.tool.status = status;
        self
    }

    pub(super) fn fact(self, key: FactKey, value: Value) -> Self {
        self.fact_from(key, value, Jurisdiction::Nl)
    }

    pub(super) fn fact_from(mut self, key: FactKey, value: Value, jurisdiction: Jurisdiction) -> Self {
        assert!(value.fits(key), "{key} {value}");
        let known = Known {
            value,
            source: SourceId("page".to_owned()),
            place: "1".to_owned(),
            content_date: Some(day("2018-01-01")),
            checked_on: day("2026-11-21"),
            review_by: day("2030-01-01"),
            jurisdiction,
        };
        self.edition.facts.retain(|entry| entry.key != key);
        self.edition.facts.push(FactEntry::new(key, Vec::new(), Fact::Known(known)));
        self
    }

    pub(super) fn assessment(self, date: &str, outcome: AssessmentOutcome) -> Self {
        self.assessed(date, outcome, Scope::default(), OutsideScope::NotCovered)
    }

    pub(super) fn scoped_assessment(self, date: &str, minimum_age: u8, outside: OutsideScope) -> Self {
        let scope = Scope { minimum_age: Some(minimum_age), ..Scope::default() };
        self.assessed(date, AssessmentOutcome::UsableWithMeasures, scope, outside)
    }

    fn assessed(mut self, date: &str, outcome: AssessmentOutcome, scope: Scope, outside_scope: OutsideScope) -> Self {
        self.edition.assessments.push(Assessment {
            by: "SIVON".to_owned(),
            date: day(date),
            outcome,
            scope,
            outside_scope,
            measures: Vec::new(),
            source: SourceId("report".to_owned()),
            place: "1".to_owned(),
            checked_on: day("2026-11-21"),
            review_by: day("2030-01-01"),
        });
        self
    }

    #[expect(clippy::wrong_self_convention, reason = "named after the field of the question")]
    pub(super) fn as_of(mut self, date: &str) -> Self {
        self.question.as_of = day(date);
        self
    }

    pub(super) fn country(mut self, code: &str) -> Self {
        self.question.country = Country::from_code(code).expect("a country");
        self
    }

    pub(super) fn sector(mut self, sector: Option<Sector>) -> Self {
        self.question.sector = sector;
        self
    }

    pub(super) fn purpose(mut self, purpose: Purpose) -> Self {
        self.question.purpose = Some(purpose);
        self
    }

    pub(super) fn account(mut self, account: Account) -> Self {
        self.question.account = Some(account);
        self
    }

    pub(super) fn data(mut self, data: Data) -> Self {
        self.question.data = Some(data);
        self
    }

    pub(super) fn device(mut self, device: Device) -> Self {
        self.question.device = Some(device);
        self
    }

    pub(super) fn procured(mut self, procured: Option<bool>) -> Self {
        self.question.procured = procured;
        self
    }

    pub(super) fn compulsory(mut self, compulsory: bool) -> Self {
        self.question.compulsory = Some(compulsory);
        self
    }

    pub(super) fn without_fact(mut self, key: FactKey) -> Self {
        self.edition.facts.retain(|entry| entry.key != key);
        self
    }

    /// The same where the knowledge base lacks a parameter.
    pub(super) fn without_parameter(&self, id: ParameterId) -> Self {
        let others = self.parameters.iter().filter(|parameter| parameter.id != id);
        Self { parameters: others.cloned().collect(), ..self.clone() }
    }

    /// What a rule finds on each route.
    pub(super) fn on_every_route(&self, rule: &Rule) -> Vec<Finding> {
        self.on_route(|situation| Route::ALL.iter().map(|&route| (rule.check)(situation, route)).collect())
    }

    /// What the age of the evidence adds to a rule's finding.
    pub(super) fn aged(&self, rule: &Rule, route: Route) -> Finding {
        self.on_route(|situation| super::outdated::over(situation, route, &(rule.check)(situation, route)))
    }

    pub(super) fn finding(&self, rule: &Rule, route: Route) -> Finding {
        let finding = self.on_route(|situation| (rule.check)(situation, route));
        assert!(
            finding.effect == Effect::NotApplicable || rule.because.contains(&finding.because),
            "{} does not name {}",
            rule.id,
            finding.because
        );
        finding
    }

    /// What a look finds at a school that wrote down these decisions.
    pub(super) fn at_school(&self, decisions: &str, look: impl Fn(&Situation<'_>) -> Finding) -> Finding {
        let text = format!(r#"{{"name":"a","date":"2026-11-21","decisions":[{decisions}]}}"#);
        let national = National { tool: &|_| Some(self.tool.clone()), nearest: &|_| None };
        let school = School::read(text.as_bytes(), &national).expect("it reads");
        let at = school.at(&self.tool.id, &self.edition.id, self.question.as_of);
        self.on_route(|situation| look(&Situation { school: Some(at), ..*situation }))
    }

    /// What a look at the case gives.
    pub(super) fn on_route<T>(&self, look: impl Fn(&Situation<'_>) -> T) -> T {
        let facts = super::FactsOn::new(&self.edition, self.question.as_of);
        let situation = Situation {
            tool: &self.tool,
            edition: &self.edition,
            facts: &facts,
            parameters: &self.parameters,
            question: &self.question,
            users: self.users,
            expired: false,
            lacking: &[],
            approved: false,
            school: None,
        };
        look(&situation)
    }

    pub(super) fn effect(&self, rule: &Rule, route: Route) -> Effect {
        self.finding(rule, route).effect
    }
}

fn parameters() -> Vec<Parameter> {
    let value = |country: Option<&str>, sector, value, from: &str, conflict| ParameterValue {
        country: country.and_then(Country::from_code),
        sector,
        value,
        valid_from: day(from),
        valid_to: None,
        source: SourceId("law".to_owned()),
        place: "1".to_owned(),
        checked_on: day("2026-11-21"),
        conflict,
    };
    vec![
        Parameter {
            id: ParameterId::ConsentAge,
            values: vec![
                value(Some("DK"), None, 13, "2018-05-25", false),
                value(Some("DK"), None, 15, "2024-01-01", false),
                value(Some("NL"), None, 16, "2018-05-25", false),
                value(Some("SI"), None, 15, "2018-05-25", true),
            ],
        },
        Parameter { id: ParameterId::EmotionRecognitionBan, values: vec![value(None, None, 1, "2025-02-02", false)] },
        Parameter { id: ParameterId::HighRiskAiDuties, values: vec![value(None, None, 1, "2027-12-02", false)] },
        Parameter {
            id: ParameterId::PhonesOutOfClass,
            values: vec![
                value(None, Some(Sector::Po), 1, "2024-08-01", false),
                value(None, Some(Sector::Vo), 1, "2024-01-01", false),
            ],
        },
    ]
}
