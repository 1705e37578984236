import { type Emulator, startEmulator } from "../../../emulator/emulator";
import { awsProviderProgram } from "../aws-provider/installed";
import { ServedProvider } from "../aws-provider/served-provider";
import type { Question } from "./question";

type AboutProvider = Extract<Question, { about: "provider" }>;

/** What stays from one test file of a worker of jest to its next: to start an AWS and its provider anew takes seconds of processor time. */
export class Worker {
  private readonly idle: Emulator[] = [];
  private readonly used: Emulator[] = [];
  private delays = new Map<Emulator, string>();
  private readonly providers = new Map<string, { readonly endpoint: string | undefined; readonly starting: Promise<ServedProvider> }>();

  /** The port of an AWS with nothing in it. */
  async emulator(): Promise<number> {
    const emulator = this.idle.pop() ?? (await this.start());
    this.used.push(emulator);
    return emulator.port;
  }

  /** What `TF_REATTACH_PROVIDERS` says of the provider for this AWS. */
  async provider({ version, aws, types }: AboutProvider): Promise<object> {
    const key = JSON.stringify([version, aws]);
    if (!this.providers.has(key)) this.providers.set(key, { endpoint: aws["AWS_ENDPOINT_URL"], starting: serve(version, aws) });
    const provider = await this.providers.get(key)!.starting;
    provider.know(types);
    return provider.attachment;
  }

  async endOfFile(): Promise<void> {
    for (const emulator of this.used.splice(0)) {
      await emulator.reset();
      await fetch(`${emulator.url}/_emulator/delays`, { method: "POST", body: this.delays.get(emulator)! });
      this.idle.push(emulator);
    }
    const kept = new Set<string | undefined>([undefined, ...this.idle.map(({ url }) => url)]);
    for (const [key, { endpoint, starting }] of this.providers) {
      if (kept.has(endpoint)) {
        await (await starting).rest();
        continue;
      }
      this.providers.delete(key);
      await (await starting).stop();
    }
  }

  async stop(): Promise<void> {
    await Promise.all([...this.idle, ...this.used].map((emulator) => emulator.stop()));
    await Promise.all([...this.providers.values()].map(async ({ starting }) => (await starting).stop()));
  }

  private async start(): Promise<Emulator> {
    const emulator = await startEmulator();
    this.delays.set(emulator, await (await fetch(`${emulator.url}/_emulator/delays`)).text());
    return emulator;
  }
}

async function serve(version: string, aws: NodeJS.ProcessEnv): Promise<ServedProvider> {
  const others = Object.entries(process.env).filter(([name]) => !name.startsWith("AWS_"));
  return ServedProvider.start(await awsProviderProgram(version), { ...Object.fromEntries(others), ...aws });
}
