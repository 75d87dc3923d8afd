import { calendarRefusalsDe } from '../../refusals/calendar.de.ts'
import { caseRefusalsDe } from '../../refusals/case.de.ts'
import { casePlanRefusalsDe } from '../../refusals/case-plan.de.ts'
import { caseTemplateRefusalsDe } from '../../refusals/case-templates.de.ts'
import { costRefusalsDe } from '../../refusals/cost.de.ts'
import { discussionRefusalsDe } from '../../refusals/discussion.de.ts'
import type { RefusalSentences } from '../../refusals/entry.ts'
import { exchangeRefusalsDe } from '../../refusals/exchange.de.ts'
import { filesRefusalsDe } from '../../refusals/files.de.ts'
import { formulaRefusalsDe } from '../../refusals/formula.de.ts'
import { identityRefusalsDe } from '../../refusals/identity.de.ts'
import { identityProviderRefusalsDe } from '../../refusals/identity-provider.de.ts'
import { notifyRefusalsDe } from '../../refusals/notify.de.ts'
import { platformRefusalsDe } from '../../refusals/platform.de.ts'
import { practiceRefusalsDe } from '../../refusals/practice.de.ts'
import { processRefusalsDe } from '../../refusals/process.de.ts'
import { processCallRefusalsDe } from '../../refusals/process-calls.de.ts'
import { processDecisionRefusalsDe } from '../../refusals/process-decisions.de.ts'
import { processFormRefusalsDe } from '../../refusals/process-forms.de.ts'
import { processRepairRefusalsDe } from '../../refusals/process-repair.de.ts'
import { processSuspensionRefusalsDe } from '../../refusals/process-suspension.de.ts'
import { processTimesRefusalsDe } from '../../refusals/process-times.de.ts'
import { queryRefusalsDe } from '../../refusals/query.de.ts'
import { scheduleRefusalsDe } from '../../refusals/schedule.de.ts'
import { schedulePhaseRefusalsDe } from '../../refusals/schedule-phases.de.ts'
import { workRefusalsDe } from '../../refusals/work.de.ts'
import { workMakingRefusalsDe } from '../../refusals/work-making.de.ts'
import type { RefusalCode } from '../../refusals.ts'

export { importProblemsDe } from '../../refusals/import-problems.de.ts'
export { fieldWordsDe, paramWordsDe } from '../../refusals/param-words.de.ts'

/** Every refusal in German, by code. */
export const refusalsDe = {
  ...platformRefusalsDe,
  ...identityRefusalsDe,
  ...identityProviderRefusalsDe,
  ...queryRefusalsDe,
  ...workRefusalsDe,
  ...workMakingRefusalsDe,
  ...processRefusalsDe,
  ...processCallRefusalsDe,
  ...processFormRefusalsDe,
  ...processRepairRefusalsDe,
  ...processSuspensionRefusalsDe,
  ...processDecisionRefusalsDe,
  ...processTimesRefusalsDe,
  ...caseRefusalsDe,
  ...caseTemplateRefusalsDe,
  ...casePlanRefusalsDe,
  ...practiceRefusalsDe,
  ...calendarRefusalsDe,
  ...scheduleRefusalsDe,
  ...schedulePhaseRefusalsDe,
  ...discussionRefusalsDe,
  ...filesRefusalsDe,
  ...notifyRefusalsDe,
  ...exchangeRefusalsDe,
  ...costRefusalsDe,
  ...formulaRefusalsDe,
} as const satisfies Record<RefusalCode, RefusalSentences>
