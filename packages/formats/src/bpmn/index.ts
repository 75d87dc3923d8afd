export { BPMN_REFUSAL_CODES } from './limits.ts'
export { readBpmn } from './read-bpmn.ts'
