import type { BpmnAdHoc, BpmnNodeType, BpmnWork, TimerCounting } from '../model/bpmn-model.ts'
import type { GraphService } from '../service/service.ts'
import type { Expression } from './expression.ts'

export type { Evaluated, Expression, Variables } from './expression.ts'

/** An activity that is done once, several times by a condition, or once for each of a list. */
export type GraphLoop =
  | {
      readonly kind: 'standard'
      readonly condition: Expression | null
      readonly isTestedBefore: boolean
      readonly max: number
    }
  | {
      readonly kind: 'multiple'
      readonly isSequential: boolean
      readonly cardinality: Expression | null
      readonly collection: Expression | null
      readonly elementVariable: string | null
      readonly completion: Expression | null
    }

/** What an event waits for or throws. A code of null catches every error or escalation. */
export type GraphEvent =
  | { readonly kind: 'none' | 'terminate' | 'cancel' }
  | { readonly kind: 'message'; readonly name: string; readonly key: Expression | null }
  | { readonly kind: 'signal'; readonly name: string }
  | { readonly kind: 'error' | 'escalation'; readonly code: string | null }
  | {
      readonly kind: 'timer'
      readonly timer: 'date' | 'duration' | 'cycle'
      readonly counting: TimerCounting
      readonly expression: Expression
    }
  | { readonly kind: 'conditional'; readonly condition: Expression }
  | { readonly kind: 'link'; readonly name: string }
  | { readonly kind: 'compensate'; readonly node: number | null }

/** A sequence flow between two nodes of the same scope. */
export type GraphFlow = {
  readonly index: number
  readonly id: string
  readonly from: number
  readonly to: number
  readonly condition: Expression | null
}

/** An element, or the process itself as the outermost scope. */
export type GraphNode = {
  readonly index: number
  readonly id: string
  readonly name: string
  readonly type: BpmnNodeType | 'process'
  /** The scope it lies in; -1 for the process. */
  readonly scope: number
  readonly incoming: readonly number[]
  readonly outgoing: readonly number[]
  readonly defaultFlow: number
  readonly event: GraphEvent
  readonly isInterrupting: boolean
  readonly attachedTo: number
  /** Boundary events that lie on it, but for those of compensation. */
  readonly boundaries: readonly number[]
  /** What undoes it once it is completed: an activity; -1: nothing. */
  readonly compensatedBy: number
  readonly isForCompensation: boolean
  readonly loop: GraphLoop | null
  readonly adHoc: (Omit<BpmnAdHoc, 'completion'> & { readonly completion: Expression | null }) | null
  /** Whether tokens go on in it. */
  readonly isScope: boolean
  /** Of scopes: where tokens begin when it is entered, and the event sub-processes that lie in it. */
  readonly starts: readonly number[]
  /** Of scopes: what else begins with it, as nothing leads there. */
  readonly implicitStarts: readonly number[]
  readonly eventSubProcesses: readonly number[]
  /** Of link throwing events: the catching ones. */
  readonly linkTargets: readonly number[]
  /** Of inclusive and complex gateways: for each incoming flow, the nodes from which a token may still come by it. */
  readonly reach: readonly ReadonlySet<number>[]
  /** Of complex gateways: whether what has come is enough. */
  readonly activation: Expression | null
  readonly script: Expression | null
  readonly inputs: readonly { readonly source: Expression; readonly target: string }[]
  readonly outputs: readonly { readonly source: Expression; readonly target: string }[]
  /** Of tasks that send or serve: what outside of the engine does it. */
  readonly service: GraphService | null
  readonly work: BpmnWork
  /** Who does it, where a lane says so. */
  readonly lane: string | null
}

/** A process that can be executed. Never changed; made by `compileProcess`. */
export type ProcessGraph = {
  readonly id: string
  readonly name: string
  /** The first is the process itself. */
  readonly nodes: readonly GraphNode[]
  readonly flows: readonly GraphFlow[]
  readonly indexOf: ReadonlyMap<string, number>
}
