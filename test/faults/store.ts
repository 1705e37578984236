import type { Emulator } from "../../emulator/emulator";
import { authorization } from "../emulator/aws-call";
import { makeStateStore } from "../harness";
import { bucket, keyOf, table } from "./stacks";

export interface State {
  readonly serial: number;
  readonly lineage: string;
  readonly outputs: Readonly<Record<string, { readonly value: unknown }>>;
  readonly resources: readonly { readonly mode: string; readonly type: string; readonly name: string; readonly instances: readonly { readonly status?: string; readonly attributes: Readonly<Record<string, unknown>> }[] }[];
}

/** The bucket and the table in which the stacks of these tests keep states and locks, seen without Terraform. */
export class Store {
  constructor(private readonly emulator: Emulator) {}

  async make(): Promise<void> {
    await makeStateStore(this.emulator, { bucket, table });
    await this.s3("PUT", `/${bucket}?versioning`, `<VersioningConfiguration xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><Status>Enabled</Status></VersioningConfiguration>`);
  }

  /** Nothing where the stack was never applied. */
  async state(stack: string): Promise<State | undefined> {
    const text = await this.object(keyOf(stack));
    return text === undefined ? undefined : (JSON.parse(text) as State);
  }

  /** Addresses of what the state manages; what Terraform did not see come to its end is marked. */
  async resources(stack: string): Promise<string[]> {
    const { resources = [] } = (await this.state(stack)) ?? {};
    return resources.filter(({ mode }) => mode === "managed").map(({ type, name, instances }) => `${type}.${name}${instances.some(({ status }) => status === "tainted") ? " (tainted)" : ""}`).sort();
  }

  /** The kinds of lock that are held. */
  async locks(stack: string): Promise<string[]> {
    const file = await this.object(`${keyOf(stack)}.tflock`);
    const item = await this.item(`${bucket}/${keyOf(stack)}`);
    return [...(file === undefined ? [] : ["file"]), ...(item === undefined ? [] : ["table"])];
  }

  /** What `unlock` asks for. */
  async lockId(stack: string): Promise<string> {
    return (JSON.parse((await this.object(`${keyOf(stack)}.tflock`))!) as { ID: string }).ID;
  }

  async object(key: string): Promise<string | undefined> {
    const response = await this.s3("GET", `/${bucket}/${key}`);
    return response.status === 404 ? undefined : response.text();
  }

  async put(key: string, text: string): Promise<void> {
    await this.s3("PUT", `/${bucket}/${key}`, text);
  }

  async delete(key: string): Promise<void> {
    await this.s3("DELETE", `/${bucket}/${key}`);
  }

  /** Takes the newest version of an object away, or the mark that it was deleted, so that the one before it is there again. */
  async undo(key: string): Promise<void> {
    const text = await (await this.s3("GET", `/${bucket}?versions&prefix=${encodeURIComponent(key)}`)).text();
    const listed = [...text.matchAll(/<(Version|DeleteMarker)>(.*?)<\/\1>/gs)].map(([, , one]) => one!);
    const newest = listed.find((one) => one.includes(`<Key>${key}</Key>`) && /<IsLatest>true/i.test(one));
    if (newest === undefined) throw new Error(`no newest version of ${key} in ${text}`);
    await this.s3("DELETE", `/${bucket}/${key}?versionId=${/<VersionId>([^<]+)/.exec(newest)![1]}`);
  }

  async item(id: string): Promise<Readonly<Record<string, { readonly S: string }>> | undefined> {
    const response = await this.dynamodb("GetItem", { Key: { LockID: { S: id } } });
    return ((await response.json()) as { Item?: Record<string, { S: string }> }).Item;
  }

  async putItem(item: Readonly<Record<string, string>>): Promise<void> {
    await this.dynamodb("PutItem", { Item: Object.fromEntries(Object.entries(item).map(([name, value]) => [name, { S: value }])) });
  }

  private s3(method: string, path: string, body?: string): Promise<Response> {
    return this.call(path, { method, headers: { authorization: authorization("s3", this.caller) }, ...(body === undefined ? {} : { body }) });
  }

  private dynamodb(action: string, parameters: object): Promise<Response> {
    const headers = { authorization: authorization("dynamodb", this.caller), "content-type": "application/x-amz-json-1.0", "x-amz-target": `DynamoDB_20120810.${action}` };
    return this.call("/", { method: "POST", headers, body: JSON.stringify({ TableName: table, ...parameters }) });
  }

  private async call(path: string, request: RequestInit): Promise<Response> {
    const response = await fetch(this.emulator.url + path, request);
    if (!response.ok && response.status !== 404) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
    return response;
  }

  private readonly caller = { accessKey: "emulator" };
}
