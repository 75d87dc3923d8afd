import type { Minute } from '../../calendar/index.ts'
import type { Id } from '../../kernel/index.ts'
import { outsideLinkBy } from '../network/outside.ts'
import { DRIVER } from '../network/times.ts'
import { cell, whole } from './cell.ts'
import { demandsOfTask } from './demand.ts'
import { type LevelInput, PRIORITY_MAX } from './level-input.ts'
import { BEGUN, EDGE, FIXED, FREE, type LevelNet, taskAt } from './level-net.ts'
import { priorityOf } from './level-roles.ts'
import type { Serial } from './serial.ts'

/** Why a task lies where levelling put it. From there its calendars move it on to the next working time. */
export type LevelReason =
  | { readonly kind: 'project' | 'constraint' | 'manual' | 'actual' | 'status' | 'late' }
  /** What begins so soon is no longer moved; or it has the priority that is never moved. */
  | { readonly kind: 'frozen' | 'priority' }
  | { readonly kind: 'link'; readonly linkId: Id<'Relation'> }
  /** A summary above it waits, or what is below a summary finishes last. */
  | { readonly kind: 'summary' | 'below'; readonly itemId: Id<'WorkItem'> }
  /** It waits for a resource, which works on another item until then, or on outside work. */
  | {
      readonly kind: 'resource'
      readonly resourceId: Id<'Resource'>
      readonly itemId: string
      readonly untilAt: Minute
    }
  /** It waits until there is more of a resource. */
  | { readonly kind: 'capacity'; readonly resourceId: Id<'Resource'>; readonly untilAt: Minute }
  /** It waits until the calendar of a resource works. */
  | { readonly kind: 'calendar'; readonly resourceId: Id<'Resource'>; readonly untilAt: Minute }
  /** There is never enough of what it needs: it lies where it would if there were. */
  | { readonly kind: 'unfit' }

type Kind = Extract<LevelReason, { kind: 'project' | 'constraint' | 'manual' | 'actual' | 'status' | 'late' }>

const KINDS = new Map<number, Kind['kind']>([
  [DRIVER.constraint, 'constraint'],
  [DRIVER.manual, 'manual'],
  [DRIVER.actual, 'actual'],
  [DRIVER.status, 'status'],
  [DRIVER.late, 'late'],
])

/** Something that a resource does, and until when. */
type Doing = { readonly itemId: string; readonly from: Minute; readonly to: Minute }

/** Tells the reasons of the schedule that was generated last. */
export class Explainer {
  readonly #net: LevelNet
  readonly #serial: Serial
  readonly #priority: (id: string) => number
  /** By resource, in order of when it is done. */
  readonly #doing: readonly (readonly Doing[])[]

  constructor(net: LevelNet, serial: Serial, input: LevelInput) {
    this.#net = net
    this.#serial = serial
    this.#priority = priorityOf(input)
    this.#doing = this.#listDoings()
  }

  reasonOf(node: number): LevelReason {
    const { role } = this.#net
    if (role[node] === FIXED) return this.#reasonToStay(node)
    if (role[node] !== FREE) return this.#reasonByDriver(node)
    if (this.#serial.isUnfit[node] === 1) return { kind: 'unfit' }
    const blocked = whole(this.#serial.blocked, node)
    if (blocked >= 0) return this.#reasonToWait(node, blocked)
    return this.#reasonByCalendar(node) ?? this.#reasonByDriver(node)
  }

  #reasonToStay(node: number): LevelReason {
    const task = taskAt(this.#net, node)
    if (task?.actual) return { kind: 'actual' }
    if (task?.manual) return { kind: 'manual' }
    return { kind: this.#priority(task?.id ?? '') >= PRIORITY_MAX ? 'priority' : 'frozen' }
  }

  #reasonByDriver(node: number): LevelReason {
    const driver = whole(this.#serial.driver, node)
    const outside = outsideLinkBy(taskAt(this.#net, node), driver)
    if (outside) return { kind: 'link', linkId: outside.id }
    if (driver < 0) return { kind: KINDS.get(driver) ?? 'project' }
    const { link, kind, from } = this.#net.edges
    const found = this.#net.links[whole(link, driver)]
    if (found) return { kind: 'link', linkId: found.id }
    const itemId = taskAt(this.#net, whole(from, driver))?.id ?? ''
    return { kind: kind[driver] === EDGE.above ? 'below' : 'summary', itemId }
  }

  /** What the resource does last before. */
  #reasonToWait(node: number, resource: number): LevelReason {
    const resourceId = this.#net.pool.resources[resource]?.source.id ?? ''
    const start = cell(this.#serial.start, node)
    const own = taskAt(this.#net, node)?.id
    const others = this.#doing[resource]?.filter(({ itemId, from }) => itemId !== own && from < start) ?? []
    const found = others.findLast(({ to }) => to <= start) ?? others.at(-1)
    if (!found) return { kind: 'capacity', resourceId, untilAt: start }
    return { kind: 'resource', resourceId, itemId: found.itemId, untilAt: Math.min(found.to, start) }
  }

  /** Of those who do it, whoever begins to work last, when that is what it waits for. */
  #reasonByCalendar(node: number): LevelReason | null {
    const { pool, slots } = this.#net
    const { start, taker } = this.#serial
    const alone = this.#startOn(node, whole(this.#net.ownLine, node))
    const untilAt = cell(start, node)
    if (alone >= untilAt) return null
    let [last, resourceId] = [alone, '']
    for (const index of (slots[node] ?? []).keys()) {
      const slot = whole(taker.firstSlot, node) + index
      const resource = pool.resources[whole(taker.chosen, slot)]
      const from = resource ? pool.lines.at(resource.line).nextStart(alone) : alone
      if (from > last || resourceId === '') [last, resourceId] = [from, resource?.source.id ?? '']
    }
    return { kind: 'calendar', resourceId, untilAt }
  }

  /**
   * Where its links, its limits and its calendar put it, be that its own or with those of whoever was chosen: so will
   * its plan, unless it is told otherwise.
   */
  startAlone(node: number): Minute {
    const own = this.#startOn(node, whole(this.#net.ownLine, node))
    return Math.min(own, this.#startOn(node, this.#serial.taker.lineWithChosen(node)))
  }

  #startOn(node: number, line: number): Minute {
    const { pool, length } = this.#net
    const { bound, boundFinish } = this.#serial
    const own = pool.lines.at(line)
    const start = own.nextStart(cell(bound, node))
    const finish = cell(boundFinish, node)
    if (finish === Number.NEGATIVE_INFINITY) return start
    return Math.max(start, own.startSide(own.toWork(finish) - cell(length, node)))
  }

  #listDoings(): readonly (readonly Doing[])[] {
    const doings = this.#net.pool.resources.map((): Doing[] => [])
    for (const [node, role] of this.#net.role.entries()) {
      if (role === FREE) this.#addChosen(node, doings)
      else if (role === FIXED || role === BEGUN) this.#addFixed(node, doings)
    }
    for (const { id, resourceId, startAt, finishAt } of this.#net.pool.outside) {
      const resource = this.#net.pool.resourceOf.get(resourceId) ?? -1
      doings[resource]?.push({ itemId: id, from: startAt, to: finishAt })
    }
    return doings.map((each) => each.toSorted((a, b) => a.to - b.to))
  }

  #addChosen(node: number, doings: readonly Doing[][]): void {
    const { taker, start, finish } = this.#serial
    for (const index of (this.#net.slots[node] ?? []).keys()) {
      const slot = whole(taker.firstSlot, node) + index
      const [from, to] = [cell(start, node), taker.doneAt(node, slot, cell(start, node))]
      const itemId = taskAt(this.#net, node)?.id ?? ''
      doings[whole(taker.chosen, slot)]?.push({ itemId, from, to: Math.min(to, cell(finish, node)) })
    }
  }

  #addFixed(node: number, doings: readonly Doing[][]): void {
    const net = this.#net
    const { start, finish } = this.#serial
    const one = net.tasks[whole(net.taskOf, node)]
    if (!one) return
    const date = { id: one.task.id, startAt: cell(start, node), finishAt: cell(finish, node) }
    for (const { resource, spans } of demandsOfTask(net.pool, one, date)) {
      const [from, to] = [spans.starts[0], spans.ends.at(-1)]
      if (from !== undefined && to !== undefined) doings[resource]?.push({ itemId: one.task.id, from, to })
    }
  }
}
