import { Account } from "../support/emulator/account";
import { stagesOf } from "../support/permissions/emulated-examples";
import { actionsIn, refused, superfluous, without } from "../support/permissions/iam-policy";
import { liveThrough, type LivedRoot } from "../support/permissions/life-of-a-deployment";
import { exampleSpecs } from "../support/specs";

const ACCOUNT = "111122223333";

describe.each(exampleSpecs().map((e) => [e.file, e] as const))("%s", (_, example) => {
  it("x", async () => {
    const account = new Account(ACCOUNT, ["us-east-1"]);
    const roots = await liveThrough(stagesOf(example, { subnetIds: () => [], existingKey: (arn) => arn }), account);
    for (const { name, policy, policyToDestroy, asked, askedByDestruction } of roots) {
      console.log(name, { refused: refused(policy, asked), refusedDestroy: refused(policyToDestroy, askedByDestruction), superfluous: superfluous(policyToDestroy, [...asked, ...askedByDestruction]) });
    }
  });
});
