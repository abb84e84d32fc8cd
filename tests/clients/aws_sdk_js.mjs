// The AWS SDK for JavaScript, version 3: classes, properties, ids, attempts, errors inside a 200, the clock, regions.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const { S3ERR_URL: URL_, S3ERR_NODE, S3ERR_FACTS } = process.env;
const s3 = createRequire(`${S3ERR_NODE}/package.json`)("@aws-sdk/client-s3");
const HOST = new URL(URL_).host;

let failures = 0;

/// Says whether a check held, in the form that checks.py describes.
function check(name, seen, expected) {
  const [was, wanted] = [JSON.stringify(seen), JSON.stringify(expected)];
  failures += was === wanted ? 0 : 1;
  const cells = was === wanted ? ["ok", name] : ["failed", name, wanted, was];
  console.log(cells.map((cell) => String(cell).replaceAll("\t", " ")).join("\t"));
}

function client(options = {}) {
  return new s3.S3Client({
    endpoint: URL_,
    region: "us-east-1",
    forcePathStyle: true,
    credentials: { accessKeyId: "test", secretAccessKey: "test" },
    ...options,
  });
}

const once = client({ maxAttempts: 1 });

/// The exception that an operation ends in, or what it answers.
async function send(name, input, of = once) {
  try {
    return await of.send(new s3[`${name}Command`]({ Bucket: "s3err", ...input }));
  } catch (error) {
    return error;
  }
}

async function object(key, bucket, of) {
  const answer = await send("GetObject", { Key: key, Bucket: bucket }, of);
  return answer instanceof Error ? answer : await answer.Body.transformToString();
}

/// How many requests a client makes for an object that fails for ever.
async function attempts(code, of) {
  const key = `flaky/${code}/40/${crypto.randomUUID()}`;
  const error = await object(key, "s3err", of);
  let left = 0;
  while ((await fetch(`${URL_}/s3err/${key}`)).status >= 300) left += 1;
  return [error.name, error.$metadata?.attempts, 40 - left];
}

async function everyCode() {
  for (const line of readFileSync(S3ERR_FACTS, "utf8").trimEnd().split("\n")) {
    const [code, status, message] = line.split("\t");
    const error = await object(`${code}/x`, "s3err");
    check(`${code}: status`, error.$metadata.httpStatusCode, Number(status));
    check(
      `${code}: ids`,
      [/^[A-Z0-9]{16}$/.test(error.$metadata.requestId), error.$metadata.extendedRequestId?.length],
      [true, 76],
    );
    if (status === "304") continue; // there is no document
    check(`${code}: name`, error.name, code);
    check(
      `${code}: ids of the document`,
      [error.RequestId, error.HostId],
      [error.$metadata.requestId, error.$metadata.extendedRequestId],
    );
    if (message) check(`${code}: message`, error.message, message);
  }
}

async function classes() {
  const modeled = [
    "NoSuchKey",
    "NoSuchBucket",
    "NoSuchUpload",
    "InvalidObjectState",
    "BucketAlreadyExists",
    "BucketAlreadyOwnedByYou",
    "ObjectNotInActiveTierError",
    "ObjectAlreadyInActiveTierError",
    "InvalidRequest",
    "InvalidWriteOffset",
    "TooManyParts",
    "EncryptionTypeMismatch",
    "IdempotencyParameterMismatch",
  ];
  for (const code of modeled) {
    const error = await object(`${code}/x`, "s3err");
    check(`${code}: class`, [error.constructor.name, error instanceof s3.S3ServiceException], [code, true]);
  }
  const error = await object("SlowDown/x", "s3err");
  check("SlowDown: class", error.constructor.name, "S3ServiceException");
}

async function properties() {
  const cases = [
    ["NoSuchKey", "Key", "NoSuchKey/x"],
    ["NoSuchBucket", "BucketName", "s3err"],
    ["InvalidRange", "ActualObjectSize", "5"],
    ["PreconditionFailed", "Condition", "If-None-Match"],
    ["InvalidObjectState", "StorageClass", "GLACIER"],
    ["AuthorizationHeaderMalformed", "Region", "eu-west-1"],
    ["PermanentRedirect", "Endpoint", HOST],
    ["PermanentRedirect", "Bucket", "s3err"],
    ["NoSuchKey", "Resource", "/s3err/NoSuchKey/x"],
  ];
  for (const [code, name, expected] of cases) {
    check(`${code}: ${name}`, (await object(`${code}/x`, "s3err"))[name], expected);
  }
  const key = 'NoSuchKey/a & b <c> "d" é\r';
  check("NoSuchKey: any key", (await object(key, "s3err")).Key, key);
}

async function heads() {
  for (const [code, name, status] of [
    ["NoSuchKey", "NotFound", 404],
    ["AccessDenied", "Unknown", 403],
    ["PreconditionFailed", "Unknown", 412],
  ]) {
    const error = await send("HeadObject", { Key: `${code}/x` });
    check(`HEAD ${code}`, [error.name, error.$metadata.httpStatusCode], [name, status]);
  }
}

async function retries() {
  const expected = {
    SlowDown: 3,
    InternalError: 3,
    ServiceUnavailable: 3,
    RequestTimeout: 3,
    TooManyRequestsException: 3,
    NoSuchKey: 1,
    AccessDenied: 1,
    BadDigest: 1,
    NotImplemented: 1,
  };
  for (const [code, count] of Object.entries(expected)) {
    check(`${code}: attempts`, await attempts(code, client()), [code, count, count]);
  }
  const key = `flaky/SlowDown/2/${crypto.randomUUID()}`;
  check("SlowDown twice: the object", await object(key, "s3err", client()), "ok\n");
}

async function insideA200() {
  const calls = {
    CopyObject: { CopySource: "s3err/ok/a" },
    UploadPartCopy: { CopySource: "s3err/ok/a", PartNumber: 1, UploadId: "u" },
    CompleteMultipartUpload: { UploadId: "u", MultipartUpload: { Parts: [{ ETag: '"e"', PartNumber: 1 }] } },
  };
  for (const [name, input] of Object.entries(calls)) {
    for (const code of ["InternalError", "AccessDenied"]) {
      // Taken for a 503, so retried whatever the code is (throw-200-exceptions.js:3-31).
      const error = await send(name, { Key: `embedded/${code}/x`, ...input }, client());
      check(`${name}: ${code}`, [error.name, error.$metadata.httpStatusCode, error.$metadata.attempts], [code, 503, 3]);
    }
    check(`${name}: success`, (await send(name, { Key: "ok/x", ...input })).$metadata.httpStatusCode, 200);
  }
}

async function clock() {
  const corrected = client();
  check("the clock is corrected", await object("a", "s3err-skew", corrected), "ok\n");
  const again = await send("GetObject", { Bucket: "s3err-skew", Key: "b" }, corrected);
  check("and stays so", again.$metadata.attempts, 1);
  const error = await object("RequestTimeTooSkewed/x", "s3err", client());
  check(
    "a clock that is right is no reason for another try",
    [error.name, error.$metadata.attempts],
    ["RequestTimeTooSkewed", 1],
  );
}

async function regions() {
  const following = () => client({ followRegionRedirects: true });
  check("s3err-redirect: followed", await object("a", "s3err-redirect", following()), "ok\n");
  check(
    "s3err-redirect: HEAD",
    (await send("HeadBucket", { Bucket: "s3err-redirect" }, following())).$metadata.httpStatusCode,
    200,
  );
  check(
    "s3err-wrongregion: HEAD",
    (await send("HeadBucket", { Bucket: "s3err-wrongregion" }, following())).$metadata.httpStatusCode,
    200,
  );
  check(
    "s3err-wrongregion: not followed",
    (await object("a", "s3err-wrongregion", following())).name,
    "AuthorizationHeaderMalformed",
  );
  check("s3err-redirect: not asked to follow", (await object("a", "s3err-redirect")).name, "PermanentRedirect");
  const location = await send("GetBucketLocation", { Bucket: "s3err-redirect" });
  check("location", location.LocationConstraint, "eu-west-1");
}

async function deleteObjects() {
  const Objects = ["AccessDenied/a & b", "c"].map((Key) => ({ Key }));
  const answer = await send("DeleteObjects", { Delete: { Objects } });
  const errors = answer.Errors.map(({ Key, Code, Message }) => [Key, Code, Message]);
  check("DeleteObjects: Errors", errors, [["AccessDenied/a & b", "AccessDenied", "Access Denied"]]);
  check(
    "DeleteObjects: Deleted",
    answer.Deleted.map(({ Key }) => Key),
    ["c"],
  );
}

for (const part of [everyCode, classes, properties, heads, retries, insideA200, clock, regions, deleteObjects]) {
  try {
    await part();
  } catch (error) {
    check(`${part.name} runs to its end`, String(error), "no exception");
  }
}
process.exit(failures ? 1 : 0);
