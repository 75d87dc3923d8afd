import type { Source } from '../source.ts'
import { isNode, isScope, parts, referred, written } from './source-names.ts'

/** Whether a file has a picture of all its elements; what lies in closed sub-processes need not be seen. */
export function isDrawn(root: Source): boolean {
  const drawn = new Map<string, Source>()
  const collect = (element: Source): void => {
    const id = referred(element, 'bpmnElement')
    if (id !== '') drawn.set(id, element)
    element.children.forEach(collect)
  }
  parts(root, 'BPMNDiagram').forEach(collect)
  return parts(root, 'process').every((process) => isContentDrawn(process, drawn))
}

function isContentDrawn(element: Source, drawn: ReadonlyMap<string, Source>): boolean {
  return element.children.every((one) => {
    if (!isNode(one) && one.name !== 'sequenceFlow') return true
    const shape = drawn.get(written(one, 'id'))
    if (!shape) return false
    const isClosed = !isScope(one) || written(shape, 'isExpanded') !== 'true'
    return isClosed || isContentDrawn(one, drawn)
  })
}
