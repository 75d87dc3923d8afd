export { readBpmn } from './read-bpmn.ts'
