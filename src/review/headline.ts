import { counted } from "../base/text";
import type { Review } from "./review";
import { countActions } from "./summary";

/** The one thing that a reviewer must know. */
export interface Headline {
  /** How grave it is, the worst first. */
  readonly level: "data-loss" | "destroys" | "changes" | "creates" | "nothing";
  /** Sentences. */
  readonly text: string;
}

/** What a change comes to, in a sentence or two. */
export function headlineOf({ resources, settings }: Review): Headline {
  const lost = resources.filter(({ losesData }) => losesData).length;
  const { destroy, replace, update, create, forget } = countActions(resources);
  const refused = resources.filter(({ findings }) => findings.some(({ kind }) => kind === "refused")).length;
  const stopped =
    refused === 0 ? "" : ` As it stands, ${counted(refused, "resource")} would stop the plan or the apply.`;
  if (lost > 0) {
    const isOne = lost === 1;
    return {
      level: "data-loss",
      text: `${counted(lost, "resource")} that ${isOne ? "holds" : "hold"} data ${isOne ? "is" : "are"} destroyed or replaced.${stopped}`,
    };
  }
  if (destroy + replace > 0)
    return {
      level: "destroys",
      text: `${counted(destroy + replace, "resource")} destroyed or replaced, none of which holds data.${stopped}`,
    };
  if (update + forget > 0) return { level: "changes", text: `Nothing is destroyed or replaced.${stopped}` };
  if (create > 0) return { level: "creates", text: `What stands is left as it is.${stopped}` };
  const isSame = resources.length === 0 && settings.length === 0;
  return {
    level: "nothing",
    text: isSame ? "Nothing changes." : `Nothing changes in the live system; the text does.${stopped}`,
  };
}
