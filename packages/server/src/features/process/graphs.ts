import type { Refusal } from '@millrace/core/kernel'
import { compileProcess, feelExpressions, type ProcessFault, type ProcessGraph } from '@millrace/core/process'
import { readBpmn } from '@millrace/formats/bpmn'
import { encodeXml } from '@millrace/formats/xml'

/** A version that can be executed. */
export type Compiled = {
  readonly graph: ProcessGraph
  /** When and where its expressions are asked: set before each step, which asks them at once. */
  readonly moment: { now: number; zone: string }
}

/** Why a file is no model that can be executed. */
export type NotCompiled =
  | { readonly kind: 'unread'; readonly refusal: Refusal }
  | { readonly kind: 'no-process' }
  | { readonly kind: 'faults'; readonly faults: readonly ProcessFault[] }

/** Makes a model ready: the process in it that is executable, or the only one that has anything in it. */
export function compileModel(
  xml: string,
): { readonly ok: true; readonly compiled: Compiled } | { readonly ok: false; readonly why: NotCompiled } {
  const read = readBpmn(encodeXml(xml))
  if (!read.ok) return { ok: false, why: { kind: 'unread', refusal: read.refusal } }
  const written = read.value.processes.filter(({ nodes }) => nodes.length > 0)
  const process = written.find(({ isExecutable }) => isExecutable) ?? written[0]
  if (!process) return { ok: false, why: { kind: 'no-process' } }
  const moment = { now: 0, zone: 'UTC' }
  const made = compileProcess(
    read.value,
    process.id,
    feelExpressions(() => moment),
  )
  if (!made.ok) return { ok: false, why: { kind: 'faults', faults: made.faults } }
  return { ok: true, compiled: { graph: made.graph, moment } }
}

/** Versions never change, so those used last are kept; a model of a hundred elements takes a few hundred kilobytes. */
const KEPT_MAX = 200
const kept = new Map<string, Compiled>()

/** The version with this id if it is at hand. */
export function keptModel(id: string): Compiled | undefined {
  const compiled = kept.get(id)
  if (!compiled) return undefined
  kept.delete(id)
  kept.set(id, compiled)
  return compiled
}

/**
 * Makes a published version ready, and keeps it.
 *
 * @throws Error when it is not executable, which it was when it was published
 */
export function keepModel(id: string, xml: string): Compiled {
  const made = compileModel(xml)
  if (!made.ok) throw new Error(`the published version ${id} can no more be executed: ${made.why.kind}`)
  kept.set(id, made.compiled)
  if (kept.size > KEPT_MAX) for (const [oldest] of kept.entries().take(1)) kept.delete(oldest)
  return made.compiled
}

/** A version whose expressions are asked at a moment. */
export function graphAt(
  { graph, moment }: Compiled,
  when: { readonly at: number; readonly zone: string },
): ProcessGraph {
  moment.now = when.at
  moment.zone = when.zone
  return graph
}
