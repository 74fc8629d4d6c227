import { chooseStrategy, type Choice } from "../advice/choose";
import { invariant } from "../base/invariant";
import type { Need, ToldNeed } from "../model/advice";
import type { Topology } from "../model/database";
import type { KeyStrategy } from "../model/key";
import { strategyWord } from "../model/provider-catalog";
import type { StarterAnswers, StarterProvider } from "./answers";
import { comment, type StarterLines } from "./comment";

/** The key sets that the answers ask for, each with the reason for its strategy. */
export function keySetLines(
  answers: StarterAnswers,
  topology: Topology | undefined,
  provider: StarterProvider,
): StarterLines {
  const storage = storageKeySet(answers, topology, provider);
  // Without databases the keys are for clients: what else would they be for?
  const hasClients = answers.hasClients || storage.length === 0;
  return ["keys:", ...storage, ...(hasClients ? clientKeySet(answers, provider) : [])];
}

function storageKeySet(
  answers: StarterAnswers,
  topology: Topology | undefined,
  provider: StarterProvider,
): StarterLines {
  if (topology === undefined || answers.engine === undefined) return [];
  const { regions } = answers;
  const isCluster = provider.catalog.engines.get(answers.engine)?.form === "cluster";
  const isOwnedPossible = isCluster && topology === "single-region";
  const told = [...answers.needs].filter((need) => need !== "portable-ciphertext");
  const choice = choose(
    ["storage", ...(topology === "single-region" ? [] : (["disaster-recovery"] as const)), ...told],
    [
      "single-region",
      "multi-region",
      "provider-managed",
      ...(isOwnedPossible ? (["provider-owned"] as const) : []),
    ],
    provider,
  );
  const used = topology === "single-region" ? regions.slice(0, 1) : regions;
  const where = used.length < regions.length ? [`    regions: [${used.join(", ")}]`] : [];
  return [
    ...reasons(choice),
    ...(answers.needs.has("blast-radius")
      ? comment("Make another key set for every further database.", 2)
      : []),
    "  storage:",
    `    strategy: ${strategyWord(provider.catalog, choice.strategy)}`,
    ...where,
    ...settings(answers, choice, used, "storage", provider),
  ];
}

function clientKeySet(answers: StarterAnswers, provider: StarterProvider): StarterLines {
  const { regions, needs } = answers;
  const shared: readonly ToldNeed[] = ["residency", "custom-rotation", "own-material", "central-account"];
  const isPortable = regions.length > 1 && needs.has("portable-ciphertext");
  const used = isPortable ? regions : regions.slice(0, 1);
  const choice = choose(
    [isPortable ? "portable-ciphertext" : "use-in-one-region", ...shared.filter((need) => needs.has(need))],
    ["single-region", "multi-region"],
    provider,
  );
  return [
    ...reasons(choice),
    "  clients:",
    `    strategy: ${strategyWord(provider.catalog, choice.strategy)}`,
    "    purpose: [client-side-encryption]",
    ...(used.length < regions.length ? [`    regions: [${used.join(", ")}]`] : []),
    ...settings(answers, choice, used, "clients", provider),
  ];
}

function choose(
  needs: readonly Need[],
  possible: readonly KeyStrategy[],
  { advice }: StarterProvider,
): Choice {
  const asked = new Set(needs);
  const withExisting = asked.has("central-account") ? [...possible, "existing" as const] : possible;
  const choice = chooseStrategy(
    { needs: asked, possible: withExisting, present: undefined },
    advice.decisions,
  );
  invariant(choice !== undefined, "every key set has a row of the decision table");
  return choice;
}

function reasons({ decision, unmet }: Choice): StarterLines {
  return [
    ...comment(`${decision.requirement}: ${decision.why}`, 2),
    `  # ${decision.source}`,
    ...unmet.flatMap((one) =>
      comment(
        `Not met: ${one.decision.short}${one.because === undefined ? "" : `, excluded by ${one.because.short}`}.`,
        2,
      ),
    ),
  ];
}

function settings(
  { regions, needs }: StarterAnswers,
  { strategy }: Choice,
  used: readonly string[],
  kind: "storage" | "clients",
  { starter }: StarterProvider,
): StarterLines {
  const { existing, multiRegionLines, ownMaterialLine } = starter;
  const placeholders = starter.placeholders(regions[0]);
  const { account, otherAccount, administrator, operator, user, keyId, rotationPeriodDays } = placeholders;
  if (strategy === "provider-managed" || strategy === "provider-owned") return [];
  if (strategy === "existing") {
    const areRelated = kind === "clients" && used.length > 1;
    const owner = needs.has("central-account") ? otherAccount : account;
    return [
      `    ${existing.field}: # yours: ${existing.words}`,
      ...used.map((region) => `      ${region}: ${keyId(region, owner, areRelated)}`),
    ];
  }
  const isExternal = needs.has("own-material");
  return [
    ...(strategy === "multi-region" ? multiRegionLines(regions[0]) : []),
    ...(isExternal ? [ownMaterialLine(kind)] : []),
    ...(needs.has("custom-rotation") && !isExternal
      ? [`    rotation: { periodDays: ${rotationPeriodDays} } # yours`]
      : []),
    "    policy:",
    `      administrators: ["${administrator(account)}"] # yours: who manages the keys`,
    kind === "storage"
      ? `      operators: ["${operator(account)}"] # yours: who creates and runs databases`
      : `      users: ["${user(account)}"] # yours: who encrypts and decrypts`,
  ];
}
