import type { OnPart, Sentry } from '@millrace/core/case'
import type { CmmnWriting, PlacedSentry } from './writing.ts'

/** A sentry with its events and its condition. */
export function writeSentry(writing: CmmnWriting, { sentry, sentryId }: PlacedSentry): void {
  writing.element('sentry', { id: sentryId, name: sentry.name || null }, () => {
    for (const part of sentry.onParts) writeOnPart(writing, part)
    if (sentry.ifPart !== null) writing.condition('ifPart', sentry.ifPart)
  })
}

function writeOnPart(writing: CmmnWriting, part: OnPart): void {
  const name = part.on === 'plan' ? 'planItemOnPart' : 'caseFileItemOnPart'
  const attributes = {
    id: writing.fresh(name),
    sourceRef: part.sourceId === writing.model.id ? writing.planModelId : part.sourceId,
    exitCriterionRef: part.on === 'plan' ? part.exitCriterionId : null,
  }
  writing.element(name, attributes, () => writing.xml.leaf('standardEvent', part.transition))
}

/** The criteria of an item, which refer to their sentries. */
export function writeCriteria(
  writing: CmmnWriting,
  [kind, criteria]: readonly ['entryCriterion' | 'exitCriterion', readonly Sentry[]],
  sentries: ReadonlyMap<string, PlacedSentry>,
): void {
  for (const { id } of criteria) writing.element(kind, { id, sentryRef: sentries.get(id)?.sentryId ?? null })
}
