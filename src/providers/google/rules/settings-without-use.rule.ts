import { canBeNamed, type KeySet } from "../../../model/key";
import { CUSTOMER_MANAGED } from "../../../rules/keys/settings";
import { atKey, type Rule, type RuleContext } from "../../../rules/rule";
import { parseKeyIdentifier } from "../catalog/identifiers";

/** What the `provider` block says of keys, and that the deployment may have no use for. */
const SETTINGS: readonly {
  readonly field: "keyRing" | "keyProject" | "serviceAgents";
  readonly hasUse: (context: RuleContext) => boolean;
  readonly why: string;
}[] = [
  { field: "keyRing", hasUse: createsKeys, why: "the deployment creates no keys" },
  {
    field: "keyProject",
    hasUse: (context) => createsKeys(context) || hasKeyInKeyProject(context),
    why: "the deployment creates no keys, and names none of that project",
  },
  {
    field: "serviceAgents",
    hasUse: (context) => context.spec.provider.serviceAgents !== "create" || hasService(context),
    why: "no service uses a key that is created or named here",
  },
];

/** A setting without a use is told: whoever wrote it meant another deployment than this one. */
export const settingsWithoutUseRule: Rule = (context) => {
  for (const { field, hasUse, why } of SETTINGS) {
    const path = ["provider", field];
    if (context.spec.provider[field] === undefined || hasUse(context)) continue;
    context.report("provider/setting-without-use", { field, why }, atKey(path));
  }
};

function createsKeys({ resolved }: RuleContext): boolean {
  return [...resolved.keySets.values()].some(isCreated);
}

function isCreated({ strategy }: KeySet): boolean {
  return CUSTOMER_MANAGED.includes(strategy);
}

function hasKeyInKeyProject({ spec, resolved }: RuleContext): boolean {
  const keys = [...resolved.keySets.values()].flatMap(({ keyIn }) => [...keyIn.values()]);
  return keys.some((key) => {
    const parsed = key.kind === "existing-key" ? parseKeyIdentifier(key.id) : undefined;
    return parsed?.kind === "key" && parsed.account === spec.provider.keyProject;
  });
}

/** Whether a database, or Secret Manager, uses a key that can be named. */
function hasService({ resolved }: RuleContext): boolean {
  const used = new Set(resolved.assignments.map(({ keySet }) => keySet));
  return [...resolved.keySets.values()].some(
    ({ name, strategy, purposes }) =>
      canBeNamed(strategy) && (used.has(name) || purposes.includes("secrets")),
  );
}
