import { App, TerraformStack } from "cdktf";
import { HOME, REGIONS } from "../large-spec";
import { addAurora } from "./aurora";
import { addFoundation } from "./foundation";
import { addPostgres } from "./postgres";

/*
 * What somebody writes by hand who knows CDKTF and wants the resources of `largeSpec`: loops over Regions and
 * databases, classes of the bindings by deep imports. `npm run bench` bundles it and measures `keyspan synth` beside it.
 */

const app = new App();
const stack = new TerraformStack(app, "fleet");
const foundation = addFoundation(stack, REGIONS, HOME);
for (let index = 0; index < Number(process.argv[2]); index += 1) {
  if (index % 3 === 0) addAurora(foundation, `d${index}`);
  else addPostgres(foundation, `d${index}`);
}
app.synth();
