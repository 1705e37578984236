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

/** Whether a text is a secret, whatever it is called. */
export function isSecretText(text: string): boolean {
  return privateKey.test(text);
}

const assigned = /\b([\w.-]+)(["']?\s*[=:]\s*)(["']?)([^\s"']+)\3/g;
const inUrl = /:\/\/[^/\s:@"]*:[^/\s@"]+@/g;

/** A text without what is secret in it: what is assigned to a secret's name, and passwords in addresses. */
export function withoutSecrets(text: string): string {
  return text
    .replaceAll(inUrl, "://(secret)@")
    .replaceAll(assigned, (all: string, name: string, sign: string) => (isSecretName(name) ? `${name}${sign}(secret)` : all));
}
