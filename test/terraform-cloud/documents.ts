import type { Reply } from "./server";

/** One page of a list. https://developer.hashicorp.com/terraform/cloud-docs/api-docs#pagination (read 2026-11-22) */
export function page(all: readonly object[], query: URLSearchParams): Reply {
  const number = (name: string, otherwise: number) => Math.max(1, Number(query.get(name) ?? otherwise));
  const [current, size] = [number("page[number]", 1), Math.min(100, number("page[size]", 20))];
  const total = Math.max(1, Math.ceil(all.length / size));
  const pagination = { "current-page": current, "page-size": size, "prev-page": current > 1 ? current - 1 : null, "next-page": current < total ? current + 1 : null, "total-pages": total, "total-count": all.length };
  return { status: 200, data: all.slice((current - 1) * size, current * size), meta: { pagination } };
}

/** To who may not see an organization nothing of it is there. */
export function visible<T extends { readonly organization: string }>(found: T | undefined, organizations: readonly string[]): T | undefined {
  return found !== undefined && organizations.includes(found.organization) ? found : undefined;
}
