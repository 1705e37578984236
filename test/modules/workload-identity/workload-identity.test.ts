import { workloadIdentityInputs } from "../../../modules/workload-identity/inputs";
import { workloadIdentityModule } from "../../../modules/workload-identity/module";
import { WorkloadIdentity } from "../../../modules/workload-identity/workload-identity";
import { bindings, planBoth } from "../cluster/both-bindings";
import { cases } from "./cases";

const subject = { definition: workloadIdentityModule, inputs: workloadIdentityInputs, construct: WorkloadIdentity };
let planned: Awaited<ReturnType<typeof planBoth>>;

beforeAll(async () => {
  planned = await planBoth(subject, cases, { aws_vpc: { other: { cidr_block: "10.0.0.0/16" } } });
});

describe.each(bindings)("identities in a %s", (binding) => {
  it("x", () => {
    for (const name of Object.keys(cases)) console.log(name, planned(binding, name).addresses());
    console.log(JSON.stringify(planned(binding, "every").values('aws_iam_role_policy.statements["all"]'), null, 1), planned(binding, "every").values('aws_iam_role.this["all"]'));
    console.log(planned(binding, "every").values('aws_iam_role_policy.s3["all"]').policy, planned(binding, "every").values('aws_iam_role_policy.efs_csi["all"]').policy, planned(binding, "every").values('aws_iam_role_policy.logs["all"]').policy);
  });
});
