import { sayProblem } from '@millrace/contract'
import { importProblemsDe } from '@millrace/contract/languages/de'
import { CASE_FAULTS, CASE_WARNINGS } from '@millrace/core/case'
import { DMN_PROBLEM_CODES, WARNING_CODES } from '@millrace/core/decision'
import { FORM_FAULT_CODES, FORM_PROBLEM_CODES, LINT_RULES, PROCESS_FAULTS } from '@millrace/core/process'
import { BPMN_REFUSAL_CODES } from '@millrace/formats/bpmn'
import { CMMN_REFUSAL_CODES } from '@millrace/formats/cmmn'
import { DMN_FILE_PROBLEM_CODES, DMN_REFUSAL_CODES } from '@millrace/formats/dmn'
import { FORM_JS_NOTE_CODES, FORM_JS_REFUSAL_CODES } from '@millrace/formats/form-js'
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

const decisionCodes = [
  ...DMN_FILE_PROBLEM_CODES,
  ...DMN_PROBLEM_CODES,
  ...DMN_REFUSAL_CODES,
  ...WARNING_CODES,
]

const formCodes = [
  ...FORM_FAULT_CODES,
  ...FORM_PROBLEM_CODES,
  ...FORM_JS_NOTE_CODES,
  ...FORM_JS_REFUSAL_CODES,
]

const modelCodes = [...LINT_RULES, ...PROCESS_FAULTS].flatMap((rule) => [
  `bpmn.${rule}`,
  `bpmn.${rule}.remedy`,
])

const planCodes = [
  ...[...CASE_FAULTS, ...CASE_WARNINGS, 'not-executed'].map((kind) => `cmmn.${kind}`),
  ...CMMN_REFUSAL_CODES,
]

test.each([
  ['a file of a planning program', codes],
  ['a decision model', decisionCodes],
  ['a form', formCodes],
  ['a process model', [...modelCodes, ...BPMN_REFUSAL_CODES]],
  ['the plan of a case', planCodes],
])('what is wrong with %s is said in words, in every language', (_what, codes) => {
  expect(codes.filter((code) => sayProblem(code, {}) === code)).toEqual([])
  expect(codes.filter((code) => !importProblemsDe[code])).toEqual([])
})
