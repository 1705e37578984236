import { amiTypes } from "../../aws/ami-types";
import { bindingsProvider } from "../../aws/provider-floor";
import { choice, matches, nullable, object, text } from "../../kernel";

/** What decides how user data is written and which disks there are. */
export const families = ["AL2023", "BOTTLEROCKET", "WINDOWS"] as const;

const types = amiTypes
  .filter((type) => !("ended" in type) && type.amiType !== "CUSTOM")
  .map((type) => ("newerThanProviderFloor" in type ? { value: type.amiType, since: bindingsProvider } : type.amiType));

export const amiType = nullable(choice(types, { doc: "Image of the nodes, one of EKS's own: its operating system, architecture and drivers." }));

export const image = nullable(
  object(
    {
      id: text({ doc: "Id of the image.", rules: [matches("node-group-image-id", /^ami-[0-9a-f]{8,17}$/, "the id of an image")] }),
      family: choice(families, { doc: "What it was built from: decides how nodes are told to join, and the names of the disks." }),
    },
    {
      doc: "An image of your own in place of `amiType`. EKS then writes no user data: it is all made here, from the cluster's endpoint, certificate authority and service block. Its Kubernetes version is what is in it.",
    },
  ),
);

export const releaseVersion = nullable(text({ doc: "Release of EKS's image, such as `1.35.0-20260901`. Null takes the newest when the group is made or its version changes." }));

export const latestRelease = nullable(
  object({}, { doc: "Takes the release that AWS recommends on the day of the plan: a plan on another day may replace the nodes. Asks Systems Manager at every plan." }),
);
