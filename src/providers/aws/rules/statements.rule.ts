import { suggest } from "../../../base/suggest";
import type { RawStatement } from "../../../model/key";
import { checkPrincipal } from "../../../rules/keys/check-principal";
import { managedSettings, placesOf, statementsAt } from "../../../rules/keys/settings";
import { atKey, type Place, type Rule, type RuleContext } from "../../../rules/rule";
import type { SpecPath } from "../../../spec/spec-node";
import { kmsActions, listOf, matchesPattern } from "../catalog/policy-language";
import { isEveryone } from "../catalog/policy-lockout";

/** Raw statements of key policies: whole, about somebody, about KMS, and under names of their own. */
export const statementsRule: Rule = (context) => {
  const places = placesOf(context, managedSettings(context), ["policy", "statements"]);
  for (const { path } of places) {
    const statements = statementsAt(context, path);
    for (const [index, statement] of statements.entries()) {
      const at = [...path, index];
      checkWhole(context, statement, at);
      checkEffect(context, statement, at);
      checkPrincipals(context, statement, at);
      checkCharacters(context, statement, at);
    }
    checkNames(context, statements, path);
  }
};

/** AWS refuses a statement about nobody; one that lacks its actions or its resource it takes, and ignores. */
function checkWhole({ report }: RuleContext, statement: RawStatement, at: SpecPath): void {
  const parts = [
    { fields: ["Principal", "NotPrincipal"], isIgnored: false },
    { fields: ["Action", "NotAction"], isIgnored: true },
    { fields: ["Resource"], isIgnored: true },
  ];
  for (const part of parts) {
    const count = part.fields.filter((field) => statement[field] !== undefined).length;
    if (count !== 1) report("keys/statement-incomplete", { ...part, count }, at);
  }
}

const ACTION = /^(\*|kms:[A-Za-z*?]+)$/i;

/** What is about no action of KMS, or about another key than the policy's own, KMS takes and ignores. */
function checkEffect({ report }: RuleContext, statement: RawStatement, at: SpecPath): void {
  const check = (field: string, isRight: (one: string) => boolean, problem: (one: string) => string) => {
    const value = statement[field];
    for (const [index, one] of listOf(value).entries()) {
      const place = [...at, field, ...(Array.isArray(value) ? [index] : [])];
      if (!isRight(one)) report("keys/statement-without-effect", { problem: problem(one) }, place);
    }
  };
  for (const field of ["Action", "NotAction"]) {
    check(
      field,
      (one) => ACTION.test(one) && slipOf(one) === undefined,
      (one) => {
        const slip = slipOf(one);
        return `"${one}" is no action of KMS${slip === undefined ? "" : `; there is "${slip}"`}`;
      },
    );
  }
  check(
    "Resource",
    (one) => one === "*",
    (one) => `"${one}" is not the key`,
  );
}

/** The action that is most likely meant by one that there is not. */
function slipOf(action: string): string | undefined {
  const known = kmsActions.map((name) => `kms:${name}`);
  return known.some((one) => matchesPattern(action, one)) ? undefined : suggest(action, known);
}

function checkPrincipals(context: RuleContext, statement: RawStatement, at: SpecPath): void {
  const principal = statement["Principal"];
  if (statement["Effect"] === "Allow" && statement["Condition"] === undefined) {
    const isExcept = statement["NotPrincipal"] !== undefined;
    const place = [...at, isExcept ? "NotPrincipal" : "Principal"];
    if (isExcept || isEveryone(principal)) context.report("keys/statement-everyone", { isExcept }, place);
  }
  for (const field of ["Principal", "NotPrincipal"]) checkNamed(context, statement[field], [...at, field]);
}

/** Whoever a statement names: KMS refuses a policy about somebody that there cannot be. */
function checkNamed(context: RuleContext, named: unknown, at: SpecPath): void {
  if (typeof named === "string" && named !== "*") {
    const { principal: words, principalForm: form } = context.catalog.words;
    context.report("keys/principal-malformed", { principal: named, words, form, meant: [] }, at);
  }
  if (typeof named !== "object" || named === null) return;
  const { AWS: principals, Service: services } = named as {
    readonly AWS?: unknown;
    readonly Service?: unknown;
  };
  for (const [one, place] of placed(principals, [...at, "AWS"])) {
    const kind = context.catalog.parsePrincipal(one).kind;
    if (kind !== "everyone" && kind !== "account") checkPrincipal(context, one, place);
  }
  for (const [one, place] of placed(services, [...at, "Service"])) {
    const kind = context.catalog.parsePrincipal(one).kind;
    if (kind !== "everyone" && kind !== "service")
      context.report("keys/principal-malformed", { principal: one, ...SERVICE, meant: [] }, place);
  }
}

const SERVICE = {
  words: "the principal of a service",
  form: "<service>.<suffix>, such as rds.amazonaws.com",
};

/** One value or several, each with its place. */
function placed(value: unknown, path: SpecPath): readonly (readonly [string, SpecPath])[] {
  return listOf(value).map((one, index) => [one, Array.isArray(value) ? [...path, index] : path]);
}

/** https://docs.aws.amazon.com/kms/latest/APIReference/API_PutKeyPolicy.html */
const FOREIGN = /[^\t\n\r\u0020-\u00ff]/gu;

/** KMS takes Latin-1 only; what is generated never holds anything else. */
function checkCharacters(context: RuleContext, value: unknown, path: SpecPath): void {
  const check = (text: string, at: SpecPath | Place) => {
    const characters = [...new Set(text.match(FOREIGN))].join(" ");
    if (characters !== "") context.report("keys/policy-characters", { characters }, at);
  };
  if (typeof value === "string") return check(value, path);
  if (value === null || typeof value !== "object") return;
  for (const [key, item] of Object.entries(value)) {
    const at = [...path, Array.isArray(value) ? Number(key) : key];
    check(key, atKey(at));
    checkCharacters(context, item, at);
  }
}

const GENERATED = new Set([
  ...["EnableIAMPolicies", "KeyAdministrators", "ImportKeyMaterial", "ReplicateKey", "UpdatePrimaryRegion"],
  ...[
    "UseViaRds",
    "CreateDeclaredGrants",
    "DescribeDirect",
    "GrantsForAWSResources",
    "PerformanceInsights",
    "SecretsManager",
    "UseDirect",
  ],
  ...["CloudWatchLogs", "SnapshotConsumers", "SnapshotConsumerGrants"],
  ...["DenyReplicationElsewhere", "DenyOutsideOrganization"],
]);

function checkNames({ report }: RuleContext, statements: readonly RawStatement[], path: SpecPath): void {
  const names = new Set<string>();
  for (const [index, statement] of statements.entries()) {
    const sid = statement["Sid"];
    if (typeof sid !== "string") continue;
    const isGenerated = GENERATED.has(sid);
    if (isGenerated || names.has(sid))
      report("keys/statement-name", { sid, isGenerated }, [...path, index, "Sid"]);
    names.add(sid);
  }
}
