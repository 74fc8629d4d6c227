import { counted } from "../../../base/text";
import type { KeyStrategy } from "../../../model/key";
import type { ProviderCatalog } from "../../../model/provider-catalog";
import { alloydb } from "./alloydb";
import { cloudSqlEngines } from "./cloud-sql";
import { ALPHANUMERIC, type GoogleEngine } from "./engine";
import { googleGaps } from "./gaps";
import { parseKeyIdentifier, parsePrincipal } from "./identifiers";
import { keySpecs, SYMMETRIC, usageOfPurpose } from "./key-specs";
import { limits } from "./limits";
import { machineProblem } from "./machines";
import { keyLocations, mayBeRegion, regions } from "./regions";
import { DEFAULT_DISK } from "./storage";

/** The engines of Cloud SQL and AlloyDB, by their names in a spec. */
export const engines: ReadonlyMap<string, GoogleEngine> = new Map(
  [...cloudSqlEngines, alloydb].map((engine) => [engine.name, engine]),
);

const STRATEGIES: ReadonlyMap<string, KeyStrategy> = new Map<string, KeyStrategy>([
  ["single-region", "single-region"],
  ["multi-region", "multi-region"],
  ["provider-managed", "provider-managed"],
  ["existing", "existing"],
]);

/** What the neutral stages may know of Google Cloud. */
export const googleCatalog: ProviderCatalog = {
  title: "Google Cloud",
  gaps: googleGaps,
  requiredFields: [["provider", "project"]],
  capabilities: {
    multiRegionKeys: "location",
    keyAliases: false,
    materialVariable: false,
    keyUses: ["storage"],
    network: "global",
  },
  words: {
    key: "the full name of a key",
    keyForm: "projects/<project>/locations/<Region>/keyRings/<ring>/cryptoKeys/<key>",
    principal: "a member of an IAM policy",
    principalForm:
      "user:<e-mail>, group:<e-mail>, serviceAccount:<e-mail>, principal://… or principalSet://…",
    standby: "regional",
    // What only reads are the nodes of one pool.
    instances: (count) => (count === 1 ? "1 instance" : `1 instance, ${counted(count - 1, "read node")}`),
    instanceClass: { cluster: "n2-highmem-4", instance: "db-custom-4-15360" },
  },
  regions,
  mayBeRegion,
  engines,
  limits,
  defaults: {
    // What CIS 1.10 and the scanners ask for.
    rotationPeriodDays: 90,
    deletionWindowDays: 30,
    backupRetentionDays: 14,
    clusterInstances: 1,
    masterUsername: "dbadmin",
    keySpec: SYMMETRIC,
    keyProtection: "software",
    storageType: DEFAULT_DISK,
    caCertificate: "GOOGLE_MANAGED_INTERNAL_CA",
  },
  strategies: STRATEGIES,
  keySpecs,
  keySpecWords: new Map([["symmetric", SYMMETRIC]]),
  keyLocations,
  usageOfPurpose,
  directUsePurposes: ["client-side-encryption", "signing", "mac"],
  servicePurposes: ["database", "secrets"],
  passwordSources: (engine) => {
    if (engine.form === "cluster") return ["none", "variable"];
    return engine.supportsIamAuthentication ? ["variable", "none"] : ["variable"];
  },
  instanceClassProblem: machineProblem,
  instanceClasses: [],
  parseKeyIdentifier,
  parsePrincipal,
  // Backups are not named in a spec for Google Cloud.
  parseSnapshot: () => ({ kind: "malformed" }),
  isReservedAlias: () => false,
  identifier: {
    isValid: (text) => /^[a-z]([a-z0-9-]*[a-z0-9])?$/.test(text),
    form: "a lower-case letter, then lower-case letters, digits and `-`, not ending in `-`",
  },
  masterUsername: {
    ...ALPHANUMERIC,
  },
};
