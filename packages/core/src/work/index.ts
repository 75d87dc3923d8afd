export { AREAS_OF_INTEREST, type AreaOfInterest } from './area-of-interest.ts'
export { type BlockedSpan, blockedMs } from './blocked-time.ts'
export { type ChangeContext, type ChangeInput, changeWorkItem } from './change.ts'
export { checkItem, type ItemRules } from './check-item.ts'
export {
  type Checklist,
  type ChecklistLine,
  type ChecklistLinePatch,
  type ChecklistPatch,
  changeChecklist,
  changeLine,
  checkListsOpen,
  countLine,
  createChecklist,
  createLine,
  followSubItem,
  LINES_MAX,
  LIST_NAME_MAX,
  LISTS_MAX,
  type LineCounts,
  linkLine,
  removeChecklist,
  removeLine,
  restoreChecklist,
  restoreLine,
  subItemOf,
  tickLine,
} from './checklist.ts'
export {
  type ChecklistEvent,
  type ChecklistFact,
  type ChecklistFactKind,
  checklistEvents,
  type LineFactKind,
  type LineInEvent,
} from './checklist-event.ts'
export {
  acceptWorkItem,
  archiveWorkItem,
  checkParent,
  giveNotice,
  isClosed,
  placeWorkItem,
  restoreWorkItem,
} from './close.ts'
export {
  type Confidential,
  followSight,
  isSeenBy,
  letsMoreIn,
  type Onlooker,
  SEEN_BY_MAX,
  type SeenByInput,
  type Sight,
  seenUnder,
  setSeenBy,
  sightUnder,
} from './confidential.ts'
export { CONTAINER_KINDS, type ContainerFacts, type ContainerKind, checkContainer } from './container.ts'
export {
  COPY_MAX,
  type Copy,
  type CopySource,
  type CopyWish,
  copyWork,
  type DayShift,
  shiftItemTo,
  shiftToStart,
} from './copy.ts'
export { type CreateContext, createWorkItem, type ItemPast, type NewWorkItem } from './create.ts'
export {
  type CustomField,
  checkFieldValue,
  FIELD_KINDS,
  FILLED_KINDS,
  type FieldKind,
  type FieldValue,
  isComputed,
  type ShownKind,
  shownKind,
} from './custom-field.ts'
export type { DecideContext, Decision } from './decision.ts'
export { evolve } from './evolve.ts'
export {
  EVERY_FIELD,
  type FieldAudience,
  type FieldRights,
  type FieldRule,
  type FieldViewer,
  fieldRightsOf,
  sameFieldRights,
} from './field-rights.ts'
export { type CheckedField, type FieldFormulas, NO_FORMULAS } from './formula/checked-field.ts'
export { compileFormula } from './formula/evaluate-formula.ts'
export { createFieldFormulas } from './formula/field-formulas.ts'
export { compileFieldValue } from './formula/field-value.ts'
export { FORMULA_FUNCTIONS, type FormulaFunction } from './formula/formula-functions.ts'
export {
  FORMULA_ATTRIBUTES,
  FORMULA_DAYS_MAX,
  FORMULA_NUMBER_MAX,
  FORMULA_NUMBER_MIN,
  FORMULA_RESULTS,
  type FormulaAttribute,
  type FormulaNode,
  type FormulaOperator,
  type FormulaResult,
  type FormulaType,
} from './formula/formula-node.ts'
export type { FieldReader, FormulaReader, FormulaWorld } from './formula/formula-reader.ts'
export {
  FORMULA_REFUSALS,
  type FormulaRefusalCode,
  type FormulaRefusalParams,
} from './formula/formula-refusal.ts'
export { FORMULA_MAX_LENGTH } from './formula/parse-formula.ts'
export {
  type CheckedRollUp,
  needsValue,
  ROLL_UP_MEASURES,
  ROLL_UP_RANGES,
  type RollUp,
  type RollUpMeasure,
  rollUpFollowsToday,
} from './formula/roll-up.ts'
export {
  checkRequirements,
  type ItemType,
  REQUIRABLE,
  type RequirableField,
  type Requirements,
  type TypeDefaults,
} from './item-type.ts'
export {
  type Handover,
  handoversOf,
  type MergeContext,
  type Merged,
  mergeWorkItem,
  relationsToTake,
} from './merge.ts'
export { type MoveContext, type MoveInput, moveWorkItem } from './move.ts'
export {
  delayPerHour,
  type LinesForYou,
  linesForPerson,
  MY_WORK_SECTIONS,
  type MyWork,
  type MyWorkContext,
  type MyWorkEntry,
  type MyWorkReason,
  type MyWorkSection,
  sortMyWork,
} from './my-work.ts'
export { bindQuery } from './query/bind-query.ts'
export type {
  BoundFormula,
  BoundNode,
  BoundQuery,
  BoundSort,
  FactName,
  ListProperty,
  ScalarProperty,
  SortSource,
  TextProperty,
} from './query/bound-query.ts'
export { compareBy, SORTED_LENGTH, sortItems } from './query/compare-query.ts'
export { completeQuery, type QueryCompletion } from './query/complete-query.ts'
export {
  chipsOf,
  type NewCondition,
  toggleFlag,
  toggleValue,
  withCondition,
  withoutChip,
  withoutField,
  withSort,
} from './query/edit-query.ts'
export { worldOf } from './query/field-target.ts'
export { compareText, foldText, type SearchColumns, searchColumnsOf } from './query/fold.ts'
export { createFoldedTexts, type FoldedTexts } from './query/folded-texts.ts'
export { compileMatcher, type MatchContext, matches } from './query/match-query.ts'
export { MAX_QUERY_LENGTH, parseQuery } from './query/parse-query.ts'
export { type PlannedFacts, readsPlans, sourceReadsPlans } from './query/planned-facts.ts'
export { printNode, printQuery, queryValue } from './query/print-query.ts'
export {
  COMPARISONS,
  type Comparison,
  type Condition,
  QUERY_FLAGS,
  type Query,
  type QueryFlag,
  type QueryNode,
  type QueryValue,
  type SortTerm,
} from './query/query.ts'
export {
  type CatalogueEntries,
  createCatalogue,
  type QueryCatalogue,
  type QueryViewer,
} from './query/query-catalogue.ts'
export { comparisonsOf, QUERY_FIELDS, type QueryField, type ValueType } from './query/query-field.ts'
export { QUERY_REFUSALS, type QueryRefusalCode, type QueryRefusalParams } from './query/query-refusal.ts'
export type { Suggestion } from './query/suggestions.ts'
export {
  createQuickAdd,
  type QuickAdd,
  type QuickAddNames,
  type QuickAddPart,
  type QuickAddReaders,
} from './quick-add.ts'
export { rankAtEnd, rankBetween } from './rank.ts'
export { missingForReadiness, READINESS, type ReadinessPart } from './readiness.ts'
export {
  REPEAT_WORDS_MAX,
  type RepeatContext,
  type RepeatReading,
  readRepeat,
} from './recurrence/read-repeat.ts'
export {
  advanceRecurrence,
  beginRecurrence,
  firstDay,
  noteRepeated,
  type Recurrence,
  type RecurrenceCause,
  type RecurrenceContext,
  type RecurrenceEnd,
  type RecurrenceWish,
  setRepeating,
} from './recurrence/recurrence.ts'
export { checkRelation, findCycle, type OrderEdge } from './relate.ts'
export {
  changeView,
  defaultView,
  mayForgetView,
  type ViewChange,
  type ViewEditor,
  type ViewFacts,
} from './saved-view.ts'
export {
  EMPTY_TEMPLATE,
  fillTemplate,
  keepAsTemplate,
  linesOfTemplate,
  type TemplateLine,
  type TemplateWish,
  type TemplateWork,
  withTemplateLines,
} from './template/template.ts'
export { dayBehind, daysBehind, shiftTo, type TemplateUnit } from './template/template-days.ts'
export { checkDefaults, type Making, withDefaults } from './type-defaults.ts'
export { blockWorkItem, stopWaiting, unblockWorkItem, waitFor } from './wait.ts'
export { withoutFields } from './without-fields.ts'
export { namesItem, withoutItems } from './without-items.ts'
export {
  CHANGEABLE_FIELDS,
  type ChangeableField,
  type FieldChanges,
  type Move,
  type WorkEvent,
  type WorkItemPatch,
} from './work-event.ts'
export {
  BLOCKER_REASONS,
  type Blocker,
  type BlockerReason,
  LAG_UNITS,
  type LagUnit,
  LINK_TYPES,
  type LinkType,
  type Priority,
  RELATION_KINDS,
  type Relation,
  type RelationKind,
  type SeenBy,
  type WaitingFor,
  type WorkItem,
} from './work-item.ts'
export {
  type AllowedMoves,
  checkWorkflow,
  findState,
  firstStateOf,
  initialState,
  isMoveAllowed,
  STATE_GROUPS,
  type StateGroup,
  type Workflow,
  type WorkflowState,
} from './workflow.ts'
