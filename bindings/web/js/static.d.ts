import type { Answer, Info, Language, Question, Register, SearchResult, ToolBrief } from "./index.js";

export { MagditError } from "./index.js";

/** A tree of `magdit export web`, with the calls that `<magdit-check>` needs. */
export declare class StaticSource {
  private constructor();
  /** Values that each field of a question may have; `true` for every one. */
  readonly asks: { readonly [field: string]: readonly string[] | true };
  /** How many tools are found, and only by name. */
  readonly namesOnly: number;
  /** Tools by name, by its beginning, or with one slip. */
  search(text: string, limit?: number): Promise<SearchResult>;
  /** Whether the tree has answers about a tool. */
  has(id: string): boolean;
  /** Name, supplier and editions; the whole record is not part of the tree. */
  tool(id: string): Promise<ToolBrief>;
  /**
   * The answer of the library, where it was asked beforehand. Otherwise
   * `not_in_export`, and on a day on which it does not hold `export_outdated`.
   */
  check(id: string, question?: Question, language?: Language): Promise<Answer>;
  texts(section: string, language?: Language, register?: Register): Promise<Record<string, string>>;
  info(): Promise<Info>;
  /** Refused with `not_in_export`: the school's file belongs into the tree. */
  withSchool(): Promise<never>;
}

/** Opens a tree by the address of its `index.json`; `read` gives the bytes behind an address. */
export declare function openStatic(
  address: string | URL,
  options?: { read?: (address: URL) => Promise<Uint8Array> },
): Promise<StaticSource>;
