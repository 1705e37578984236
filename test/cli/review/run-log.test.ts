import { RunLog } from "../../../cli/review/run-log";
import { TerraformCloud } from "../../../cli/terraform-cloud/terraform-cloud";
import { TerraformCloudServer } from "../../terraform-cloud/server";

const server = new TerraformCloudServer();
server.tokens.set("token", ["example"]);
beforeAll(() => server.start());
afterAll(() => server.stop());

/** Reads a log that grows by one of these at each look after the end of what there was. */
async function read(...growing: readonly Buffer[]): Promise<{ readonly lines: readonly string[]; readonly error: string | undefined }> {
  const lines: string[] = [];
  let there = 0;
  server.add({
    "GET /.well-known/terraform.json": () => ({ status: 200, json: { "tfe.v2": "/api/v2/" } }),
    "GET /api/v2/plans/plan-1": () => ({ status: 200, data: { id: "plan-1", type: "plans", attributes: { "log-read-url": `${server.url}/_archivist/log?secret=1` } } }),
    "GET /_archivist/log": ({ query }) => {
      const offset = Number(query.get("offset"));
      if (offset === Buffer.concat(growing.slice(0, there)).length) there += 1;
      return { status: 200, bytes: Buffer.concat(growing.slice(0, there)).subarray(offset, offset + Number(query.get("limit"))) };
    },
  });
  const origin = new URL(server.url);
  const client = await TerraformCloud.discover(origin, { env: { [`TF_TOKEN_${origin.host.replaceAll(".", "_")}`]: "token" }, patience: { retries: 0, firstMs: 1, pollMs: 1, workMs: 1000, pendingMs: 200 } });
  const log = new RunLog(client, "plan-1", (line) => lines.push(line));
  await log.rest();
  return { lines, error: log.error };
}

const [begun, ended] = [Buffer.from([2]), Buffer.from([3])];

describe("the log of a run", () => {
  it("is read piece by piece, also where a piece ends in a character, a line or a marker", async () => {
    const text = Buffer.from("Größe: \u001b[1m2\u001b[0m\nsecond\n");
    expect((await read(begun, text.subarray(0, 3), text.subarray(3, 20), text.subarray(20), ended)).lines).toEqual(["Größe: 2", "second"]);
  });

  it("of more than a piece is read to its end", async () => {
    const many = Array.from({ length: 20_000 }, (_, line) => `line ${line}`);
    expect((await read(Buffer.concat([begun, Buffer.from(`${many.join("\n")}\n`), ended]))).lines).toEqual(many);
  });

  it("of a line for each message gives the messages, and of an error its whole text", async () => {
    const messages = [
      { "@level": "info", "@message": "Terraform 1.11.4", type: "version" },
      { "@level": "error", "@message": "Error: no", type: "diagnostic", diagnostic: { severity: "error", summary: "no such VPC", detail: "It is gone.\nMake it anew.", address: "aws_subnet.a" } },
    ];
    const { lines, error } = await read(Buffer.concat([begun, Buffer.from(messages.map((one) => `${JSON.stringify(one)}\n`).join("")), ended]));
    expect(lines).toEqual(["Terraform 1.11.4", "Error: no such VPC", "  with aws_subnet.a", "It is gone.", "Make it anew."]);
    expect(error).toBe("Error: no such VPC\n  with aws_subnet.a\nIt is gone.\nMake it anew.");
  });

  it("that is cut off keeps what was said", async () => {
    expect(await read(Buffer.concat([begun, Buffer.from("╷\n│ Error: half\n│ of it\n")]))).toEqual({ lines: ["Error: half", "of it"], error: "Error: half\nof it" });
  });
});
