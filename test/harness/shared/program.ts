import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { json } from "node:stream/consumers";
import type { Question } from "./question";
import { Worker } from "./worker";

// Beside the workers of jest, because what a worker itself starts is gone with each of its test files.
const workers = new Map<string, Worker>();
const workerNamed = (name: string): Worker => workers.get(name) ?? workers.set(name, new Worker()).get(name)!;

function answer(question: Question): Promise<unknown> {
  const worker = workerNamed(question.worker);
  switch (question.about) {
    case "emulator":
      return worker.emulator();
    case "provider":
      return worker.provider(question);
    case "end":
      return worker.endOfFile();
  }
}

async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
  // Files ask seldom, and would find a connection closed that they have kept.
  response.setHeader("connection", "close");
  try {
    response.end(JSON.stringify((await answer((await json(request)) as Question)) ?? null));
  } catch (error) {
    response.writeHead(500).end(String(error));
  }
}

async function main(): Promise<void> {
  const server = createServer((request, response) => void serve(request, response));
  await once(server.listen(0, "127.0.0.1"), "listening");
  // A terminal sends Ctrl-C to every process of the group; tests still need answers while they end.
  process.on("SIGINT", () => {});
  process.stdin.resume().once("close", () => void Promise.all([...workers.values()].map((worker) => worker.stop())).finally(() => process.exit()));
  process.stdout.write(`http://127.0.0.1:${(server.address() as AddressInfo).port}\n`);
}

void main();
