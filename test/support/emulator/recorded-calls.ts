import * as fs from "node:fs";

/** The environment variable that names the file in which the emulator writes down calls: server/recording.py. */
export const RECORDED_CALLS = "KEYSPAN_RECORDED_CALLS";

/** A call of the AWS API. */
export interface RecordedCall {
  /** As IAM has it before the colon: `kms`. */
  readonly service: string;
  readonly action: string;
  readonly region: string;
  /** By name; what lies deeper in the query protocol by its path: `Tags.Tag.1.Key`. */
  readonly parameters: Readonly<Record<string, unknown>>;
}

/** The environment in which Terraform says who deploys. */
export function deployingAs(caller: string): NodeJS.ProcessEnv {
  return { TF_APPEND_USER_AGENT: `deployer/${caller}` };
}

/** What somebody has called so far, in its order. */
export function callsOf(caller: string): readonly RecordedCall[] {
  return fs
    .readFileSync(process.env[RECORDED_CALLS] ?? "", "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Line)
    .filter((line) => line.caller === caller)
    .map(readCall);
}

/** A call that was signed beforehand and handed over as a URL. */
export function presignedCall(service: string, url: string): RecordedCall {
  const parameters = Object.fromEntries(new URL(url).searchParams);
  const [, , region = ""] = (parameters["X-Amz-Credential"] ?? "").split("/");
  return { service, region, action: parameters["Action"] ?? "", parameters };
}

interface Line {
  readonly caller: string;
  readonly service: string;
  readonly region: string;
  readonly method: string;
  readonly path: string;
  readonly target: string;
  readonly body: string;
}

/** In the query protocol the body names the action, in JSON's a header does; S3 has the method and the path. */
function readCall({ service, region, method, path, target, body }: Line): RecordedCall {
  if (service === "s3") return { service, region, ...readObjectCall(method, path) };
  if (target !== "") {
    const parameters = JSON.parse(body === "" ? "{}" : body) as Record<string, unknown>;
    return { service, region, action: target.split(".").at(-1) ?? "", parameters };
  }
  const parameters = Object.fromEntries(new URLSearchParams(body));
  return { service, region, action: parameters["Action"] ?? "", parameters };
}

const OBJECT_ACTIONS: Readonly<Record<string, string>> = {
  DELETE: "DeleteObject",
  GET: "GetObject",
  // https://docs.aws.amazon.com/AmazonS3/latest/API/API_HeadObject.html
  HEAD: "GetObject",
  PUT: "PutObject",
};

/** `/bucket/key`, or `/bucket` alone, which is listed. */
function readObjectCall(method: string, path: string): Pick<RecordedCall, "action" | "parameters"> {
  const [, bucket = "", key = ""] = /^\/([^/]+)\/?(.*)$/s.exec(path) ?? [];
  if (key === "") return { action: "ListBucket", parameters: { bucket } };
  return { action: OBJECT_ACTIONS[method] ?? method, parameters: { object: `${bucket}/${key}` } };
}
