import type { OutputOf, operations } from '@millrace/contract'
import type { Stage } from './stage.ts'
import { at, workDayBefore } from './virtual-clock.ts'

type Operations = typeof operations

/** So many of the slabs that are to be poured next. */
const SLABS = 3

/** The next slabs are artifacts that their pouring asks for; of the first, one question is answered already. */
export async function askForSlabs(stage: Stage, today: Date): Promise<void> {
  const query = 'title ~ "Pour slab" and open order by due, key'
  const { items } = await ask(stage, 'work.listItems', { query, limit: SLABS })
  const { types } = await ask(stage, 'practice.listArtifactTypes', {})
  const slab = types.find(({ name }) => name === 'Slab')
  const [poured] = slab?.states ?? []
  if (!slab || !poured) return
  const now = at(workDayBefore(today, 1), 11)
  const [check = ''] = poured.checkpoints
  const calls = items.flatMap((item, index) => {
    const id = stage.newId(now)
    const evidence = index === 0 ? [{ check, note: '14 °C, in the site log' }] : []
    const made = { id, containerId: item.containerIds[0], typeId: slab.id, name: `Slab of ${item.key}` }
    return [
      { name: 'practice.saveArtifact', input: made },
      { name: 'practice.askFor', input: { itemId: item.id, artifactId: id, stateId: poured.id, evidence } },
    ]
  })
  await stage.act(now, 'rosa', calls)
}

async function ask<Name extends 'work.listItems' | 'practice.listArtifactTypes'>(
  stage: Stage,
  name: Name,
  input: unknown,
): Promise<OutputOf<Operations[Name]>> {
  return (await stage.ask(name, input)) as OutputOf<Operations[Name]> // The answer of this very operation.
}
