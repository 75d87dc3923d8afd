import { operations } from '@millrace/contract'
import { feelExpressions, knownReferences, lintModel, previewTimer as preview } from '@millrace/core/process'
import { readBpmn } from '@millrace/formats/bpmn'
import { encodeXml } from '@millrace/formats/xml'
import { demand, type Query, type QueryContext, query, refuse } from '../../../platform/commands/index.ts'
import type { OutgoingSettings } from '../../../platform/outgoing/index.ts'
import { readReferences } from '../known-references.ts'
import { readTimeWorld } from '../times/time-world.ts'
import { findCurrentModels } from './find-models.ts'
import { demandProcess } from './get-process.ts'
import { readTimeZone } from './read-clock.ts'

const FINDINGS_MAX = 1_000
const PREVIEW_MAX = 3

/** What is asked while a model is drawn, and depends on where services may be called. */
export function createModelQueries({ origins }: Pick<OutgoingSettings, 'origins'>): readonly Query[] {
  return [
    query(operations['process.getReferences'], async (context, { containerId }) => {
      await demandManaged(context, containerId)
      return await readReferences(context, containerId, origins)
    }),
    query(operations['process.checkModel'], async (context, { containerId, which }) => {
      await demandManaged(context, containerId)
      const { tx, organisationId, now } = context
      const models = await findCurrentModels(tx, organisationId, [containerId])
      const model = models.find(({ state }) => state === which)
      if (!model) return refuse('platform.not_found', { what: which === 'draft' ? 'draft' : 'model' })
      const read = readBpmn(encodeXml(model.xml))
      if (!read.ok) return refuse('process.model_unread', { problem: read.refusal.code })
      const zone = await readTimeZone(tx, organisationId)
      const findings = lintModel(read.value, {
        compileExpression: feelExpressions(() => ({ now, zone })),
        known: knownReferences(await readReferences(context, containerId, origins)),
      })
      return {
        findings: findings.slice(0, FINDINGS_MAX).map(({ at, ...rest }) => ({ elementId: at, ...rest })),
      }
    }),
  ]
}

async function demandManaged(context: QueryContext, containerId: string): Promise<void> {
  await demandProcess(context, containerId)
  const { access } = context.principal
  demand(access, { permission: 'container.manage', containerIds: [containerId], what: 'process' })
}

/** When a timer would go off if it were begun now. */
export const previewTimer = query(operations['process.previewTimer'], async (context, input) => {
  await demandProcess(context, input.containerId)
  const { tx, organisationId, now } = context
  const { dueOf } = await readTimeWorld(tx, organisationId, now)
  const { kind, text, counts, calendar } = input
  const counting = { counts, calendar: calendar || null }
  return preview({ timer: kind, value: text, counting, since: now }, dueOf, PREVIEW_MAX)
})
