import { compile } from "../src/compile";
import { invariant } from "../src/base/invariant";
import { printSvg } from "../src/diagram/print-svg";
import { deploymentDiagram } from "../src/model/graph";

/** The examples whose pictures stand in docs/pictures: `keyspan graph examples/<name>.yaml --format svg`. */
export const PICTURED_EXAMPLES = ["aurora-global-multi-region-keys", "rds-postgres-read-replicas"] as const;

/** The picture of a spec that compiles. */
export async function drawSpec(name: string, text: string): Promise<string> {
  const { deployment } = compile({ name, text });
  invariant(deployment !== undefined, `${name} does not compile`);
  return printSvg(deploymentDiagram(deployment.plan));
}
