import type { Event, SubjectRef } from '@millrace/core/kernel'
import type { Unit } from '../../platform/commands/index.ts'

/** What is told of a practice or of a type of artifact. */
export function practiceEvent(
  unit: Unit,
  kind: string,
  { subject, data }: { readonly subject: SubjectRef; readonly data: unknown },
): Event {
  return {
    ...{ id: unit.newId<'Event'>(), kind: `practice.${kind}`, at: unit.now, actor: unit.actor },
    ...{ subject, containerId: null, data },
  }
}
