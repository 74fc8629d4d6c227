import { addressOf, type TerraformProgram } from "../../../terraform/program";
import { elementsOf } from "../../../terraform/program-index";
import type { JudgedCheck, ResourceSubject } from "./policy-check";

/** What a check says before any exception. */
export interface Verdict {
  readonly check: JudgedCheck;
  readonly program: TerraformProgram;
  /** The resource that was judged; undefined for the root module as a whole. */
  readonly subject: ResourceSubject | undefined;
  readonly passes: boolean;
}

/** Judges the root modules of one deployment by every check that applies, one verdict after the other. */
export function* judgePrograms(
  checks: readonly JudgedCheck[],
  programs: readonly TerraformProgram[],
): Generator<Verdict> {
  for (const program of programs) {
    const subjects = elementsOf(program)
      .filter(({ kind }) => kind === "resource")
      .map((element): ResourceSubject => ({ element, program, programs }));
    const byTypes = new Map<string, readonly ResourceSubject[]>();
    const subjectsOf = (types: readonly string[]) => {
      const name = types.join(" ");
      const known = byTypes.get(name) ?? subjects.filter(({ element }) => types.includes(element.type));
      byTypes.set(name, known);
      return known;
    };
    for (const check of checks) {
      if (check.scope === "module") {
        yield { check, program, subject: undefined, passes: check.passes({ program, programs }) };
        continue;
      }
      for (const subject of subjectsOf(check.resourceTypes))
        if (check.judges(subject)) yield { check, program, subject, passes: check.passes(subject) };
    }
  }
}

/** The address of what was judged; undefined for the root module as a whole. */
export function addressJudged({ subject }: Verdict): string | undefined {
  return subject === undefined ? undefined : addressOf(subject.element);
}
