import type { Answer, ErrorCode, KnowledgeBase, LoadErrorCode, Question, Source } from "./index.js";

/** What `magdit-answer` carries. */
export interface AnswerEvent {
  answer: Answer;
  question: Question;
}

/** What `magdit-error` carries. */
export interface ErrorEvent {
  code: ErrorCode | LoadErrorCode;
}

/** `<magdit-check>`. Attributes: `lang`, `register`, `tool`, `edition`, `context`, `school`, `src`, `static`, `level`, `theme`. */
export declare class MagditCheck extends HTMLElement {
  /** What answers instead of the module; a `KnowledgeBase` is one. */
  source: Source | KnowledgeBase | undefined;
  /** The answer on show. */
  readonly answer: Answer | null;
  /** The question on show, without its days. */
  readonly question: Partial<Question>;
  /** Answers for a tool by its id. */
  check(tool: string, edition?: string): Promise<void>;
  /** Searches as if somebody typed the text and pressed Enter. */
  search(text: string): Promise<void>;
  /** Back to the empty search box. */
  reset(): void;
}

declare global {
  interface HTMLElementTagNameMap {
    "magdit-check": MagditCheck;
  }
  interface HTMLElementEventMap {
    "magdit-answer": CustomEvent<AnswerEvent>;
    "magdit-error": CustomEvent<ErrorEvent>;
  }
}
