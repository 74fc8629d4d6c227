import { mustGet } from "../base/invariant";
import type { Topology } from "../model/database";
import type { StarterAnswers, StarterProvider } from "./answers";
import { comment, type StarterLines } from "./comment";
import { keySetLines } from "./key-set-lines";

/**
 * A commented spec to start from, as YAML: it compiles as it is, with what its owner must replace marked. `schema` is
 * where editors find the schema of the language: a path or an address.
 */
export function starterSpec(answers: StarterAnswers, provider: StarterProvider, schema: string): string {
  const topology = answers.engine === undefined ? undefined : topologyOf(answers, answers.engine, provider);
  const lines = [
    `# yaml-language-server: $schema=${schema}`,
    "#",
    ...comment("What stands before `# yours` is an example: put in your own. Then run keyspan validate."),
    "apiVersion: keyspan/v1",
    `name: ${answers.name}`,
    ...providerLines(answers, provider),
    ...regionLines(answers, topology, provider),
    ...keySetLines(answers, topology, provider),
    ...databaseLines(answers, topology, provider),
  ];
  return lines.map((line) => `${line}\n`).join("");
}

function topologyOf(
  { regions }: StarterAnswers,
  engine: string,
  { catalog, starter }: StarterProvider,
): Topology {
  const { topologies, supportsTopology } = mustGet(catalog.engines, engine);
  const { version } = mustGet(starter.engines, engine);
  const wanted = topologies.filter((one) => supportsTopology(one, version).supported);
  const several = wanted.find((one) => one !== "single-region");
  return regions.length > 1 && several !== undefined ? several : "single-region";
}

function providerLines({ regions, engine }: StarterAnswers, { starter }: StarterProvider): StarterLines {
  const { account } = starter.placeholders(regions[0]);
  const { field, words } = starter.owner;
  return [
    "provider:",
    `  name: ${starter.provider}`,
    `  ${field}: "${account}" # yours: ${words}`,
    ...(engine === undefined ? [] : starter.networkLines(account)),
  ];
}

function regionLines(
  { regions }: StarterAnswers,
  topology: Topology | undefined,
  { starter }: StarterProvider,
): StarterLines {
  const network = (region: string) => [`  ${region}:`, ...starter.regionLines];
  return [
    `primaryRegion: ${regions[0]}`,
    ...(topology === undefined || starter.regionLines.length === 0
      ? [`regions: [${regions.join(", ")}]`]
      : ["regions:", ...regions.flatMap(network)]),
  ];
}

function databaseLines(
  { engine, needs, regions }: StarterAnswers,
  topology: Topology | undefined,
  { starter, advice }: StarterProvider,
): StarterLines {
  if (engine === undefined || topology === undefined) return [];
  const { version, instanceClass, allocatedGiB } = mustGet(starter.engines, engine);
  const { otherAccount } = starter.placeholders(regions[0]);
  return [
    "databases:",
    "  main:",
    `    engine: ${engine}`,
    `    engineVersion: "${version}"`,
    `    topology: ${topology}`,
    "    key: storage",
    `    instances: { class: ${instanceClass} }`,
    ...(allocatedGiB === undefined ? [] : [`    storage: { allocatedGiB: ${allocatedGiB} }`]),
    ...(needs.has("snapshot-sharing") && advice.decisions.some(({ need }) => need === "snapshot-sharing")
      ? [`    shareSnapshotsWith: ["${otherAccount}"] # yours: who restores them`]
      : []),
  ];
}
