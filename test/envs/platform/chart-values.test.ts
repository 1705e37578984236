import { loadBalancerControllerChart } from "../../../charts/aws-load-balancer-controller";
import { chartValueProblems } from "../../../envs/platform/chart-values";
import { describe as sentence } from "../../../kernel";

const problems = (values: object, version = "3.5.0") => chartValueProblems("values", loadBalancerControllerChart, version, values).map(sentence);

it.each([
  [{ replicas: 2 }, `values.replicas: expected a value that chart aws-load-balancer-controller 3.5.0 knows, got "replicas"; the chart would take it and do nothing with it   [chart-value]`],
  [
    { webhookConfig: { ingressValidationFailurePolicy: "Fail" } },
    `values.webhookConfig.ingressValidationFailurePolicy: expected a value that chart aws-load-balancer-controller 3.5.0 knows, got "ingressValidationFailurePolicy"; the chart would take it and do nothing with it; try "ingressValdationFailurePolicy"   [chart-value]`,
  ],
])("%j holds a key that the chart does not know", (values, sentence) => {
  expect(problems(values)).toEqual([sentence]);
});

it.each([{ replicaCount: 3 }, { resources: { requests: { cpu: "1" } } }, { defaultTags: { mine: "x" } }, { image: { tag: "v1" } }])("%j is known", (values) => {
  expect(problems(values)).toEqual([]);
});

it("of a version that is not on record nothing is said", () => {
  expect(problems({ replicas: 2 }, "9.9.9")).toEqual([]);
});
