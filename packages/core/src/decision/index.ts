export { analyseTable, type TableAnalysis, type TableRegion } from './dmn/analysis/analyse-table.ts'
export { checkCase, type DecisionCase } from './dmn/check-case.ts'
export { compileModel, type DmnProgram } from './dmn/compile-model.ts'
export {
  type DecisionOutcome,
  type DecisionRequest,
  evaluateDecision,
  evaluateMany,
  inputsFromJson,
} from './dmn/evaluate.ts'
export { type ExplainedTable, type Explanation, explainOutcome } from './dmn/explain-outcome.ts'
export {
  AGGREGATIONS,
  type Aggregation,
  type BoxedExpression,
  type BusinessKnowledge,
  type ContextEntry,
  type Decision,
  type DecisionService,
  type DecisionTable,
  type DmnModel,
  type FeelText,
  type FormalParameter,
  type FunctionDefinition,
  HIT_POLICIES,
  type HitPolicy,
  type InputData,
  type ItemDefinition,
  type TableInput,
  type TableOutput,
  type TableRule,
} from './dmn/model.ts'
export { withOpenInputs } from './dmn/open-inputs.ts'
export { DMN_PROBLEM_CODES, type DmnProblem, type DmnProblemCode } from './dmn/problem.ts'
export type { FeelWarning } from './feel/compile/evaluation.ts'
export { compileFeel, type FeelAnswer, type FeelProgram } from './feel/compile-feel.ts'
export { compileOpen } from './feel/compile-open.ts'
export { equal } from './feel/values/equality.ts'
export { fromJson, toJson } from './feel/values/json.ts'
export { isNumber, parseNumber } from './feel/values/number.ts'
export { parseDate, parseDateAndTime, parseDuration, parseTime } from './feel/values/temporal-text.ts'
export { literalOf } from './feel/values/text.ts'
export {
  type FeelContext,
  type FeelList,
  type FeelValue,
  isContext,
  isList,
  kindOf,
  WARNING_CODES,
  type WarningCode,
} from './feel/values/value.ts'
