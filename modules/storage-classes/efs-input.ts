import { atMost, matches, nullable, number, object, text, whole } from "../../kernel";

/** The driver makes access points. Source: https://github.com/kubernetes-sigs/aws-efs-csi-driver, docs/README.md, read 2026-11-21. */
export const efs = object(
  {
    fileSystemId: text({ doc: "Id of the file system. It needs a mount target in each zone of the nodes.", rules: [matches("storage-file-system", /^fs-[0-9a-f]{8,40}$/, "the id of a file system")] }),
    directoryPermissions: text({
      default: "700",
      doc: "Permissions of each volume's root directory, in octal digits.",
      rules: [matches("storage-directory-permissions", /^[0-7]{3,4}$/, "three or four octal digits")],
    }),
    basePath: nullable(
      text({ doc: "Directory of the file system below which the volumes are. Null: its root.", rules: [matches("storage-base-path", /^(\/[A-Za-z0-9._-]+){1,4}$/, "a path of one to four names that begins with a slash")] }),
    ),
    gidRange: nullable(
      object(
        {
          start: number({ doc: "First group id.", rules: [whole("storage-gid-start", 0, 4_294_967_295)] }),
          end: number({ doc: "Last group id.", rules: [whole("storage-gid-end", 0, 4_294_967_295)] }),
        },
        { doc: "Group ids that volumes get, one each: as many volumes as ids. Null: 50000 to 7000000.", rules: [atMost("storage-gid-range", "start", "end")] },
      ),
    ),
  },
  { doc: "Volumes of an EFS file system, each an access point: for pods of many nodes and zones." },
);
