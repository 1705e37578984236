import { HelmProvider } from "@cdktf/provider-helm/lib/provider";
import { KubernetesProvider } from "@cdktf/provider-kubernetes/lib/provider";
import { ephemeral, tf } from "../../kernel";
import { lower } from "../../kernel/lower";
import type { Place } from "./place";

/**
 * The Helm and Kubernetes providers of a stack. Endpoint, authority and name are all that they are told: no token comes
 * out of a state.
 */
export function clusterProviders(place: Place): void {
  const { stack, cluster } = place;
  const api = { host: cluster.endpoint, clusterCaCertificate: tf<string>`base64decode(${cluster.certificateAuthority})` };
  const { exec, token } = credentials(place);
  new HelmProvider(stack, "helm", { kubernetes: lower({ ...api, exec, token }) as object });
  new KubernetesProvider(stack, "kubernetes", lower({ ...api, ...(exec && { exec: [exec] }), token }) as object);
}

function credentials({ stack, environment, cluster }: Place) {
  const { region, platform, provider } = environment;
  const { exec } = platform!.access;
  if (exec === null) return { token: ephemeral<{ token: string }>(stack, "aws_eks_cluster_auth", "platform", { name: cluster.name }).token };
  const role = exec.roleArn ?? provider.roleArn;
  // As arguments: the framework would write the names of environment variables in lower case.
  const args = [
    "eks", "get-token", "--output", "json",
    "--region", region,
    "--cluster-name", cluster.name,
    ...(exec.profile === null ? [] : ["--profile", exec.profile]),
    ...(role === null ? [] : ["--role-arn", role]),
  ];
  return { exec: { apiVersion: "client.authentication.k8s.io/v1beta1", command: "aws", args } };
}
