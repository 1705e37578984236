import { request as httpRequest, type RequestOptions } from "node:http";
import { request as httpsRequest } from "node:https";

const host = "registry.terraform.io";

/** Whether Terraform's public registry answers. A network without it costs at most `timeoutMs`. */
export async function registryReachable(env: NodeJS.ProcessEnv = process.env, timeoutMs = 1000): Promise<boolean> {
  const proxy = env.HTTPS_PROXY || env.https_proxy;
  const attempt = proxy ? throughProxy(new URL(proxy), timeoutMs) : direct(timeoutMs);
  return attempt.catch(() => false);
}

function direct(timeoutMs: number): Promise<boolean> {
  return new Promise((done, fail) => {
    const url = `https://${host}/.well-known/terraform.json`;
    // Without an agent the socket ends with the answer, so it cannot keep the process alive.
    const request = httpsRequest(url, { method: "HEAD", agent: false, signal: AbortSignal.timeout(timeoutMs) }, (response) => {
      response.resume();
      done(response.statusCode === 200);
    });
    request.on("error", fail).end();
  });
}

// Node does not read HTTPS_PROXY by itself; Terraform does. A tunnel to the registry is proof enough.
function throughProxy(proxy: URL, timeoutMs: number): Promise<boolean> {
  return new Promise((done, fail) => {
    const options: RequestOptions = {
      method: "CONNECT",
      host: proxy.hostname,
      port: proxy.port || (proxy.protocol === "https:" ? 443 : 80),
      path: `${host}:443`,
      agent: false,
      signal: AbortSignal.timeout(timeoutMs),
      headers: proxy.username ? { "proxy-authorization": `Basic ${Buffer.from(credentials(proxy)).toString("base64")}` } : {},
    };
    const request = proxy.protocol === "https:" ? httpsRequest(options) : httpRequest(options);
    request.on("connect", ({ statusCode }, socket) => {
      socket.destroy();
      done(statusCode === 200);
    });
    request.on("error", fail).end();
  });
}

function credentials({ username, password }: URL): string {
  return `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
}
