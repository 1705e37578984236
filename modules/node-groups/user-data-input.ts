import { choice, flag, jsonObject, list, map, matches, nullable, number, object, text, whole, withoutText } from "../../kernel";

/** Between the parts of user data for Amazon Linux. */
export const boundary = "==node==";
/** Where our own settings for Bottlerocket stand, and those of a user go on. */
export const bottlerocketTable = "[settings.kubernetes]";

const scriptText = withoutText("node-script-marks", [`--${boundary}`, "<powershell>", "</powershell>"], { why: "it ends a part of the user data" });

export const maxPods = nullable(
  number({ doc: "Most pods of a node. Null leaves it to EKS, or to the image when it is your own.", rules: [whole("node-max-pods", 1, 1000)] }),
);

export const scriptBefore = nullable(
  text({ doc: "Script that runs before a node joins: a shell script with its first line `#!…` on Amazon Linux, PowerShell on Windows.", rules: [scriptText] }),
);

export const scriptAfter = nullable(
  text({ doc: "The same once kubelet has been started. On Windows only with an image of your own.", rules: [withoutText("node-script-after-marks", ["</powershell>", "<powershell>"], { why: "it ends the user data" })] }),
);

export const nodeConfig = nullable(
  object(
    {
      kubeletConfig: nullable(text({ doc: "Fields of a KubeletConfiguration, as JSON.", rules: [jsonObject("kubelet-config")] })),
      kubeletFlags: list(text({ rules: [matches("kubelet-flag", /^--[a-z]/, "a flag such as --node-labels=a=b")] }), { default: [], doc: "Flags of kubelet." }),
      containerdConfig: nullable(text({ doc: "Configuration of containerd, as TOML." })),
      localStorage: nullable(
        choice(["RAID0", "RAID10", "Mount"], { doc: "What becomes of the instance's own disks: one file system for kubelet and containerd, or one mount each." }),
      ),
      featureGates: map(flag(), { default: {}, doc: "Features of nodeadm that are switched on or off, such as `{ FastImagePull = true }`." }),
    },
    { doc: "Settings of nodeadm. Amazon Linux only. EKS merges them with its own." },
  ),
);

export const bottlerocketSettings = nullable(
  text({
    doc: `Settings of Bottlerocket, as TOML. The text begins inside \`${bottlerocketTable}\`; other tables follow under their own headers.`,
    rules: [
      withoutText("bottlerocket-table", [bottlerocketTable], { why: "the text begins inside it, and TOML takes a table once" }),
      matches("bottlerocket-toml", /^\s*(#|\[|[A-Za-z0-9_"-]+(\.[A-Za-z0-9_"-]+)*\s*=)/, "TOML, such as pods-per-core = 10"),
    ],
  }),
);
