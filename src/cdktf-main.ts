import * as path from "node:path";
import { createProcessHost } from "./cli/host";
import { main } from "./cli/main";

/*
 * The app that cdktf.json names: `npx cdktf synth` in the checkout compiles the specs that it is given. A
 * user's own cdktf.json names `keyspan synth <spec…>` instead.
 */
void main(createProcessHost(path.dirname(__dirname)), ["synth", ...process.argv.slice(2)]).then(
  (exitCode) => {
    process.exitCode = exitCode;
  },
);
