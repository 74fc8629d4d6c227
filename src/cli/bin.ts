import * as path from "node:path";
import { createProcessHost } from "./host";
import { main } from "./main";

// The built command stands in dist/, one folder below the package's root.
void main(createProcessHost(path.dirname(__dirname)), process.argv.slice(2)).then((exitCode) => {
  process.exitCode = exitCode;
});
