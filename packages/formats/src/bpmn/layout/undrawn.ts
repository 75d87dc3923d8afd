import type { Source } from '../source.ts'
import { isNode, isScope, parts, referred, written } from './source-names.ts'

/** What of a file has no picture. */
export type Undrawn = {
  /** Processes of which nothing at all is in a picture, nor is a pool for them. */
  readonly whole: readonly Source[]
  /** Whether something is missing in one that is drawn in part. */
  readonly isHoled: boolean
}

/** What of a file is not in its pictures; what lies in closed sub-processes need not be seen. */
export function undrawnIn(root: Source): Undrawn {
  const drawn = new Map<string, Source>()
  const collect = (element: Source): void => {
    const id = referred(element, 'bpmnElement')
    if (id !== '') drawn.set(id, element)
    element.children.forEach(collect)
  }
  parts(root, 'BPMNDiagram').forEach(collect)
  const lacking = parts(root, 'process').filter((process) => !isContentDrawn(process, drawn))
  const pooled = new Set(
    parts(root, 'collaboration').flatMap((one) =>
      parts(one, 'participant').map((pool) => referred(pool, 'processRef')),
    ),
  )
  const isApart = (process: Source) =>
    drawn.size > 0 &&
    !pooled.has(written(process, 'id')) &&
    !process.children.some((one) => drawn.has(written(one, 'id')))
  const whole = lacking.filter(isApart)
  return { whole, isHoled: whole.length < lacking.length }
}

/** Whether a file has pictures of all its elements. */
export function isDrawn(root: Source): boolean {
  const { whole, isHoled } = undrawnIn(root)
  return !isHoled && whole.length === 0
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
