import { groupBy } from "../base/group-by";
import { sortedBy } from "../base/ordering";
import type {
  Configuration,
  MovedBlock,
  RawRecord,
  RawValue,
  ResourceBlock,
  ReviewedFile,
  RootModule,
} from "./configuration";
import { decodeJson } from "./decode-json";
import type { HclParser } from "./hcl-json";
import { splitText } from "./expression-text";
import { resourcesOf } from "./repetition";

/** Reads every root module from the files of a deployment. Throws HclSyntaxError for a file that is not HCL. */
export async function readConfiguration(
  files: readonly ReviewedFile[],
  parser: HclParser,
): Promise<Configuration> {
  const sources = sortedBy(
    files.filter(({ path }) => path.endsWith(".tf")),
    ({ path }) => path,
  );
  const configuration = new Map<string, RootModule>();
  for (const [folder, members] of groupBy(sources, ({ path }) => folderOf(path))) {
    const documents: RawRecord[] = [];
    for (const { path, content } of members)
      documents.push(await decodeJson((await parser.parse(path, content)) as RawRecord, parser));
    configuration.set(folder, readRoot(folder, documents));
  }
  return configuration;
}

function folderOf(path: string): string {
  return path.includes("/") ? path.slice(0, path.lastIndexOf("/")) : "";
}

function readRoot(folder: string, documents: readonly RawRecord[]): RootModule {
  const blocks = documents.flatMap((document) => [
    ...readBlocks("resource", document["resource"]),
    ...readBlocks("data", document["data"]),
  ]);
  const records = (keyword: string) => documents.flatMap((document) => bodies(document[keyword]));
  return {
    folder,
    blocks: new Map(blocks.map((block) => [block.address, block])),
    providers: new Map(documents.flatMap((document) => readProviders(document["provider"]))),
    variables: labelled(documents, "variable"),
    locals: new Map(records("locals").flatMap((record) => Object.entries(record))),
    outputs: labelled(documents, "output"),
    moved: records("moved").flatMap(readMoved),
    forgotten: new Set(records("removed").flatMap(readForgotten)),
    terraform: Object.assign({}, ...records("terraform")) as RawRecord,
  };
}

function readBlocks(kind: "resource" | "data", types: RawValue | undefined): ResourceBlock[] {
  return Object.entries(asRecord(types)).flatMap(([type, names]) =>
    Object.entries(asRecord(names)).flatMap(([name, list]) =>
      bodies(list).flatMap((body) => resourcesOf(readBlock(kind, type, name, body), body)),
    ),
  );
}

const META_ARGUMENTS = ["provider", "lifecycle", "depends_on", "count", "for_each"];

function readBlock(kind: "resource" | "data", type: string, name: string, body: RawRecord): ResourceBlock {
  const [lifecycle = {}] = bodies(body["lifecycle"]);
  const ignored = lifecycle["ignore_changes"];
  return {
    kind,
    type,
    name,
    address: kind === "data" ? `data.${type}.${name}` : `${type}.${name}`,
    provider: expressionOf(body["provider"]) ?? type.slice(0, type.indexOf("_")),
    arguments: Object.fromEntries(Object.entries(body).filter(([key]) => !META_ARGUMENTS.includes(key))),
    preventDestroy: lifecycle["prevent_destroy"] === true,
    createBeforeDestroy: lifecycle["create_before_destroy"] === true,
    ignoreChanges: (isList(ignored) ? ignored : [ignored]).flatMap((one) => expressionOf(one) ?? []),
  };
}

function readProviders(names: RawValue | undefined): [string, RawRecord][] {
  return Object.entries(asRecord(names)).flatMap(([name, list]) =>
    bodies(list).map((body): [string, RawRecord] => {
      const { alias, ...rest } = body;
      return [typeof alias === "string" ? `${name}.${alias}` : name, rest];
    }),
  );
}

function readMoved({ from, to }: RawRecord): MovedBlock[] {
  const [source, target] = [expressionOf(from), expressionOf(to)];
  return source === undefined || target === undefined ? [] : [{ from: source, to: target }];
}

function readForgotten(body: RawRecord): string[] {
  const address = expressionOf(body["from"]);
  const keeps = bodies(body["lifecycle"]).some((lifecycle) => lifecycle["destroy"] === false);
  return address !== undefined && keeps ? [address] : [];
}

function labelled(documents: readonly RawRecord[], keyword: string): ReadonlyMap<string, RawRecord> {
  return new Map(
    documents.flatMap((document) =>
      Object.entries(asRecord(document[keyword])).flatMap(([name, list]) =>
        bodies(list).map((body): [string, RawRecord] => [name, body]),
      ),
    ),
  );
}

/** The expression that a value is: `type.name.id` of `${type.name.id}`; a plain word is one too. */
function expressionOf(value: RawValue | undefined): string | undefined {
  if (typeof value !== "string") return undefined;
  const [part, ...rest] = splitText(value);
  return rest.length === 0 ? part?.text : undefined;
}

function bodies(value: RawValue | undefined): readonly RawRecord[] {
  return (isList(value) ? value : [value]).flatMap((one) => (isRecord(one) ? [one] : []));
}

function asRecord(value: RawValue | undefined): RawRecord {
  return isRecord(value) ? value : {};
}

/** Whether a value is a list. */
export function isList(value: RawValue | undefined): value is readonly RawValue[] {
  return Array.isArray(value);
}

/** Whether a value is a record. */
export function isRecord(value: RawValue | undefined): value is RawRecord {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
