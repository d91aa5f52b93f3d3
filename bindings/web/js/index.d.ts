import type {
  Account,
  AgeBand,
  AskKey,
  AssessmentOutcome,
  Basis,
  Confidence,
  ConsentKind,
  Data,
  Decision,
  Device,
  Effect,
  ErrorCode,
  FactKey,
  Freshness,
  Jurisdiction,
  Kind,
  Language,
  LetterKind,
  LetterRefusal,
  MatchKind,
  NameKind,
  Outcome,
  OutsideScope,
  PartKind,
  Plan,
  Purpose,
  QueryKind,
  Register,
  Role,
  Route,
  Sector,
  SourceKind,
  Store,
  Strength,
  UnknownReason,
  Usage,
  Who,
} from "./vocabulary.js";

export type * from "./vocabulary.js";

/** A day such as `2026-11-21`. */
export type Day = string;

/** A value of a fact: yes or no, a number, a word, or words. */
export type Value = boolean | number | string | string[];

/**
 * What somebody wants to know. What is left out is answered for every case.
 * Without days, the question is asked today.
 */
export interface Question {
  role?: Role;
  /** Age of the youngest user in completed years, up to 120. */
  age?: number;
  sector?: Sector;
  purpose?: Purpose;
  account?: Account;
  data?: Data;
  device?: Device;
  procured?: boolean;
  compulsory?: boolean;
  /** Two capitals; left out, `NL`. */
  country?: string;
  edition?: string;
  /** The day the question is asked about. */
  as_of?: Day;
  /** The day it is asked. */
  today?: Day;
}

export interface Match {
  id: string;
  name: string;
  edition?: string;
  matched: string;
  kind: MatchKind;
  distance: number;
  judged: boolean;
}

export interface SearchResult {
  query_kind: QueryKind;
  confidence: Confidence;
  /** Whether the first match can be taken as what was meant without asking. */
  certain: boolean;
  matches: Match[];
  understood: { role?: Role; age?: number; sector?: Sector; account?: Account };
}

export interface Consent {
  kind: ConsentKind;
  until_age?: number;
}

export interface FactUsed {
  key: FactKey;
  label: string;
  value: Value | null;
  unknown?: UnknownReason;
  place?: string;
  source?: string;
  content_date?: Day;
  checked_on?: Day;
  review_by?: Day;
  outdated: boolean;
}

export interface AssessmentUsed {
  by: string;
  date: Day;
  outcome: AssessmentOutcome;
  place: string;
  source: string;
  checked_on: Day;
  review_by: Day;
  outdated: boolean;
}

export interface Reason {
  rule: string;
  case: string;
  effect: Effect;
  text: string;
  cites: string;
  sources: string[];
  facts: FactUsed[];
  conditions?: string[];
  assessment?: AssessmentUsed;
}

export interface Condition {
  id: string;
  who: Who;
  who_text: string;
  strength: Strength;
  text: string;
  because: string;
  applies_to?: string;
  cites: string;
  sources: string[];
  met_on?: Day;
  contact?: string;
}

export interface SourceShown {
  id: string;
  publisher: string;
  title: string;
  url: string;
  content_date?: Day;
  checked_on: Day;
}

export type Change =
  | { kind: "account"; value: Account }
  | { kind: "any_edition" | "no_personal_data" | "voluntary" | "own_device" | "contract" | "teacher_shows" }
  | { kind: "school_decision" | "parental_consent" }
  | { kind: "fact"; value: [FactKey, Value] };

export interface SchoolAnswer {
  name: string;
  file_date: Day;
  sector?: Sector;
  /** Nothing where the file says nothing of this tool. */
  decision?: Decision;
  date?: Day;
  decided_by?: string;
  valid_until?: Day;
  route?: Route;
  in_force: boolean;
  unreadable: boolean;
  conditions: string[];
  settings?: string[];
  text: string;
}

/** A part of the parents' page or of a letter. */
export interface ParentsPart {
  kind: PartKind;
  title: string;
  sentences: string[];
  /** The answers to choose from, of the same weight; none is chosen. */
  options?: string[];
}

/** A letter to parents, or why there is none; then it has no parts. */
export interface Letter {
  kind: LetterKind;
  title: string;
  refused?: LetterRefusal;
  refused_text?: string;
  parts: ParentsPart[];
}

/** What parents are told of this use, and the letters that fit it. */
export interface ForParents {
  parts: ParentsPart[];
  letters: Letter[];
}

/** The answer to a question about one tool. Read `outcome` first. */
export interface Answer {
  tool: string;
  name: string;
  supplier: string;
  edition: string | null;
  edition_name: string | null;
  outcome: Outcome;
  headline: string;
  route: Route | null;
  route_text: string;
  why: string;
  routes: { route: Route; ok: boolean; outcome: Outcome; rule: string; because: string }[];
  consent: Consent;
  consent_text: string;
  conditions: Condition[];
  reasons: Reason[];
  unknowns: { key: FactKey; label: string; route: Route; reason?: UnknownReason; searched?: string[] }[];
  sources: SourceShown[];
  by_case: {
    age: AgeBand;
    outcome: Outcome;
    route: Route | null;
    consent: Consent;
    routes: { route: Route; outcome: Outcome }[];
  }[];
  editions: { id: string; name: string; outcome: Outcome; route: Route | null }[];
  would_change: { changes: Change[]; text: string; outcome: Outcome; route: Route | null }[];
  alternatives: { id: string; name: string; outcome: Outcome; route: Route | null; basis: Basis }[];
  /** That it was a yes until what it rests on grew too old. */
  was?: { outcome: Outcome; route: Route | null; on: Day; text: string };
  instead?: string;
  school?: SchoolAnswer;
  /** What parents are told, when the role is `parent`. */
  parents?: ForParents;
  basis: Basis;
  freshness: Freshness;
  checked_on?: Day;
  review_by?: Day;
  as_of: Day;
  knowledge_base: { edition: number; issued: Day; sha256: string };
  standing: string;
}

/** What is recorded under a key: known, not known, or without sense here. */
export type FactEntry = { key: FactKey; routes?: Route[] } & (
  | {
      value: Value;
      source: string;
      place: string;
      jurisdiction: Jurisdiction;
      content_date?: Day;
      checked_on: Day;
      review_by: Day;
    }
  | { unknown: UnknownReason; searched: string[]; checked_on: Day }
  | { not_applicable: true; checked_on: Day }
);

export interface Edition {
  id: string;
  name: string;
  plan: Plan;
  domains?: string[];
  facts: FactEntry[];
  assessments?: {
    by: string;
    date: Day;
    outcome: AssessmentOutcome;
    scope: { minimum_age?: number; roles?: Role[]; sectors?: Sector[]; data?: Data[] };
    outside_scope: OutsideScope;
    measures?: string[];
    source: string;
    place: string;
    checked_on: Day;
    review_by: Day;
  }[];
}

export type Status =
  | { state: "active" }
  | { state: "discontinued"; on?: Day; replaced_by?: string; source: string }
  | { state: "renamed"; on?: Day; to: string; source: string };

/** A record, with its supplier's name and every document it refers to. */
export interface Tool {
  id: string;
  name: string;
  other_names?: { text: string; kind: NameKind }[];
  supplier: string;
  kind: Kind;
  purposes: Purpose[];
  domains?: string[];
  stores?: { store: Store; id: string }[];
  status: Status;
  usage: Usage;
  editions: Edition[];
  status_cited?: { source: string; place?: string; checked_on?: Day };
  supplier_name: string;
  sources: {
    id: string;
    kind: SourceKind;
    publisher: string;
    title: string;
    url: string;
    archive_url?: string;
    language: string;
    jurisdiction: Jurisdiction;
    content_date?: Day;
    checked_on: Day;
  }[];
}

/** What somebody answered so far about a tool that nobody recorded. */
export interface Answers {
  name: string;
  supplier?: string;
  answers?: { [key in AskKey]?: Value };
}

export interface ToLookUp {
  key?: AskKey;
  asked: string;
  help: string;
  why: string;
}

export type Step =
  | {
      step: "ask";
      key: AskKey;
      text: string;
      help: string;
      options: { value: Value; text: string }[];
      several: boolean;
      any_age_up_to?: number;
      number: number;
      at_most: number;
    }
  | {
      step: "done";
      answer: Answer;
      provisional: boolean;
      valid_until: Day;
      notice: string;
      request: {
        tool: string;
        supplier?: string;
        date: Day;
        valid_until: Day;
        question: Question;
        outcome: Outcome;
        answers: Answers;
        answered: { key: AskKey; asked: string; answer: string; why: string }[];
        unknown: ToLookUp[];
        advice: ToLookUp[];
        text: string;
      };
    };

export interface Info {
  version: string;
  number: number;
  issued: Day;
  review_by: Day;
  expires: Day;
  freshness?: Freshness;
  tools: number;
  sha256: string;
  school?: {
    name: string;
    date: Day;
    sector?: Sector;
    decisions: number;
    tools: number;
    problems: SchoolProblem[];
  };
}

/** An entry of a school's file that is not right. */
export interface SchoolProblem {
  list: string;
  number: number;
  tool?: string;
  what: string;
  remedy: string;
  skipped: boolean;
  asks_school: boolean;
}

/** Beside the codes of the library: what can go wrong before it is there. */
export type LoadErrorCode = "not_loaded" | "module_refused" | "not_in_export" | "export_outdated";

/** What went wrong: `code` for a program, the message for its author. */
export declare class MagditError extends Error {
  readonly code: ErrorCode | LoadErrorCode;
}

/** A verified knowledge base. Calls throw a `MagditError`. */
export declare class KnowledgeBase {
  private constructor();
  /** Tools by name, with typing errors, by the beginning of a name, or by a link. */
  search(text: string, limit?: number): SearchResult;
  /** The record of a tool. */
  tool(id: string): Tool;
  /** Whether a tool may be used. A question that is text is passed as it is. */
  check(id: string, question?: Question | string, language?: Language): Answer;
  /**
   * What to ask next about a tool that nobody recorded, or the provisional
   * answer. In a browser the first call loads the whole module.
   */
  questionnaire(answers: Answers | string, question?: Question | string, language?: Language): Promise<Step>;
  /**
   * The same knowledge base with a school's own file (JSON) over it. In a
   * browser the first call loads the whole module.
   */
  withSchool(file: Uint8Array | string): Promise<KnowledgeBase>;
  /** Which knowledge base this is, and how old on a day; `null` for no day. */
  info(today?: Day | null): Info;
  /** The sentences of one section of the texts, by key. */
  texts(section: string, language?: Language, register?: Register): Record<string, string>;
  /** Whether this is a later publication than another; it says nothing about who made either. */
  supersedes(other: KnowledgeBase): boolean;
  /** Frees its memory. Calls after that throw `closed_handle`. */
  close(): void;
}

type Call<F> = F extends (...given: infer G) => infer R ? (...given: G) => Awaited<R> | Promise<Awaited<R>> : never;

/** What `<magdit-check>` needs to know of a tool. */
export type ToolBrief = Pick<Tool, "id" | "name" | "supplier_name"> & {
  editions: Pick<Edition, "id" | "name" | "plan">[];
};

/**
 * What `<magdit-check>` asks: the calls of a `KnowledgeBase`, each of which may
 * also answer later. Without `questionnaire` no provisional answer is offered.
 */
export interface Source {
  search: Call<KnowledgeBase["search"]>;
  tool(id: string): ToolBrief | Promise<ToolBrief>;
  check: Call<KnowledgeBase["check"]>;
  texts: Call<KnowledgeBase["texts"]>;
  info: Call<KnowledgeBase["info"]>;
  questionnaire?: Call<KnowledgeBase["questionnaire"]>;
  withSchool?(file: Uint8Array | string): Source | Promise<Source>;
  /** Values that each field of a question may have, `true` for every one; left out, everything can be asked. */
  readonly asks?: { readonly [field: string]: readonly string[] | true };
  /** Where tools are found by name only: how many there are. */
  readonly namesOnly?: number;
  /** Whether a tool can be asked about; left out, every tool that answers name. */
  has?(id: string): boolean;
}

/** Where the files of the package stand. */
export declare const MODULE: URL;
export declare const WHOLE_MODULE: URL;
export declare const KNOWLEDGE_BASE: URL;

/** Today where this device is. */
export declare function today(now?: Date): Day;

/**
 * Which module. A browser loads the small one, and the whole one when
 * `questionnaire` or `withSchool` is first called; Node has the whole one.
 */
export interface Loading {
  /** Where the small module stands. */
  module?: URL | string;
  /** Where the whole module stands. */
  wholeModule?: URL | string;
  /** Load the whole module at once: for a page that is going to need it. */
  whole?: boolean;
}

/**
 * Opens the knowledge base of the package; or bytes or an address (in Node
 * also a path) that holders of `keys` signed. `keys` is the text of the
 * publisher's key file: carry it in your program, and never take it from where
 * the file comes from.
 */
export declare function open(
  input?: Uint8Array | ArrayBuffer | URL | string,
  options?: { keys?: string } & Loading,
): Promise<KnowledgeBase>;

/**
 * Opens a knowledge base that anybody may have made: one that came with your
 * program, or for tests.
 */
export declare function openUnsigned(
  input: Uint8Array | ArrayBuffer | URL | string,
  options?: Loading,
): Promise<KnowledgeBase>;
