import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { commands } from '../../packages/server/src/cli/commands.ts'
import { SETTING_NAMES } from '../../packages/server/src/platform/config.ts'

const page = readFileSync(new URL('../../docs/admin.md', import.meta.url), 'utf8')

/** The first cells of the table under a heading, without their quotes. */
function listed(heading: string): readonly string[] {
  const section = page.split(`## ${heading}\n`)[1]?.split('\n## ')[0] ?? ''
  return [...section.matchAll(/^\| `([^`]+)` \|/gm)].map((row) => row[1] ?? '')
}

test('every setting is documented, and nothing else is', () => {
  expect(listed('Settings').toSorted()).toEqual(SETTING_NAMES.toSorted())
})

test('every command is documented, and nothing else is', () => {
  expect(listed('Commands').toSorted()).toEqual(commands.map(({ name }) => name).toSorted())
})
