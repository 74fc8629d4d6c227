/** What IAM is asked: whether an action may be done with a resource, and what is known when it is asked. */
export interface Permission {
  readonly action: string;
  readonly resource: string;
  /** Condition keys and their values. */
  readonly context: Readonly<Record<string, string>>;
}
