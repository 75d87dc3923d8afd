import { sayProblem } from '@millrace/contract'
import { importProblemsDe } from '@millrace/contract/languages/de'
import { MSPDI_PROBLEM_CODES, MSPDI_REFUSAL_CODES } from '@millrace/formats/mspdi'
import { PLAN_NOTE_CODES } from '@millrace/formats/plan'
import { XER_PROBLEM_CODES, XER_REFUSAL_CODES } from '@millrace/formats/xer'
import { expect, test } from 'vitest'

const codes = [
  ...MSPDI_PROBLEM_CODES,
  ...MSPDI_REFUSAL_CODES,
  ...XER_PROBLEM_CODES,
  ...XER_REFUSAL_CODES,
  ...PLAN_NOTE_CODES,
]

test('what is wrong with a file of a planning program is said in words, in every language', () => {
  expect(codes.filter((code) => sayProblem(code, {}) === code)).toEqual([])
  expect(codes.filter((code) => !importProblemsDe[code])).toEqual([])
})
