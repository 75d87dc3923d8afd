export { drawBpmn, ensureDiagram } from './layout/draw-bpmn.ts'
export { readBpmn } from './read-bpmn.ts'
export { type LinearModel, type LinearStep, writeLinearModel } from './write/linear-model.ts'
