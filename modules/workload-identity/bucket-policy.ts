import { s3Keys, s3List, s3ListUnder, s3ObjectActions, s3Objects } from "../../aws/policies/s3";
import { call, type Expr, type Handle, listOf, template, tf } from "../../kernel";
import { inJson, policyOf, type Statement } from "../policy-json";
import type { Grant, Identity } from "./grant";

type Bucket = Identity["permissions"]["s3"]["each"]["value"];
type List = Expr<readonly string[]>;

/** Objects in buckets: their names for who reads, the objects, and the keys that they are under. */
export function bucketPolicy(grant: Grant, region: Expr<string>): Expr<unknown> {
  return grant("s3", ({ permissions }) => tf`length(${permissions.s3}) > 0`, ({ permissions: { s3 } }) => {
    const forEach = (statement: (bucket: Bucket) => Statement, ...condition: [((bucket: Bucket) => Expr<boolean>)?]): Handle<unknown> =>
      listOf(s3, (_, bucket) => tf`${inJson(statement(bucket))}`, ["name", "bucket"], ...condition.map((holds) => (_: unknown, bucket: Bucket) => holds!(bucket)));
    const reads = ({ access }: Bucket) => tf`${access} != "write"`;
    const actions = ({ access }: Bucket): List => tf`${s3ObjectActions}[${access}]`;
    return policyOf(
      call(
        "concat",
        forEach(({ bucketArn }) => s3List(bucketArn), (bucket) => tf`${reads(bucket)} && ${bucket.prefix} == ""`),
        forEach(({ bucketArn, prefix }) => s3ListUnder(template, bucketArn, prefix), (bucket) => tf`${reads(bucket)} && ${bucket.prefix} != ""`),
        forEach((bucket) => s3Objects(template, { ...pick(bucket), actions: actions(bucket) })),
        forEach(({ kmsKeyArns }) => s3Keys(template, region, kmsKeyArns), ({ kmsKeyArns }) => tf`length(${kmsKeyArns}) > 0`),
      ),
    );
  });
}

function pick({ bucketArn, prefix }: Bucket) {
  return { bucketArn, prefix };
}
