import { mustGet } from "../../base/invariant";
import type { Host } from "../host";

/** What a repository may be given beside a spec. */
export const COMPANIONS = ["cdktf", "github", "gitlab", "pre-commit"] as const;

/** One of them. */
export type Companion = (typeof COMPANIONS)[number];

/** A file that is to be written, by its path from the working folder. */
export interface NewFile {
  readonly path: string;
  readonly content: string;
}

interface CompanionFile {
  readonly question: string;
  readonly path: string;
  readonly content: (host: Host) => string;
}

const FILES: ReadonlyMap<Companion, CompanionFile> = new Map([
  [
    "cdktf",
    {
      question: "Write cdktf.json, for cdktf deploy?",
      path: "cdktf.json",
      content: () => `{ "language": "typescript", "app": "npx keyspan synth specs/*.yaml" }\n`,
    },
  ],
  [
    "github",
    ofExample(
      "Write a GitHub Actions workflow that reviews goldens?",
      ".github/workflows/keyspan.yml",
      "github-actions.yml",
    ),
  ],
  ["gitlab", ofExample("Write a GitLab job that reviews goldens?", "keyspan.gitlab-ci.yml", "gitlab-ci.yml")],
  [
    "pre-commit",
    ofExample(
      "Write a pre-commit hook that checks goldens?",
      ".pre-commit-config.yaml",
      "pre-commit-config.yml",
    ),
  ],
]);

/** What is asked on a terminal before it is written. */
export function questionOf(companion: Companion): string {
  return mustGet(FILES, companion).question;
}

/** The file of a companion. */
export function companionFile(companion: Companion, host: Host): NewFile {
  const { path, content } = mustGet(FILES, companion);
  return { path, content: content(host) };
}

/** A file of examples/ci, without the comment on where to copy it. */
function ofExample(question: string, path: string, example: string): CompanionFile {
  return { question, path, content: (host) => readPackaged(host, `examples/ci/${example}`) };
}

/** A file that every package has. */
export function readPackaged(host: Host, file: string): string {
  const text = host.readPackageFile(file);
  if (text === undefined) throw new Error(`the package has no ${file}`);
  return text;
}
