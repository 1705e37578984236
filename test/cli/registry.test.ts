import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { registryReachable } from "../../cli/terraform/registry";

type Answer = "tunnel" | "refusal" | "silence";
const servers: Server[] = [];

async function proxy(answer: Answer): Promise<string> {
  const server = createServer().on("connect", (request, socket) => {
    if (request.url !== "registry.terraform.io:443") socket.end("HTTP/1.1 400 Bad Request\r\n\r\n");
    else if (answer === "tunnel") socket.write("HTTP/1.1 200 Connection Established\r\n\r\n");
    else if (answer === "refusal") socket.end("HTTP/1.1 403 Forbidden\r\n\r\n");
  });
  servers.push(server);
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

afterAll(() => {
  for (const server of servers) {
    server.closeAllConnections();
    server.close();
  }
});

it.each<[Answer, boolean]>([
  ["tunnel", true],
  ["refusal", false],
  ["silence", false],
])("a proxy that answers with %s: reachable is %s, within the time limit", async (answer, expected) => {
  const begun = performance.now();
  expect(await registryReachable({ HTTPS_PROXY: await proxy(answer) }, 300)).toBe(expected);
  expect(performance.now() - begun).toBeLessThan(1500);
});

it("a proxy that is not there is no way to the registry", async () => {
  expect(await registryReachable({ https_proxy: "http://127.0.0.1:1" })).toBe(false);
});
