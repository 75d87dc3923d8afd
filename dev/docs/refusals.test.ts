import { readdirSync, readFileSync } from 'node:fs'
import { refusals } from '@millrace/contract'
import { DMN_PROBLEM_CODES } from '@millrace/core/decision'
import { FORM_FAULT_CODES, FORM_PROBLEM_CODES } from '@millrace/core/process'
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

/** What is wrong with a model or a form is told beside it, and refuses nothing by itself. */
const TOLD: ReadonlySet<string> = new Set([...DMN_PROBLEM_CODES, ...FORM_FAULT_CODES, ...FORM_PROBLEM_CODES])

test('everything that core refuses is in the catalogue', () => {
  const folder = new URL('../../packages/core/src/', import.meta.url)
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  const sources = files.filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
  const codes = sources.flatMap((file) =>
    [...readFileSync(new URL(file, folder), 'utf8').matchAll(/\bcode: '([a-z_]+\.[a-z_]+)'/g)].map(
      (match) => match[1],
    ),
  )
  expect(codes.filter((code) => code?.startsWith('schedule.')).length).toBeGreaterThan(10)
  const refused = [...new Set(codes)].filter((code) => !TOLD.has(code ?? ''))
  expect(refused.filter((code) => !Object.hasOwn(refusals, code ?? ''))).toEqual([])
})
