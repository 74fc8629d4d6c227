import { oneOf } from "../../base/text";
import { error } from "../definition";

/** How Terraform moves a resource to another address. */
const MOVED = "https://developer.hashicorp.com/terraform/language/block/moved";

/** The document itself: YAML and the shape of the language. */
export const specDiagnostics = {
  "spec/unreadable": error<{ reason: string }>({
    message: ({ reason }) => `the file cannot be read: ${reason}`,
    help: () => "name a file that is there and that you may read; of a folder, its files, as in specs/*.yaml",
  }),
  "spec/not-utf8": error({
    message: () => "the file is not UTF-8 text",
    help: () => "save it as UTF-8",
  }),
  "spec/yaml-syntax": error<{ problem: string }>({
    message: ({ problem }) => `this is not valid YAML: ${lowerFirst(problem)}`,
    help: () => "mend the YAML; the rest is checked once it can be read",
  }),
  "spec/empty-document": error({
    message: () => "the document is empty",
    help: () => "start with `apiVersion: keyspan/v1`, or with one of the examples",
  }),
  "spec/former-name-in-use": error<{ kind: string; name: string; former: string }>({
    message: ({ kind, name, former }) =>
      name === former
        ? `${kind} "${name}" cannot be renamed from "${former}": that is its name`
        : `${kind} "${name}" cannot be renamed from "${former}": the spec still has a ${kind} of that name`,
    help: ({ name, former }) =>
      name === former
        ? "write the name that it had before, or leave renamedFrom out"
        : `rename "${former}", or call the new one something else: one address cannot be the old one of this and the new one of that`,
    sources: [MOVED],
  }),
  "spec/former-name-claimed": error<{ kind: string; former: string; name: string; other: string }>({
    message: ({ kind, former, name, other }) =>
      name === other
        ? `${kind} "${name}" names its former name "${former}" twice in a row`
        : `${kind} "${other}" was renamed from "${former}" as well; what stands can move to one place only`,
    help: () => "keep it where it is true",
    sources: [MOVED],
  }),
  "spec/too-large": error<{ limit: number }>({
    message: ({ limit }) => `the document is longer than ${limit} characters`,
    help: () => "split the deployment into several specs",
  }),
  "spec/too-deep": error<{ limit: number }>({
    message: ({ limit }) => `lists and maps stand more than ${limit} deep within each other`,
    help: () =>
      "a deployment goes a dozen deep: look for a bracket that is not closed, or an alias within its own kind",
  }),
  "spec/too-many-nodes": error<{ limit: number }>({
    message: ({ limit }) =>
      `the document has more than ${limit} values, aliases counted as often as they are used`,
    help: () => "remove the aliases, or split the deployment into several specs",
  }),
  "spec/alias-cycle": error({
    message: () => "an alias contains itself",
    help: () => "write the value out",
  }),
  "spec/key-not-text": error({
    message: () => "the key of an entry must be text",
    help: () => "write a plain word before the colon, and fill in templates first",
  }),
  "spec/duplicate-key": error<{ key: string }>({
    message: ({ key }) => `"${key}" stands twice in the same map`,
    help: () => "keep one of the two",
  }),
  "spec/merge-not-a-map": error({
    message: () => "a merge key (`<<`) takes a map or a list of maps",
    help: () => "merge an anchor that stands on a map",
  }),
  "spec/number-not-finite": error<{ source: string }>({
    message: ({ source }) => `${source} is not a number that can be computed with`,
    help: () => "write a finite number, or quote it if text is meant",
  }),
  "spec/number-not-exact": error<{ source: string }>({
    message: ({ source }) => `${source} has more digits than a number can hold exactly`,
    help: () => "put it in quotes if text is meant, such as the value of a parameter",
  }),
  "spec/unknown-version": error<{ given: string; known: readonly string[] }>({
    message: ({ given, known }) => `this keyspan reads apiVersion ${oneOf(known)}, not ${given}`,
    help: ({ known }) => `write \`apiVersion: ${known.at(-1) ?? ""}\``,
  }),
  "spec/unknown-field": error<{
    field: string;
    where: string;
    known: readonly string[];
    suggestion: string | undefined;
    /** Of a field that people look for: why there is none, and what there is instead. */
    unoffered?: { readonly reason: string; readonly instead: string } | undefined;
  }>({
    message: ({ field, where, unoffered }) =>
      `unknown field "${field}" in ${where}${unoffered === undefined ? "" : `: ${unoffered.reason}`}`,
    help: ({ suggestion, known, unoffered }) => {
      if (unoffered !== undefined) return unoffered.instead;
      return suggestion === undefined ? `use one of ${known.join(", ")}` : `did you mean "${suggestion}"?`;
    },
  }),
  "spec/exclusive-fields": error<{ where: string; fields: readonly string[] }>({
    message: ({ where, fields }) => `${where} has ${oneOf(fields, "and")}, but can have only one of them`,
    help: () => "keep the one that is meant",
  }),
  "spec/missing-field": error<{ field: string; where: string }>({
    message: ({ field, where }) => `${where} lacks the field "${field}"`,
    help: ({ field }) => `add \`${field}:\``,
  }),
  "spec/wrong-type": error<{
    expected: string;
    given: string;
    quote: string | undefined;
    instead: string | undefined;
  }>({
    message: ({ expected, given }) => `expected ${expected}, not ${given}`,
    help: ({ expected, quote, instead }) => {
      if (quote !== undefined) return `put it in quotes: "${quote}"`;
      return instead === undefined ? `write ${expected}` : `write ${expected}: ${instead}`;
    },
  }),
  "spec/unknown-value": error<{
    given: string;
    known: readonly (string | number)[];
    suggestion: string | undefined;
    /** Of a word that people look for: why there is none, and what there is instead. */
    unoffered?: { readonly reason: string; readonly instead: string } | undefined;
  }>({
    message: ({ given, known, unoffered }) =>
      `expected ${oneOf(known)}, not ${given}${unoffered === undefined ? "" : `: ${unoffered.reason}`}`,
    help: ({ suggestion, known, unoffered }) => {
      if (unoffered !== undefined) return unoffered.instead;
      return suggestion === undefined ? `write ${oneOf(known)}` : `did you mean "${suggestion}"?`;
    },
  }),
  "spec/invalid-text": error<{ given: string; expected: string }>({
    message: ({ given, expected }) => `${given} does not have the form that is expected: ${expected}`,
    help: ({ expected }) => `write ${expected}`,
  }),
  "spec/invalid-name": error<{ given: string; expected: string }>({
    message: ({ given, expected }) =>
      `the name "${given}" does not have the form that is expected: ${expected}`,
    help: ({ expected }) => `write ${expected}`,
  }),
  "spec/empty-value": error<{ what: string }>({
    message: ({ what }) => `${what} is empty`,
    help: ({ what }) => `give ${what} a content, or leave it out`,
  }),
  "spec/too-small": error<{ given: number; minimum: number }>({
    message: ({ given, minimum }) => `${given} is too small; the least is ${minimum}`,
    help: ({ minimum }) => `write a number from ${minimum}`,
  }),
  "spec/misplaced-field": error<{ field: string; reason: string; belongs: string }>({
    message: ({ field, reason }) => `"${field}" cannot stand here: ${reason}`,
    help: ({ belongs }) => `move it to ${belongs}`,
    sources: [
      "https://docs.aws.amazon.com/kms/latest/developerguide/multi-region-keys-overview.html",
      "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-global-database-getting-started.html",
    ],
  }),
  "spec/empty-deployment": error({
    message: () => "the spec has neither keys nor databases",
    help: () => "add a key set under `keys:`",
  }),
  "spec/text-with-control-character": error<{ character: string }>({
    message: ({ character }) => `the text holds the control character ${character}`,
    help: () => "remove it; no provider accepts it in a name or a description",
  }),
};

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
