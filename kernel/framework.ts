/**
 * The one door to the framework. Everything else imports from here, so that a change of framework
 * (see docs/adr/0006-framework-end-of-life.md) is a change of this file.
 */
export {
  App,
  CloudBackend,
  DataResource as TerraformData,
  LocalBackend,
  NamedCloudWorkspace,
  S3Backend,
  TerraformBackend,
  TerraformDataSource,
  TerraformElement,
  TerraformProvider,
  TerraformResource,
  TerraformStack,
} from "cdktf";
export type { ComplexList, ComplexObject, IResolvable, StringMap, TerraformMetaArguments } from "cdktf";
export { Construct } from "constructs";
export type { IConstruct, Node } from "constructs";
