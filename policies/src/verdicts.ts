/** What a rule says about one resource. */
export interface Finding {
  /** The resource's key in the estate. */
  readonly key: string;
  /** What is wrong or not known, with the value received. */
  readonly message: string;
}

/** What one rule says about an estate; failures and undecided are among the judged. Order says nothing. */
export interface Verdict {
  /** Keys of the resources that the rule spoke of. */
  readonly judged: readonly string[];
  /** What fails. */
  readonly failures: readonly Finding[];
  /** What depends on values that are known only after apply. */
  readonly undecided: readonly Finding[];
}

/** What the compiled policy gives at its entrypoint `iris/verdicts`: every rule's verdict, by rule id. */
export type Verdicts = Readonly<Record<string, Verdict>>;
