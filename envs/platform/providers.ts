import { HelmProvider } from "@cdktf/provider-helm/lib/provider";
import { KubernetesProvider } from "@cdktf/provider-kubernetes/lib/provider";
import { execCredential } from "../../aws/kubeconfig";
import { ephemeral, type Expr, tf } from "../../kernel";
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
  // By arguments: the framework would write the names of environment variables in lower case.
  return { exec: execCredential<string | Expr<string>>({ clusterName: cluster.name, region, profile: exec.profile, roleArn: exec.roleArn ?? provider.roleArn }) };
}
