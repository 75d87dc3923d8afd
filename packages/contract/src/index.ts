import { caseOperations } from './operations/case.ts'
import { caseTemplateOperations } from './operations/case-templates.ts'
import { costOperations } from './operations/cost.ts'
import { discussionOperations } from './operations/discussion.ts'
import { exchangeOperations } from './operations/exchange.ts'
import { filesOperations } from './operations/files.ts'
import { identityOperations } from './operations/identity.ts'
import { identityAuditOperations } from './operations/identity-audit.ts'
import { identityInvitationOperations } from './operations/identity-invitations.ts'
import { identityProviderOperations } from './operations/identity-providers.ts'
import { identitySecurityOperations } from './operations/identity-security.ts'
import { notifyOperations } from './operations/notify.ts'
import { practiceOperations } from './operations/practice.ts'
import { practiceAdoptionOperations } from './operations/practice-adoption.ts'
import { practiceAreaOperations } from './operations/practice-areas.ts'
import { practiceArtifactOperations } from './operations/practice-artifacts.ts'
import { processOperations } from './operations/process.ts'
import { processCallOperations } from './operations/process-calls.ts'
import { processDecisionOperations } from './operations/process-decisions.ts'
import { processFlowOperations } from './operations/process-flow.ts'
import { processFormOperations } from './operations/process-forms.ts'
import { processLevelOperations } from './operations/process-levels.ts'
import { processModelingOperations } from './operations/process-modeling.ts'
import { processRepairOperations } from './operations/process-repair.ts'
import { processScheduleOperations } from './operations/process-schedules.ts'
import { processSuspensionOperations } from './operations/process-suspension.ts'
import { scheduleOperations } from './operations/schedule.ts'
import { scheduleCalendarOperations } from './operations/schedule-calendars.ts'
import { scheduleFindingOperations } from './operations/schedule-findings.ts'
import { scheduleGateOperations } from './operations/schedule-gates.ts'
import { schedulePhaseOperations } from './operations/schedule-phases.ts'
import { scheduleResourceOperations } from './operations/schedule-resources.ts'
import { searchOperations } from './operations/search.ts'
import { syncOperations } from './operations/sync.ts'
import { workCatalogueOperations } from './operations/work-catalogue.ts'
import { workChecklistOperations } from './operations/work-checklists.ts'
import { workContainerOperations } from './operations/work-containers.ts'
import { workCopyOperations } from './operations/work-copies.ts'
import { workCountOperations } from './operations/work-counts.ts'
import { workFavouriteOperations } from './operations/work-favourites.ts'
import { workItemOperations } from './operations/work-items.ts'
import { workRecurrenceOperations } from './operations/work-recurrence.ts'
import { workRelationOperations } from './operations/work-relations.ts'
import { workSightOperations } from './operations/work-sight.ts'
import { workTemplateOperations } from './operations/work-templates.ts'

export { BATCH_MAX } from './batch.ts'

/** Every operation by id: the one declaration behind routes, reference, client and command line. */
export const operations = {
  ...identityOperations,
  ...identityAuditOperations,
  ...identityInvitationOperations,
  ...identityProviderOperations,
  ...identitySecurityOperations,
  ...workItemOperations,
  ...workCopyOperations,
  ...workSightOperations,
  ...workCountOperations,
  ...workRelationOperations,
  ...workChecklistOperations,
  ...workCatalogueOperations,
  ...workContainerOperations,
  ...workFavouriteOperations,
  ...workRecurrenceOperations,
  ...workTemplateOperations,
  ...processOperations,
  ...processCallOperations,
  ...processFormOperations,
  ...processFlowOperations,
  ...processRepairOperations,
  ...processSuspensionOperations,
  ...processDecisionOperations,
  ...processLevelOperations,
  ...processModelingOperations,
  ...processScheduleOperations,
  ...caseOperations,
  ...caseTemplateOperations,
  ...practiceOperations,
  ...practiceAreaOperations,
  ...practiceAdoptionOperations,
  ...practiceArtifactOperations,
  ...scheduleOperations,
  ...scheduleCalendarOperations,
  ...scheduleFindingOperations,
  ...scheduleGateOperations,
  ...schedulePhaseOperations,
  ...scheduleResourceOperations,
  ...discussionOperations,
  ...filesOperations,
  ...notifyOperations,
  ...exchangeOperations,
  ...searchOperations,
  ...costOperations,
  ...syncOperations,
} as const

export { acceptedLanguage, LANGUAGES, type Language, languages, pickLanguage } from './languages/index.ts'
export { sayProblem, sayRefusal } from './languages/say-refusal.ts'
export {
  type InputOf,
  type Operation,
  type OutputOf,
  operation,
  type ParsedInputOf,
  type Permission,
} from './operation.ts'
export type { MembershipView, SessionView, TokenView } from './operations/identity.ts'
export type { AuditView } from './operations/identity-audit.ts'
export type { InvitationView } from './operations/identity-invitations.ts'
export type { ProviderView } from './operations/identity-providers.ts'
export type { PlanView } from './operations/schedule.ts'
export type { BootstrapView, ItemColumn, ItemColumns } from './operations/sync.ts'
export type { RefusalEntry } from './refusals/entry.ts'
export { fillSentence } from './refusals/fill-sentence.ts'
export { type RefusalCode, refusalEntry, refusals } from './refusals.ts'
export { type OperationId, type Route, routes } from './routes/index.ts'
export type {
  CaseHistoryEntryView,
  CasePlanItemView,
  CasePlanView,
  CriterionPartView,
  CriterionView,
  PlanAct,
} from './schemas/case.ts'
export type { CaseModelView, PlanItemModel, StageContentModel } from './schemas/case-model.ts'
export type { CaseTemplateView } from './schemas/case-template.ts'
export type { ChecklistLineView, ChecklistView } from './schemas/checklist.ts'
export type { CommentView } from './schemas/comment.ts'
export type {
  ContainerView,
  FieldAudience,
  FieldView,
  GrantView,
  LabelView,
  OrganisationView,
  PersonView,
  SavedViewView,
  TeamView,
  TypeView,
} from './schemas/directory.ts'
export type { EarnedValueView, EarningRuleName, ProjectValueView } from './schemas/earned-value.ts'
export {
  type ImportColumn,
  type ImportCounts,
  type ImportMapping,
  type ImportPlan,
  type ImportProblem,
  type ImportProfile,
  type ImportView,
  importMapping,
  type RemovalView,
  type TableProfile,
  tableOf,
} from './schemas/exchange.ts'
export {
  EXPORT_MEDIA,
  type ExportFormat,
  PLAN_EXPORT_MEDIA,
  type PlanExportFormat,
} from './schemas/export.ts'
export type { FavouriteView } from './schemas/favourite.ts'
export type { FileView } from './schemas/file.ts'
export type { ActivityView, ItemPlaceView, ItemView, RelationView } from './schemas/item.ts'
export type {
  FollowingView,
  MuteView,
  NotificationEvent,
  NotificationView,
  ReminderView,
} from './schemas/notification.ts'
export type { OrganisationExportView } from './schemas/organisation-export.ts'
export type { OutsideLinkView } from './schemas/outside-link.ts'
export type { OutsideWorkView } from './schemas/outside-work.ts'
export type { GateView, RangesView } from './schemas/phase-gate.ts'
export type { PhaseSumsView } from './schemas/phase-sums.ts'
export type { PlanChainView } from './schemas/plan-chain.ts'
export type {
  EstimateShapeName,
  ForecastOptions,
  ForecastView,
  RiskView,
} from './schemas/plan-forecast.ts'
export type { PlanConflictView, PlanHealthView } from './schemas/plan-health.ts'
export type {
  ArtifactTypeView,
  ListedPractice,
  MeasuredNormView,
  PracticeVersionView,
  PracticeView,
} from './schemas/practice.ts'
export type {
  AdoptionStepView,
  AdoptionView,
  PracticeChangeView,
} from './schemas/practice-adoption.ts'
export type { AreaCellView, AreaTableView } from './schemas/practice-areas.ts'
export type { ArtifactStepView, ArtifactView, AskedArtifactView } from './schemas/practice-artifacts.ts'
export type { PracticeEffectView } from './schemas/practice-effect.ts'
export {
  type InstanceView,
  MODEL_MAX,
  type ModelView,
  type ProcessActivityView,
  type StepView,
} from './schemas/process.ts'
export type { ProcessJobView } from './schemas/process-calls.ts'
export type {
  DecisionCaseView,
  DecisionLogEntry,
  DecisionSummary,
  DecisionView,
} from './schemas/process-decisions.ts'
export type { ElementCounts, ProcessCounts, ProcessVariant } from './schemas/process-flow.ts'
export type { AskedForm, FormSummary, FormView } from './schemas/process-forms.ts'
export type { LevelClockView, ServiceLevelView } from './schemas/process-levels.ts'
export type { ModelReferences } from './schemas/process-modeling.ts'
export type {
  BulkView,
  HistoryEntryView,
  IncidentGroupView,
  IncidentView,
  InstanceFilter,
  ListedInstance,
  MigrationReportView,
  StandingView,
  ValueChangeView,
} from './schemas/process-repair.ts'
export type { StartScheduleView } from './schemas/process-schedules.ts'
export type { RecurrenceView } from './schemas/recurrence.ts'
export type {
  BaselineView,
  CalendarView,
  ItemPlanView,
  PhaseView,
  PlanItemView,
  PlannedDatesView,
  PlanRowView,
  PlanSettingsView,
} from './schemas/schedule.ts'
export { calendarDefinition } from './schemas/schedule.ts'
export type { AssignmentView, ResourceView } from './schemas/schedule-resources.ts'
export type { SearchResult } from './schemas/search.ts'
export type { TemplateLineView, TemplateView } from './schemas/template.ts'
export type { TimeEntryView } from './schemas/time-entry.ts'
