import { caseRoutes } from './case.ts'
import { caseTemplateRoutes } from './case-templates.ts'
import { costRoutes } from './cost.ts'
import { discussionRoutes } from './discussion.ts'
import { exchangeRoutes } from './exchange.ts'
import { filesRoutes } from './files.ts'
import { identityRoutes } from './identity.ts'
import { notifyRoutes } from './notify.ts'
import { practiceRoutes } from './practice.ts'
import { practiceAdoptionRoutes } from './practice-adoption.ts'
import { practiceAreaRoutes } from './practice-areas.ts'
import { practiceArtifactRoutes } from './practice-artifacts.ts'
import { processRoutes } from './process.ts'
import { processCallRoutes } from './process-calls.ts'
import { processDecisionRoutes } from './process-decisions.ts'
import { processFlowRoutes } from './process-flow.ts'
import { processFormRoutes } from './process-forms.ts'
import { processLevelRoutes } from './process-levels.ts'
import { processModelingRoutes } from './process-modeling.ts'
import { processRepairRoutes } from './process-repair.ts'
import { processScheduleRoutes } from './process-schedules.ts'
import { processSuspensionRoutes } from './process-suspension.ts'
import { scheduleRoutes } from './schedule.ts'
import { searchRoutes } from './search.ts'
import { syncRoutes } from './sync.ts'
import { workRoutes } from './work.ts'

/**
 * Where an operation answers. Paths of `scope: 'organisation'` stand under `/api/v1/o/{org}`, the
 * others under `/api/v1`. A `command` changes something and may be part of a batch; a `download` reads
 * and answers with a file.
 */
export type Route = {
  readonly kind: 'command' | 'query' | 'download'
  readonly method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE'
  readonly path: string
  readonly scope: 'organisation' | 'account'
}

/** Every route by operation id: plain data without schemas, light enough for the browser. */
export const routes = {
  ...identityRoutes,
  ...workRoutes,
  ...scheduleRoutes,
  ...processRoutes,
  ...processCallRoutes,
  ...processFormRoutes,
  ...processFlowRoutes,
  ...processRepairRoutes,
  ...processSuspensionRoutes,
  ...processDecisionRoutes,
  ...processLevelRoutes,
  ...processModelingRoutes,
  ...processScheduleRoutes,
  ...caseRoutes,
  ...caseTemplateRoutes,
  ...practiceRoutes,
  ...practiceAreaRoutes,
  ...practiceAdoptionRoutes,
  ...practiceArtifactRoutes,
  ...discussionRoutes,
  ...filesRoutes,
  ...notifyRoutes,
  ...exchangeRoutes,
  ...searchRoutes,
  ...costRoutes,
  ...syncRoutes,
} as const satisfies Record<string, Route>

/** The name of an operation. */
export type OperationId = keyof typeof routes
