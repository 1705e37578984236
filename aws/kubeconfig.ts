/** Name of a profile in the configuration of the aws command. */
export const profileName = /^[\w.@+-]{1,64}$/;

/** A cluster as the aws command asks for a token to it. The values may be known to Terraform alone. */
export interface TokenRequest<Text> {
  readonly clusterName: Text;
  readonly region: Text;
  readonly profile?: Text | null;
  readonly roleArn?: Text | null;
}

/** How whoever uses the cluster's API comes by a token: with a fresh one whenever one is needed, which nobody has to keep. */
export function execCredential<Text>({ clusterName, region, profile = null, roleArn = null }: TokenRequest<Text>) {
  const args = [
    "eks", "get-token", "--output", "json",
    "--region", region,
    "--cluster-name", clusterName,
    ...(profile === null ? [] : ["--profile", profile]),
    ...(roleArn === null ? [] : ["--role-arn", roleArn]),
  ];
  return { apiVersion: "client.authentication.k8s.io/v1beta1", command: "aws", args };
}

export interface Kubeconfig<Text> extends TokenRequest<Text> {
  /** Name of the context. */
  readonly context: Text;
  /** Name of cluster and user. */
  readonly entry: Text;
  readonly endpoint: Text;
  /** Base64 text. */
  readonly certificateAuthority: Text;
}

/** What kubectl reads. There is no secret in it. */
export function kubeconfig<Text>({ context, entry, endpoint, certificateAuthority, ...request }: Kubeconfig<Text>) {
  return {
    apiVersion: "v1",
    kind: "Config",
    clusters: [{ name: entry, cluster: { server: endpoint, "certificate-authority-data": certificateAuthority } }],
    users: [{ name: entry, user: { exec: execCredential(request) } }],
    contexts: [{ name: context, context: { cluster: entry, user: entry } }],
    "current-context": context,
  };
}
