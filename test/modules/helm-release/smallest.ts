/** The least that a release must be told. */
export const smallest = {
  name: "shop",
  namespace: "shop",
  chart: { published: { repository: "https://charts.example.com", name: "shop", version: "1.2.3" } },
} as const;
