import { call, type Construct, type Expr, local, tf } from "../../kernel";
import { amazonLinuxUserData } from "./amazon-linux-user-data";
import { bottlerocketUserData } from "./bottlerocket-user-data";
import type { UserDataParts } from "./user-data-parts";
import { windowsUserData } from "./windows-user-data";

/** User data by key, base64. Groups that ask for nothing have none: EKS writes all of it. */
export function userData(scope: Construct, parts: UserDataParts): Expr<Readonly<Record<string, string>>> {
  const texts = call("merge", amazonLinuxUserData(scope, parts), bottlerocketUserData(scope, parts), windowsUserData(scope, parts));
  return local(scope, "user_data", tf`{ for key, text in ${texts} : key => base64encode(text) }`);
}
