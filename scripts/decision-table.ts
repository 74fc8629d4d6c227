import { TOLD_NEEDS } from "../src/model/advice";
import { strategyWord } from "../src/model/provider-catalog";
import { awsProvider } from "../src/providers/aws/provider";

/** The guide that has the decision table. */
export const STRATEGY_GUIDE = "docs/choosing-a-key-strategy.md";

const TABLE = /<!-- decisions -->[\s\S]*<!-- \/decisions -->/;

/** The guide with its table as the decision data has it; the text around it is written by hand. */
export function fillStrategyGuide(guide: string): string {
  return guide.replace(
    TABLE,
    ["<!-- decisions -->", "", ...printTable(), "", "<!-- /decisions -->"].join("\n"),
  );
}

function printTable(): string[] {
  const { advice, catalog } = awsProvider;
  const rows = advice.decisions.map(({ need, requirement, best, why, how, source }) => {
    const strategies = best.map((strategy) => `\`${strategyWord(catalog, strategy)}\``).join(", else ");
    const told = TOLD_NEEDS.some((one) => one === need) ? `\`${need}\`` : "";
    const reason = [why, ...(how === undefined ? [] : [how])].join(" ");
    return `| ${requirement} | ${strategies} | ${reason} ([source](${source})) | ${told} |`;
  });
  return ["| what you need | strategy | why | `--need` |", "| --- | --- | --- | --- |", ...rows];
}
