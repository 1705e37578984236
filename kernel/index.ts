/** The language that constructs are written in. */
export { PlatformApp, runProgram } from "./app";
export { bind, type GivenInputs } from "./bind";
export { local, moduleCall, secretVariable } from "./block";
export { absentWith, choose, forward, is, json, listOf, mapList, orElse, present, project, setOf, some, typedAs, where } from "./collection";
export { check, type Condition } from "./condition";
export { broken, type CrossRule, crossCondition } from "./cross-rule";
export { blockWhen, dynamic, optionalBlock } from "./dynamic";
export { call, objectOf, text as template, tf } from "./expression";
export { Construct } from "./framework";
export type { Collection, Expr, Given, Handle, Handles } from "./handle";
export { limitedName, limitedNames } from "./limited-name";
export { fromVariables, type ModuleDefinition, moduleStack } from "./module";
export { moduleFiles } from "./module-files";
export { outputs } from "./outputs";
export { describe, type Problem, ProblemsError, refuse } from "./problem";
export { imported, importedByKey, moved, removed } from "./refactor";
export { data, type Lifecycle, resource } from "./resource";
export {
  atLeastOne,
  atMost,
  atMostOne,
  between,
  cidrBlock,
  count,
  distinct,
  distinctBy,
  every,
  exactlyOne,
  jsonObject,
  keys,
  length,
  matches,
  noneOf,
  oneOf,
  onlyWhen,
  requiredWhen,
  type Rule,
  whole,
  without,
  withoutPrefix,
  withoutText,
} from "./rules";
export { choice, type Data, flag, type Inputs, list, map, nullable, number, object, readiness, text } from "./schema";
export { ModuleStack, PlatformStack } from "./stack";
export type { Target } from "./target";
