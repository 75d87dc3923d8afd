export { BPMN_LIMITS, type ReadBpmn, readBpmn } from './read-bpmn.ts'
