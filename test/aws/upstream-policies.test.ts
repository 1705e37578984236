import { readFileSync } from "node:fs";
import { ebsCsiOfCluster, ebsCsiOfDriver } from "../../aws/policies/ebs-csi";
import { gatewayApiController } from "../../aws/policies/gateway-api-controller";
import { loadBalancerAccelerators, loadBalancerCertificates, loadBalancerController, openSecurityGroups } from "../../aws/policies/load-balancer-controller";
import type { Partition } from "../../aws/regions";
import type { PolicyStatement } from "../../aws/policy-statement";
import { domainFacts, domainFactsMissing } from "../domain-facts";
import { itUnless } from "../skip";
import { statementsIn, statementsOf, text } from "./policy-sets";

const controllerIn = (partition: Partition): PolicyStatement[] => [
  ...loadBalancerController<string, never>(text, { partition, unlessIsolated: (always, more) => (partition.startsWith("aws-iso") ? always : [...always, ...more]) }),
  ...openSecurityGroups<string>(),
];
const ofPrincipal = "${aws:PrincipalTag/eks-cluster-name}";

const shipped: readonly (readonly [file: string, statements: PolicyStatement[]])[] = [
  ["alb_iam_policy.json", controllerIn("aws")],
  ["alb_iam_policy_cn.json", controllerIn("aws-cn")],
  ["alb_iam_policy_us-gov.json", controllerIn("aws-us-gov")],
  ["alb_iam_policy_eusc.json", controllerIn("aws-eusc")],
  ["alb_iam_policy_iso.json", controllerIn("aws-iso")],
  ["alb_iam_policy_isob.json", controllerIn("aws-iso-b")],
  ["alb_iam_policy_isoe.json", controllerIn("aws-iso-e")],
  ["alb_iam_policy_isof.json", controllerIn("aws-iso-f")],
  ["alb_iam_policy_acm_certs.json", loadBalancerCertificates()],
  ["alb_aga_iam_policy.json", loadBalancerAccelerators(text, "aws")],
  ["gateway_api_controller_policy.json", gatewayApiController(text, "aws")],
  ["ebs_csi_policy_v2.json", ebsCsiOfDriver(text, { partition: "aws" })],
  ["ebs_csi_policy_cluster_scoped.json", ebsCsiOfCluster(text, { partition: "aws", clusterName: ofPrincipal })],
];

for (const [file, statements] of shipped) {
  const path = `domain/data/${file}`;
  itUnless(domainFactsMissing(path), `our statements are those of upstream's ${file}`, () => {
    expect(statementsIn(statements)).toEqual(statementsOf(readFileSync(domainFacts(path)!, "utf8")));
  });
}
