import type { Problem } from "../../kernel/problem";

/** What Node says of a disk that takes nothing; also in what a program has told before it ended. */
export function diskProblems(text: string): Problem[] {
  if (/\b(?:ENOSPC|EDQUOT):/.test(text)) {
    return [{ path: "disk", expected: "room on the disk", why: "make room and start the same command again", rule: "disk-full" }];
  }
  const denied = /\b(?:EROFS|EACCES): (?<error>read-only file system|permission denied), (?!access)\w+ '(?<file>[^']+)'/.exec(text)?.groups;
  if (denied === undefined) return [];
  return [{ path: "disk", expected: "a folder that can be written to", got: `${denied["file"]}: ${denied["error"]}`, rule: "folder-read-only" }];
}
