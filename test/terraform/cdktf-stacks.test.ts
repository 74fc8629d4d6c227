import * as path from "node:path";
import { synthesizePrograms } from "../../src/cdktf/synth";
import {
  acceptedDeployments,
  canLoad,
  programsOf,
  reasonToSkip,
  TOO_OLD,
} from "../support/terraform/deployments";
import { FLAWLESS, temporaryFolder, validate } from "../support/terraform/terraform";

describe("a synthesized stack", () => {
  for (const { spec, deployment } of acceptedDeployments()) {
    const synthesized = once(() => {
      const outdir = temporaryFolder("synthesized");
      synthesizePrograms(deployment.programs, outdir);
      return outdir;
    });
    for (const { program, title } of programsOf([{ spec, deployment }])) {
      const reason = reasonToSkip(program);
      if (reason !== undefined) {
        it.skip(`is not validated, for ${reason}: ${title}`, () => undefined);
        continue;
      }
      if (!canLoad(program)) {
        it(`asks for something newer than is at hand: ${title}`, async () => {
          const stack = path.join(synthesized(), "stacks", program.name);
          await expect(validate(stack)).rejects.toThrow(TOO_OLD);
        });
        continue;
      }
      it(`is valid, without a warning: ${title}`, async () => {
        const stack = path.join(synthesized(), "stacks", program.name);
        expect(await validate(stack)).toMatchObject(FLAWLESS);
      });
    }
  }
});

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}
