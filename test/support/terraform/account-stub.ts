import * as http from "node:http";
import type { AddressInfo } from "node:net";

/** The part of AWS that a plan of something new asks: who it is, and what the keys are that AWS manages. */
export interface AccountStub {
  readonly endpoint: string;
  /** The account that the next plan is in; null stands for one that no spec names. */
  setAccount: (account: string | null) => void;
  stop: () => void;
}

const ANY_ACCOUNT = "111122223333";

/** Starts it on a free port. What it does not know it refuses, so that the plan fails. */
export async function startAccountStub(): Promise<AccountStub> {
  let account = ANY_ACCOUNT;
  const server = http.createServer((request, response) => {
    let body = "";
    request.on("data", (chunk: Buffer) => (body += chunk.toString()));
    request.on("end", () => {
      const action = new URLSearchParams(body).get("Action") ?? String(request.headers["x-amz-target"]);
      const answer = ANSWERS[action]?.(account);
      response.statusCode = answer === undefined ? 400 : 200;
      response.end(answer ?? `this test does not expect ${action}`);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  server.unref();
  const { port } = server.address() as AddressInfo;
  return {
    endpoint: `http://127.0.0.1:${port}`,
    setAccount: (named) => (account = named ?? ANY_ACCOUNT),
    stop: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

const ANSWERS: Readonly<Record<string, ((account: string) => string) | undefined>> = {
  // https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html
  GetCallerIdentity: (account) =>
    sts(
      "GetCallerIdentity",
      `<Arn>arn:aws:iam::${account}:user/plan</Arn><UserId>AIDAPLAN</UserId><Account>${account}</Account>`,
    ),
  // https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html
  AssumeRole: () =>
    sts(
      "AssumeRole",
      "<Credentials><AccessKeyId>ASIAPLAN</AccessKeyId><SecretAccessKey>plan</SecretAccessKey>" +
        "<SessionToken>plan</SessionToken><Expiration>2999-01-01T00:00:00Z</Expiration></Credentials>",
    ),
  // https://docs.aws.amazon.com/kms/latest/APIReference/API_DescribeKey.html
  "TrentService.DescribeKey": (account) =>
    JSON.stringify({
      KeyMetadata: {
        AWSAccountId: account,
        Arn: `arn:aws:kms:us-east-1:${account}:key/0a1b2c3d-1111-4222-8333-444455556666`,
        CreationDate: 0,
        Enabled: true,
        KeyId: "0a1b2c3d-1111-4222-8333-444455556666",
        KeyManager: "AWS",
        KeyState: "Enabled",
        MultiRegion: false,
      },
    }),
};

function sts(action: string, result: string): string {
  return (
    `<${action}Response xmlns="https://sts.amazonaws.com/doc/2011-06-15/">` +
    `<${action}Result>${result}</${action}Result></${action}Response>`
  );
}
