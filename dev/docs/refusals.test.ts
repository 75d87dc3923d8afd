import { refusals } from '@millrace/contract'
import { expect, test } from 'vitest'
import { writtenRefusalPage } from './refusals.ts'

const documented = [...writtenRefusalPage().matchAll(/^\| `([^`]+)` \| (\d+) \| (.+) \| (.+) \|$/gm)]

test('every refusal is documented, and nothing else is', () => {
  expect(documented.map((row) => row[1])).toEqual(Object.keys(refusals).toSorted())
})

test('the documentation says what the server says (node dev/docs/refusals.ts rewrites it)', () => {
  for (const [, code, status, sentence, remedy] of documented) {
    const entry = Object.entries(refusals).find(([known]) => known === code)?.[1]
    expect([entry?.status, entry?.sentence, entry?.remedy]).toEqual([Number(status), sentence, remedy])
  }
})
