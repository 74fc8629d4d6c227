import type { ProviderCatalog } from "./provider-catalog";
import type { LanguageGap } from "./provider-language";

/** What a field of a spec gets from a provider where it is not written. */
export interface LanguageDefault {
  /** Steps from the top of the spec; `*` stands for any name. */
  readonly path: readonly string[];
  readonly value: string | number | Readonly<Record<string, number>>;
}

/** The language of one provider, for those who read it without a compiler that asks the catalog. */
export interface PublishedLanguage {
  /** As a spec names the provider. */
  readonly name: string;
  /** For people. */
  readonly title: string;
  readonly gaps: readonly LanguageGap[];
  readonly defaults: readonly LanguageDefault[];
}

/** The language of the provider of a catalog. */
export function publishedLanguage(name: string, catalog: ProviderCatalog): PublishedLanguage {
  return { name, title: catalog.title, gaps: catalog.gaps, defaults: defaultsOf(catalog) };
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
