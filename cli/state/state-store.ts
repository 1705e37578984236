import { DynamoDBClient, GetItemCommand } from "@aws-sdk/client-dynamodb";
import { GetObjectCommand, ListObjectVersionsCommand, PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { type AwsAccess, backendAccess } from "../aws-access";
import type { Stack } from "../synth/stacks";
import { placeOf, type S3Place } from "./state-place";

/** `use` is given where the state of a stack is kept, which must be in S3. */
export async function inStore<T>(stack: Stack, use: (store: StateStore) => Promise<T>): Promise<T> {
  const place = placeOf(stack);
  if (place.kind !== "s3") throw new Error(`bug: the state of ${stack.name} is not in S3`);
  const store = new StateStore(place, backendAccess(stack)!);
  try {
    return await use(store);
  } finally {
    store.close();
  }
}

/** The bucket and the table of a state in S3, asked as Terraform's backend asks them. */
export class StateStore {
  private readonly s3: S3Client;
  private readonly table: DynamoDBClient;

  constructor(readonly place: S3Place, access: AwsAccess) {
    this.s3 = new S3Client({ ...access, forcePathStyle: place.pathStyle });
    this.table = new DynamoDBClient(access);
  }

  /** Nothing where there is no such object. */
  async object(key: string, version?: string): Promise<Buffer | undefined> {
    try {
      const { Body } = await this.s3.send(new GetObjectCommand({ Bucket: this.place.bucket, Key: key, ...(version !== undefined && { VersionId: version }) }));
      return Buffer.from(await Body!.transformToByteArray());
    } catch (error) {
      if ((error as Error).name === "NoSuchKey") return undefined;
      throw error;
    }
  }

  /** The newest versions of an object, the newest first. */
  async versions(key: string): Promise<string[]> {
    const { Versions: versions = [] } = await this.s3.send(new ListObjectVersionsCommand({ Bucket: this.place.bucket, Prefix: key, MaxKeys: 50 }));
    return versions.filter((one) => one.Key === key).map((one) => one.VersionId!).slice(0, 10);
  }

  /** One attribute of an item of the lock table, as text. */
  async item(id: string, attribute: string): Promise<string | undefined> {
    const { Item } = await this.table.send(new GetItemCommand({ TableName: this.place.table, Key: { LockID: { S: id } }, ConsistentRead: true }));
    return Item?.[attribute]?.S;
  }

  /** Encrypted as the backend encrypts the state. */
  async putObject(key: string, text: string, { encrypt, kmsKey }: { readonly encrypt: boolean; readonly kmsKey?: string }): Promise<void> {
    const encryption = kmsKey !== undefined ? ({ ServerSideEncryption: "aws:kms", SSEKMSKeyId: kmsKey } as const) : encrypt ? ({ ServerSideEncryption: "AES256" } as const) : {};
    await this.s3.send(new PutObjectCommand({ Bucket: this.place.bucket, Key: key, Body: text, ContentType: "application/json", ...encryption }));
  }

  close(): void {
    this.s3.destroy();
    this.table.destroy();
  }
}
