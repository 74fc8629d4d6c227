import { execFileSync } from "node:child_process";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { parse } from "yaml";
import { readText } from "../support/repository";

/* The files of examples/ci are read as CI reads them; their scripts are checked by the shell and run with a keyspan that fails as asked. */

interface Step {
  readonly run?: string;
  readonly name?: string;
}

const workflow = parse(readText("examples/ci/github-actions.yml")) as {
  readonly jobs: { readonly review: { readonly steps: readonly Step[] } };
};
const job = (
  parse(readText("examples/ci/gitlab-ci.yml")) as { readonly keyspan: { readonly script: readonly string[] } }
).keyspan;
const steps = workflow.jobs.review.steps;
const scripts = [...steps.flatMap(({ run }) => (run === undefined ? [] : [run])), job.script.join("\n")];

test.each(scripts)("the shell accepts %j", (script) => {
  expect(() => execFileSync("bash", ["-n"], { input: script, stdio: "pipe" })).not.toThrow();
});

const gate = steps.find(({ name }) => name === "Nothing is lost unless the pull request says so")?.run ?? "";

/** How a script ends with some variables set. */
function exitCodeOf(script: string, variables: Readonly<Record<string, string>>): number {
  try {
    execFileSync("bash", ["-e", "-c", script], {
      env: { PATH: process.env["PATH"], ...variables },
      stdio: "pipe",
    });
    return 0;
  } catch (error) {
    return (error as { status: number }).status;
  }
}

/** The GitLab job with a keyspan that finds data lost. */
function gitlab(labels: string): number {
  const npx = 'npm() { :; }; npx() { if [ "$2" = diff ]; then return 2; fi; }';
  const script = job.script.join("\n").replaceAll("> review.md", "> /dev/null");
  return exitCodeOf(`${npx}\n${script}`, {
    CI_MERGE_REQUEST_DIFF_BASE_SHA: "base",
    CI_MERGE_REQUEST_LABELS: labels,
  });
}

test.each([
  ["0", "false", 0],
  ["2", "false", 2],
  ["2", "true", 0],
  ["1", "true", 1],
])("with exit code %s and accepted %s the workflow ends with %i", (code, accepted, expected) => {
  expect(exitCodeOf(gate, { CODE: code, IS_ACCEPTED: accepted })).toBe(expected);
});

const comment = steps.find(({ name }) => name === "Comment")?.run ?? "";

test.each([
  [10, "<!-- keyspan review -->", "</details>"],
  [2000, "<!-- keyspan review -->", "[The whole review](https://run) is longer than a comment may be."],
])("a review with %i changes is a comment that GitHub takes", (changes, first, last) => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "comment-"));
  const details =
    "<details><summary>Every change</summary>\n\n- `aws_kms_key.storage_eu_west_1`: replaced\n\n</details>\n";
  fs.writeFileSync(
    path.join(folder, "review.md"),
    `<!-- keyspan review -->\n\n${"- a key is replaced\n".repeat(changes)}\n${details.repeat(changes)}`,
  );
  execFileSync("bash", ["-e", "-c", `gh() { :; }\n${comment}`], {
    cwd: folder,
    env: {
      PATH: process.env["PATH"],
      RUN: "https://run",
      GITHUB_REPOSITORY: "acme/orders",
      PULL_REQUEST: "1",
    },
  });
  const written = fs.readFileSync(path.join(folder, "comment.md"), "utf8").trimEnd().split("\n");
  expect(written.join("\n").length).toBeLessThanOrEqual(65_536);
  expect([written[0], written.at(-1)]).toEqual([first, last]);
  fs.rmSync(folder, { recursive: true });
});

test("the job lets data be lost only when the merge request is labelled", () => {
  expect(gitlab("")).toBe(2);
  expect(gitlab("bug")).toBe(2);
  expect(gitlab("bug,data-loss-accepted")).toBe(0);
});

test("the pre-commit hook hands over the specs that changed", () => {
  const { repos } = parse(readText("examples/ci/pre-commit-config.yml")) as {
    readonly repos: readonly {
      readonly hooks: readonly { readonly files: string; readonly entry: string }[];
    }[];
  };
  const [hook] = repos[0]?.hooks ?? [];
  expect(hook?.entry).toBe("npx keyspan check");
  expect(new RegExp(hook?.files ?? "").test("specs/orders.yaml")).toBe(true);
});
