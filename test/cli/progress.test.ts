import { PassThrough } from "node:stream";
import { Progress } from "../../cli/progress";

function recorder(terminal: Partial<NodeJS.WriteStream> = {}) {
  const stream = Object.assign(new PassThrough(), terminal) as unknown as NodeJS.WriteStream;
  const chunks: string[] = [];
  stream.on("data", (chunk: Buffer) => chunks.push(chunk.toString()));
  return { progress: new Progress(stream), text: () => chunks.join("").replaceAll(/\d+\.\d s/g, "N s") };
}

it("outside a terminal a step is a line at its start and one at its end", async () => {
  const { progress, text } = recorder();
  await progress.step("plan", async (note) => { note("working"); return 67; }, (count) => `${count} to add`);
  expect(text()).toBe("  …       plan\n  ok      plan: 67 to add (N s)\n");
});

it("a step that fails says so, and the error goes on", async () => {
  const { progress, text } = recorder();
  await expect(progress.step("apply", () => Promise.reject(new Error("no")))).rejects.toThrow("no");
  expect(text()).toBe("  …       apply\n  FAILED  apply (N s)\n");
});

it("a long step outside a terminal says every ten seconds what goes on", async () => {
  jest.useFakeTimers({ doNotFake: ["performance", "nextTick"] });
  try {
    const { progress, text } = recorder();
    await progress.step("apply", async (note) => {
      note("aws_eks_cluster.this: Still creating...");
      await jest.advanceTimersByTimeAsync(20_000);
    });
    expect(text().match(/aws_eks_cluster\.this: Still creating/g)).toHaveLength(2);
  } finally {
    jest.useRealTimers();
  }
});

it("a terminal shows one line, no longer than it is wide, that the result replaces", async () => {
  const { progress, text } = recorder({ isTTY: true, columns: 40 });
  await progress.step("apply", async (note) => note("x".repeat(100)));
  const lines = text().split("\n");
  expect(lines).toHaveLength(2);
  expect(Math.max(...text().split(/\u001b\[\d*[GK]/).map((part) => part.trimEnd().length))).toBeLessThan(40);
  expect(lines[0]).toMatch(/ {2}ok {6}apply \(N s\)$/);
});
