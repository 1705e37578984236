const secretWords = /(^|_)(password|passwd|passphrase|token|secret|secrets|private_key|secret_key|secret_access_key|access_key|api_key|auth_key|credential|credentials|client_secret|connection_string)$/;

/** Most names have none, and this is asked of every text of a plan. */
const anySecretWord = /pass|token|secret|key|credential|connection/i;

/** Whether what is called so is likely a secret, also where no provider says it: better one too many hidden. */
export function isSecretName(name: string): boolean {
  if (!anySecretWord.test(name)) return false;
  const [last] = name.split(".").slice(-1) as [string];
  return secretWords.test(last.replaceAll(/([a-z0-9])([A-Z])/g, "$1_$2").replaceAll("-", "_").toLowerCase());
}

const privateKey = /-----BEGIN [A-Z ]*PRIVATE KEY-----/;
const privateKeys = new RegExp(`${privateKey.source}(?:[^-]|-(?!----END))*(?:-----END [A-Z ]*PRIVATE KEY-----)?`, "g");

/** Whether a text is a secret, whatever it is called. */
export function isSecretText(text: string): boolean {
  return privateKey.test(text);
}

/**
 * Known by their form: keys and session tokens of AWS, tokens of GitHub, GitLab, Slack and Terraform Cloud, and signed ones (JWT).
 * Of GitHub: https://github.blog/changelog/2021-03-31-authentication-token-format-updates-are-generally-available/, read 2026-11-22.
 */
const tokens = /\b(?:(?:AKIA|ASIA)[A-Z0-9]{16}|(?:IQoJ|FwoG|FQoG)[\w+/=-]{100,}|gh[pousr]_\w{30,}|github_pat_\w{30,}|gl(?:pat|cbt|dt|rt)-[\w-]{20,}|xox[abprs]-[\w-]{10,}|\w{14}\.atlasv1\.\w{40,}|eyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]*)/g;

const assigned = /\b([\w.-]+)((?:\\?["'])?\s*[=:]\s*)((?:\\?["'])?)((?:(?<=")[^"\\]+|(?<=')[^'\\]+|[^\s"'\\]+))\3/g;
const inUrl = /:\/\/[^/\s:@"]*:[^/\s@"]+@/g;

/** A text without what is secret in it: what is assigned to a secret's name, passwords in addresses, keys and tokens. */
export function withoutSecrets(text: string): string {
  return text
    .replaceAll(inUrl, "://(secret)@")
    .replaceAll(privateKeys, "(secret)")
    .replaceAll(tokens, "(secret)")
    .replaceAll(assigned, (all: string, name: string, sign: string) => (isSecretName(name) ? `${name}${sign}(secret)` : all));
}

const awsSecretKey = /(?<![\w+/=])(?=[\w+/]*[A-Z])(?=[\w+/]*[a-z])(?=[\w+/]*\d)[A-Za-z0-9+/]{40}(?![\w+/=])/g;
const credential = /\b(authorization\s*[:=]\s*(?:\w+\s+)?|bearer\s+)([^\s"',;]{8,})/gi;

/** What somebody else wrote, such as an error: no plan says what in it is secret. Better one too many hidden. */
export function withoutLikelySecrets(text: string): string {
  return withoutSecrets(text.replaceAll(credential, "$1(secret)")).replaceAll(awsSecretKey, "(secret)");
}
