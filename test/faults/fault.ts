import { itUnless } from "../skip";

/** A row of docs/faults.md, made for real: the title is what is seen and what comes of it. */
export function fault(id: string, title: string, body: () => Promise<void>, cannot?: string): void {
  itUnless(cannot, `${id}: ${title}`, body);
}
