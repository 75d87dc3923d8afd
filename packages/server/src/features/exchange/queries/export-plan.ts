import { operations, PLAN_EXPORT_MEDIA, type PlanExportFormat } from '@millrace/contract'
import type { Instant } from '@millrace/core/kernel'
import { download } from '../../../platform/commands/index.ts'
import { dayOf } from '../../../platform/time-zone.ts'
import { readBaselinesOf, readPackages, readPlanView } from '../../schedule/index.ts'
import { readItemNames } from '../../work/index.ts'
import { fileName } from '../export/file-name.ts'
import type { ExportedPlan } from '../plan-export/exported-plan.ts'
import { writePlanCalendar } from '../plan-export/write-plan-calendar.ts'
import { OLDER_MAX, writePlanProject } from '../plan-export/write-plan-project.ts'
import { writePlanTable } from '../plan-export/write-plan-table.ts'
import { readSlug } from './read-slug.ts'

const WRITERS: Readonly<Record<PlanExportFormat, (plan: ExportedPlan, now: Instant) => string>> = {
  xml: writePlanProject,
  ics: writePlanCalendar,
  csv: writePlanTable,
}

/** The plan of a project as a file: what whoever asks sees of it. */
export const exportPlan = download(operations['exchange.exportPlan'], async (context, wanted) => {
  const { containerId, format } = wanted
  const view = await readPlanView(context, { containerId })
  const { tx, organisationId } = context
  const kept = { projectId: containerId, oldest: OLDER_MAX }
  const baselines = format === 'xml' ? await readBaselinesOf(tx, organisationId, kept) : []
  const packages = format === 'csv' ? await readPackages(tx, organisationId, [containerId]) : new Map()
  const { containers, timeZone, currency } = await readItemNames(context)
  const slug = await readSlug(tx, organisationId)
  const name = containers.get(containerId)?.name ?? ''
  const itemsUrl = `${context.baseUrl}/o/${slug}/i/`
  const content = WRITERS[format](
    { name, view, baselines, packages, timeZone, currency, itemsUrl },
    context.now,
  )
  return {
    name: fileName(`${name} plan`, dayOf(context.now, timeZone), format),
    mediaType: PLAN_EXPORT_MEDIA[format],
    count: view.rows.length,
    content: once(content),
  }
})

async function* once(content: string): AsyncGenerator<string> {
  yield await Promise.resolve(content)
}
