import { groupBy } from "../base/group-by";
import type { Topology } from "./database";
import type { ProviderCatalog } from "./provider-catalog";
import type { LanguageGap } from "./provider-language";

/** What a field of a spec gets from a provider where it is not written. */
export interface LanguageDefault {
  /** Steps from the top of the spec; `*` stands for any name. */
  readonly path: readonly string[];
  readonly value: string | number | Readonly<Record<string, number>>;
  /** Where it holds only for some words of other fields beside it. */
  readonly when?: Readonly<Record<string, readonly string[]>>;
}

/** The language of one provider, for those who read it without a compiler that asks the catalog. */
export interface PublishedLanguage {
  /** As a spec names the provider. */
  readonly name: string;
  /** For people. */
  readonly title: string;
  readonly gaps: readonly LanguageGap[];
  readonly defaults: readonly LanguageDefault[];
  /** Fields that no spec can leave out, by their steps. */
  readonly required: readonly (readonly string[])[];
}

/** The language of the provider of a catalog. */
export function publishedLanguage(name: string, catalog: ProviderCatalog): PublishedLanguage {
  return {
    name,
    title: catalog.title,
    gaps: catalog.gaps,
    defaults: [...defaultsOf(catalog), ...passwordDefaults(catalog)],
    required: catalog.requiredFields,
  };
}

/** The defaults of a provider, by the fields that they are of. */
function defaultsOf({ defaults }: ProviderCatalog): readonly LanguageDefault[] {
  const { rotationPeriodDays, deletionWindowDays, insightsRetentionDays } = defaults;
  const all: readonly (readonly [string, LanguageDefault["value"] | undefined])[] = [
    ["keys.*.rotation", { periodDays: rotationPeriodDays }],
    ["keys.*.rotation.periodDays", rotationPeriodDays],
    ["keys.*.deletionWindowDays", deletionWindowDays],
    ["keys.*.protection", defaults.keyProtection],
    ["databases.*.masterUsername", defaults.masterUsername],
    ["databases.*.backup.retentionDays", defaults.backupRetentionDays],
    ["databases.*.storage.type", defaults.storageType],
    ["databases.*.caCertificate", defaults.caCertificate],
    ["databases.*.monitoring.enhancedSeconds", defaults.enhancedMonitoringSeconds],
    ["databases.*.monitoring.logRetentionDays", defaults.logRetentionDays],
    [
      "databases.*.monitoring.performanceInsights",
      insightsRetentionDays === undefined ? undefined : { retentionDays: insightsRetentionDays },
    ],
    ["databases.*.monitoring.performanceInsights.retentionDays", insightsRetentionDays],
  ];
  return all.flatMap(([path, value]) => (value === undefined ? [] : [{ path: path.split("."), value }]));
}

const TOPOLOGIES: readonly Topology[] = ["global-database", "read-replicas", "single-region"];

/** Where master passwords come from, which engine and topology decide. */
function passwordDefaults({ engines, passwordSources }: ProviderCatalog): readonly LanguageDefault[] {
  return TOPOLOGIES.flatMap((topology) => {
    const having = [...engines.values()].filter(({ topologies }) => topologies.includes(topology));
    const bySource = groupBy(having, (engine) => passwordSources(engine, topology)[0] ?? "variable");
    return [...bySource].map(([value, own]) => ({
      path: ["databases", "*", "masterPassword"],
      value,
      when: { engine: own.map(({ name }) => name), topology: [topology] },
    }));
  });
}
