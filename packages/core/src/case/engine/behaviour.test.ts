import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readBehaviours, runBehaviour } from '../testing/behaviour-table.ts'

const folder = new URL('behaviour/', import.meta.url)

for (const file of readdirSync(folder).toSorted()) {
  describe(`behaviour: ${file}`, () => {
    const behaviours = readBehaviours(readFileSync(new URL(file, folder), 'utf8'))
    test.each(behaviours.map((one) => [one.title, one] as const))('%s', (_title, behaviour) => {
      expect(runBehaviour(behaviour)).toEqual(behaviour.rows)
    })
  })
}
