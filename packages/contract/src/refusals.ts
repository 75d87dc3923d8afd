import { calendarRefusals } from './refusals/calendar.ts'
import { caseRefusals } from './refusals/case.ts'
import { casePlanRefusals } from './refusals/case-plan.ts'
import { caseTemplateRefusals } from './refusals/case-templates.ts'
import { costRefusals } from './refusals/cost.ts'
import { discussionRefusals } from './refusals/discussion.ts'
import type { RefusalEntry } from './refusals/entry.ts'
import { exchangeRefusals } from './refusals/exchange.ts'
import { filesRefusals } from './refusals/files.ts'
import { formulaRefusals } from './refusals/formula.ts'
import { identityRefusals } from './refusals/identity.ts'
import { identityProviderRefusals } from './refusals/identity-provider.ts'
import { notifyRefusals } from './refusals/notify.ts'
import { platformRefusals } from './refusals/platform.ts'
import { practiceRefusals } from './refusals/practice.ts'
import { processRefusals } from './refusals/process.ts'
import { processCallRefusals } from './refusals/process-calls.ts'
import { processDecisionRefusals } from './refusals/process-decisions.ts'
import { processFormRefusals } from './refusals/process-forms.ts'
import { processRepairRefusals } from './refusals/process-repair.ts'
import { processSuspensionRefusals } from './refusals/process-suspension.ts'
import { processTimesRefusals } from './refusals/process-times.ts'
import { queryRefusals } from './refusals/query.ts'
import { scheduleRefusals } from './refusals/schedule.ts'
import { schedulePhaseRefusals } from './refusals/schedule-phases.ts'
import { workRefusals } from './refusals/work.ts'
import { workMakingRefusals } from './refusals/work-making.ts'

/** Every refusal Millrace can give, by code. A test compares it with docs/refusals.md both ways. */
export const refusals = {
  ...platformRefusals,
  ...identityRefusals,
  ...identityProviderRefusals,
  ...queryRefusals,
  ...formulaRefusals,
  ...workRefusals,
  ...workMakingRefusals,
  ...processRefusals,
  ...processCallRefusals,
  ...processFormRefusals,
  ...processRepairRefusals,
  ...processSuspensionRefusals,
  ...processDecisionRefusals,
  ...processTimesRefusals,
  ...caseRefusals,
  ...caseTemplateRefusals,
  ...casePlanRefusals,
  ...practiceRefusals,
  ...calendarRefusals,
  ...scheduleRefusals,
  ...schedulePhaseRefusals,
  ...discussionRefusals,
  ...filesRefusals,
  ...notifyRefusals,
  ...exchangeRefusals,
  ...costRefusals,
} as const satisfies Record<string, RefusalEntry>

/** A stable name of a refusal. */
export type RefusalCode = keyof typeof refusals

/** The entry of a code; a code that is not in the catalogue is a bug. */
export function refusalEntry(code: string): RefusalEntry {
  const catalogue: Readonly<Record<string, RefusalEntry>> = refusals
  const entry = catalogue[code]
  if (!entry) throw new TypeError(`refusal ${code} is not in the catalogue`)
  return entry
}
