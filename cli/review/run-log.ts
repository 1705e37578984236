import { StringDecoder } from "node:string_decoder";
import type { TerraformCloud } from "../terraform-cloud/terraform-cloud";

const [startOfText, endOfText] = ["\u0002", "\u0003"];
const pieceBytes = 65_536;

/**
 * The log of a plan, as it grows: text between STX and ETX, piece by piece, or a line of JSON for each message.
 * https://developer.hashicorp.com/terraform/internals/machine-readable-ui (read 2026-11-22)
 */
export class RunLog {
  private address: string | undefined;
  private offset = 0;
  private partial = "";
  private readonly decoder = new StringDecoder("utf8");
  private readonly errors: string[] = [];
  private state: "waiting" | "begun" | "ended" = "waiting";

  constructor(private readonly cloud: TerraformCloud, private readonly plan: string, private readonly onLine: (line: string) => void) {}

  /** Reads what there is more of it. */
  async advance(): Promise<void> {
    this.address ??= (await this.cloud.request<{ readonly "log-read-url"?: string | null }>("GET", `plans/${this.plan}`)).data?.attributes["log-read-url"] ?? undefined;
    if (this.address === undefined) return;
    for (let length = pieceBytes; length > 0 && this.state !== "ended"; ) {
      const address = new URL(this.address);
      address.searchParams.set("limit", String(pieceBytes));
      address.searchParams.set("offset", String(this.offset));
      const piece = (await this.cloud.content(address.href)).bytes ?? new Uint8Array();
      length = piece.length;
      this.offset += length;
      this.take(this.decoder.write(Buffer.from(piece)));
    }
  }

  /** What was not written yet when the run ended. */
  async rest(): Promise<void> {
    await this.advance();
    if (this.state === "begun") await this.cloud.until(async () => (await this.advance(), this.state === "ended" ? true : undefined), this.cloud.patience.pendingMs);
  }

  /** In Terraform's words, from the first error on. Nothing where it told none. */
  get error(): string | undefined {
    return this.errors.length === 0 ? undefined : this.errors.join("\n").trimEnd();
  }

  private take(text: string): void {
    if (this.state === "waiting" && text.startsWith(startOfText)) this.state = "begun";
    if (text.endsWith(endOfText)) this.state = "ended";
    const lines = (this.partial + text.replaceAll(startOfText, "").replaceAll(endOfText, "")).split("\n");
    this.partial = this.state === "ended" ? "" : lines.pop()!;
    for (const raw of lines) {
      for (const line of readable(raw)) {
        if (this.errors.length > 0 || line.startsWith("Error: ")) this.errors.push(line);
        if (line !== "") this.onLine(line);
      }
    }
  }
}

interface Message {
  readonly "@message"?: string;
  readonly diagnostic?: { readonly severity: string; readonly summary: string; readonly detail?: string; readonly address?: string };
}

/** Without colours and the frame around an error. */
function readable(raw: string): string[] {
  // oxlint-disable-next-line no-control-regex
  const plain = raw.replace(/\u001b\[[\d;]*m/g, "").trimEnd();
  const { "@message": message, diagnostic } = messageIn(plain);
  if (diagnostic?.severity === "error") return [`Error: ${diagnostic.summary}`, ...(diagnostic.address === undefined ? [] : [`  with ${diagnostic.address}`]), ...(diagnostic.detail ?? "").split("\n")];
  return [message ?? plain.replace(/^│ ?/, "").replace(/^[╷╵]$/, "")];
}

function messageIn(line: string): Message {
  if (!line.startsWith("{")) return {};
  try {
    return JSON.parse(line) as Message;
  } catch {
    return {};
  }
}
