import { missing, newId, type TerraformCloudServer } from "./server";

const [begun, ended] = [Buffer.from([0x02]), Buffer.from([0x03])];

/** What a phase of a run prints, between STX and ETX. */
export class Log {
  private bytes = Buffer.alloc(0);

  constructor(readonly url: string) {}

  begin(): void {
    this.bytes = Buffer.concat([this.bytes, begun]);
  }

  line(text: string): void {
    this.bytes = Buffer.concat([this.bytes, Buffer.from(`${text}\n`)]);
  }

  end(): void {
    // What never began has ended, too.
    if (this.bytes.length === 0) this.begin();
    this.bytes = Buffer.concat([this.bytes, ended]);
  }

  read(offset: number, limit: number): Buffer {
    return this.bytes.subarray(offset, offset + limit);
  }
}

/** Logs at their addresses, piece by piece. */
export class Logs {
  private readonly byObject = new Map<string, Log>();

  constructor(private readonly server: TerraformCloudServer) {
    server.add({
      "GET /_archivist/v1/logs/:object": ({ params, query }) => {
        const log = this.byObject.get(params.object!);
        return log === undefined ? missing : { status: 200, bytes: log.read(Number(query.get("offset") ?? 0), Number(query.get("limit") ?? 65_536)) };
      },
    });
  }

  make(): Log {
    const object = newId("object");
    const log = new Log(`${this.server.url}/_archivist/v1/logs/${object}`);
    this.byObject.set(object, log);
    return log;
  }
}
