import type { Event } from '@millrace/core/kernel'
import { deliverArtifact } from '@millrace/core/practice'
import type { WorkEvent } from '@millrace/core/work'
import { accepted, askingReaction, type Reaction, type Unit } from '../../platform/commands/index.ts'
import { artifactEvent } from './commands/keep-artifacts.ts'
import { type Due, findDue } from './queries/find-artifacts.ts'
import {
  type Artifact,
  insertArtifactSteps,
  lockArtifacts,
  type NewArtifactStep,
  saveArtifacts,
  saveAsked,
} from './store/artifacts.ts'

type Moved = Extract<WorkEvent, { readonly kind: 'work.moved' }>

/** Finished work brings the artifacts that it asks for into their states, wherever it was finished; nothing else does. */
export const deliverReaction: Reaction = askingReaction({
  kinds: ['work.moved'],
  ask: async ({ tx, organisationId }, events) => await findDue(tx, organisationId, finished(events)),
  react: async (unit, _events, due) => {
    if (due.length > 0) await deliver(unit, due)
  },
})

function finished(events: readonly Event[]): readonly string[] {
  return events
    .filter((event): event is Moved => event.kind === 'work.moved')
    .flatMap(({ subject, data }) =>
      data.toGroup === 'done' && data.fromGroup !== 'done' ? [subject.id] : [],
    )
}

async function deliver(unit: Unit, due: readonly Due[]): Promise<void> {
  for (const one of due) accepted(deliverArtifact(one))
  const artifacts = await lockArtifacts(
    unit,
    due.map(({ artifactId }) => artifactId),
  )
  const steps: NewArtifactStep[] = []
  const moved: Artifact[] = []
  for (const { artifactId, itemId, stateId, evidence } of due) {
    const before = artifacts.get(artifactId)
    if (!before) continue
    const next = { ...before, stateId, version: before.version + 1 }
    artifacts.set(artifactId, next)
    moved.push(next)
    steps.push({ artifactId, number: next.version, from: before.stateId, to: stateId, itemId, evidence })
  }
  await saveArtifacts(unit, [...new Map(moved.map((one) => [one.id, one])).values()])
  await insertArtifactSteps(unit, steps)
  await saveAsked(
    unit,
    due.map(({ itemId, artifactId, stateId, evidence }) => ({
      ...{ itemId, artifactId, stateId, evidence, deliveredAt: unit.now },
    })),
  )
  unit.record(moved.map((artifact) => artifactEvent(unit, 'artifact_moved', artifact)))
}
