import type { OutputOf, operations } from '@millrace/contract'
import { papersOf } from './papers.ts'
import type { Stage } from './stage.ts'
import { findItem } from './talk.ts'
import { at, workDayBefore } from './virtual-clock.ts'

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  csv: 'text/csv',
  md: 'text/markdown',
  svg: 'image/svg+xml',
  txt: 'text/plain',
}

/** Lets people attach their papers to containers and items. */
export async function filePapers(stage: Stage, today: Date): Promise<void> {
  // The answer of this very operation.
  const { containers } = (await stage.ask('work.listContainers', { limit: 500 })) as OutputOf<
    (typeof operations)['work.listContainers']
  >
  const containerIds = new Map(containers.map(({ key, id }) => [key, id]))
  for (const { on, by, days, name, text } of papersOf(today)) {
    const [key, title] = on
    const place =
      title === null
        ? ({ kind: 'container', id: containerIds.get(key) ?? '' } as const)
        : ({ kind: 'item', id: await findItem(stage, [key, title]) } as const)
    const mediaType = MEDIA_TYPES[name.split('.').at(-1) ?? ''] ?? 'text/plain'
    await stage.attach(at(workDayBefore(today, days), 11), by, { place, name, mediaType, text })
  }
}
