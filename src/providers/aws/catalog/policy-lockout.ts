import type { KeyPolicy, RawStatement } from "../../../model/key";
import { listOf, matchesPattern } from "./policy-language";

/*
 * Who can change the policy of a key: kms:PutKeyPolicy works within the key's own account only. Of the raw
 * statements only the clear cases are judged: a condition may make one harmless, and AWS has the last word.
 * https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html
 */

/** Why nobody could change a policy: nobody is let to, or statements, by their places, take it away again. */
export type Lockout =
  { readonly kind: "nobody" } | { readonly kind: "denied"; readonly statements: readonly number[] };

/** Judges a policy; undefined where somebody can change it. Without an account, ARNs are not told apart by theirs. */
export function findLockout(policy: KeyPolicy, account: string | undefined): Lockout | undefined {
  const menders = mendersOf(policy, account);
  if (menders.length === 0) return { kind: "nobody" };
  const denials = policy.statements.map((statement) =>
    isDenial(statement) ? menders.filter((mender) => isDenied(mender, statement, account)) : [],
  );
  if (!menders.every((mender) => denials.some((denied) => denied.includes(mender)))) return undefined;
  return { kind: "denied", statements: denials.flatMap((denied, index) => (denied.length > 0 ? index : [])) };
}

/** Whoever the account lets. */
const ACCOUNT = "account";
/** Whoever a raw statement lets without naming them. */
const SOMEBODY = "somebody";

/** Those who may change the policy, before anything is denied: ARNs, or one of the two words above. */
function mendersOf(policy: KeyPolicy, account: string | undefined): readonly string[] {
  const isOwn = (one: string) => account === undefined || accountOf(one) === account;
  const allowing = policy.statements.filter((one) => one["Effect"] === "Allow" && coversChange(one));
  return [
    ...(policy.accountRoot ? [ACCOUNT] : []),
    ...policy.administrators.filter(isOwn),
    ...allowing.flatMap((statement) => {
      const principal = statement["Principal"];
      if (principal === undefined || isEveryone(principal)) return [SOMEBODY];
      return principalsOf(principal)
        .filter(isOwn)
        .map((one) => (isWholeAccount(one) ? ACCOUNT : one));
    }),
  ];
}

function isDenial(statement: RawStatement): boolean {
  return statement["Effect"] === "Deny" && statement["Condition"] === undefined && coversChange(statement);
}

function isDenied(mender: string, statement: RawStatement, account: string | undefined): boolean {
  const { Principal: principal, NotPrincipal: spared } = statement;
  if (spared !== undefined) {
    const names = principalsOf(spared);
    return (
      accountOf(mender) !== undefined && !isEveryone(spared) && !names.some((name) => isSame(name, mender))
    );
  }
  if (isEveryone(principal)) return true;
  return principalsOf(principal).some(
    (name) => name === mender || (isWholeAccount(name) && accountOf(name) === (accountOf(mender) ?? account)),
  );
}

/** A spared account spares whoever is in it. */
function isSame(name: string, mender: string): boolean {
  return name === mender || (isWholeAccount(name) && accountOf(name) === accountOf(mender));
}

/** Whether a principal is everyone, in any of the ways to write it. */
export function isEveryone(principal: unknown): boolean {
  if (principal === "*") return true;
  if (typeof principal !== "object" || principal === null) return false;
  return Object.values(principal).some((named) => listOf(named).includes("*"));
}

/** The IAM principals that a statement names. */
export function principalsOf(principal: unknown): readonly string[] {
  const isMap = typeof principal === "object" && principal !== null;
  return isMap ? listOf((principal as { readonly AWS?: unknown }).AWS) : [];
}

/** Whether a statement is about an action. */
export function coversAction(statement: RawStatement, action: string): boolean {
  const actions = listOf(statement["Action"]);
  if (actions.length > 0) return actions.some((one) => matchesPattern(one, action));
  const spared = listOf(statement["NotAction"]);
  return spared.length > 0 && !spared.some((one) => matchesPattern(one, action));
}

function coversChange(statement: RawStatement): boolean {
  return coversAction(statement, "kms:PutKeyPolicy");
}

function isWholeAccount(principal: string): boolean {
  return /^([0-9]{12}|arn:[^:]*:iam::[0-9]{12}:root)$/.test(principal);
}

/** The account of a principal: an ARN, or the number alone. */
export function accountOf(principal: string): string | undefined {
  return /^(?:arn:[^:]*:[^:]*::)?([0-9]{12})(?::|$)/.exec(principal)?.[1];
}
