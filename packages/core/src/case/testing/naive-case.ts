import type {
  CaseCommand,
  CaseModel,
  CaseQuestion,
  CaseVariables,
  OnPart,
  PlanItem,
  PlanItemState,
  PlanItemTransition,
  Sentry,
} from '../index.ts'

/** A row as a second, plain reading of the standard keeps it. */
export type NaiveRow = {
  readonly id: number
  readonly defId: string
  readonly parentId: number
  state: PlanItemState
  before: PlanItemState | null
  readonly round: number
  isRequired: boolean
  endedBy: string | null
  /** It ended with its stage, and has not come to life again. */
  endedWith: boolean
}

type Def = {
  readonly item: PlanItem | null
  readonly id: string
  readonly parentId: string | null
  readonly children: readonly string[]
  readonly optional: CaseModel['root']['discretionary']
  readonly autoComplete: boolean
  readonly entry: readonly Sentry[]
  readonly exit: readonly Sentry[]
  readonly order: number
  readonly depth: number
}

type Status = 'active' | 'suspended' | 'failed' | 'completed' | 'terminated' | 'closed'

/** What ends together with the stage around it. */
const ENDING: readonly PlanItemState[] = ['available', 'enabled', 'disabled', 'active', 'suspended', 'failed']
const SETTLED: readonly PlanItemState[] = ['completed', 'disabled', 'terminated', 'failed']

/**
 * The same engine once more, written from the standard without any index: after each change everything is looked at from
 * the beginning. Slow, and easy to see through. It knows neither timers nor roles.
 */
export class NaiveCase {
  readonly rows: NaiveRow[] = []
  readonly seen = new Set<string>()
  readonly stale = new Set<string>()
  readonly file = new Map<string, number>()
  variables: CaseVariables
  status: Status = 'active'
  isHeldOpen = false
  /** Criteria that were looked at: what it costs. */
  looks = 0
  readonly #defs = new Map<string, Def>()
  readonly #questions: (text: string) => CaseQuestion
  readonly #caseId: string
  #nextId = 1

  constructor(model: CaseModel, variables: CaseVariables, questions: (text: string) => CaseQuestion) {
    this.variables = variables
    this.#questions = questions
    this.#caseId = model.id
    this.#define(model.id, null, { ...model.root, item: null, entry: [], exit: model.exit, depth: 0 })
    for (const child of this.#def(model.id).children) this.#create(child, 0, 1)
    this.#happen(0, 'create')
    this.#rest()
  }

  #define(
    id: string,
    parentId: string | null,
    of: NonNullable<PlanItem['content']> & Pick<Def, 'item' | 'entry' | 'exit' | 'depth'>,
  ): void {
    const { items, discretionary, ...rest } = of
    const all = [...items, ...discretionary.map(({ item }) => item)]
    const order = this.#defs.size
    const children = items.map((item) => item.id)
    this.#defs.set(id, { ...rest, id, parentId, children, optional: discretionary, order })
    for (const item of all) {
      const content = item.content ?? { items: [], discretionary: [], autoComplete: false }
      const { entry, exit } = item
      this.#define(item.id, id, { ...content, item, entry, exit, depth: of.depth + 1 })
    }
  }

  /** @returns whether it fits */
  tell(command: CaseCommand): boolean {
    const isDone = this.#say(command)
    if (isDone) this.#rest()
    return isDone
  }

  /** Looks at everything once more; nothing may come of it. */
  rest(): void {
    this.#rest()
  }

  #def(id: string): Def {
    const def = this.#defs.get(id)
    if (!def) throw new TypeError(id)
    return def
  }

  #row(id: number): NaiveRow {
    const row = this.rows.find((row) => row.id === id)
    if (!row) throw new TypeError(String(id))
    return row
  }

  #in(parentId: number): readonly NaiveRow[] {
    return this.rows.filter((row) => row.parentId === parentId)
  }

  #kind(row: NaiveRow): string {
    return this.#def(row.defId).item?.kind ?? 'case'
  }

  #occurs(row: NaiveRow): boolean {
    return ['milestone', 'userListener', 'timerListener'].includes(this.#kind(row))
  }

  #runs(id: number): boolean {
    if (id === 0) return this.status === 'active'
    const { state, parentId } = this.#row(id)
    return state === 'active' && this.#runs(parentId)
  }

  #yes(text: string | null): boolean {
    if (text === null) return false
    const answer = this.#questions(text).ask(this.variables)
    return answer.ok && answer.value === true
  }

  #create(defId: string, parentId: number, round: number): NaiveRow {
    const { item, entry, exit } = this.#def(defId)
    const isRequired = this.#yes(item?.required ?? null)
    const row: NaiveRow = {
      ...{ id: this.#nextId++, defId, parentId, state: 'available', before: null, round, isRequired },
      ...{ endedBy: null, endedWith: false },
    }
    this.rows.push(row)
    for (const { id, onParts, ifPart } of round > 1 ? [...entry, ...exit] : [])
      if (onParts.length === 0 && this.#yes(ifPart)) this.stale.add(`${row.id} ${id}`)
    this.#happen(row.id, 'create')
    return row
  }

  /** Every waiting row is asked whether the event is one of those it waits for. */
  #happen(sourceId: number, transition: PlanItemTransition, endedBy: string | null = null): void {
    const source = sourceId === 0 ? this.#caseId : this.#row(sourceId).defId
    this.#tellAll((part, waiting) => {
      if (part.on !== 'plan' || part.sourceId !== source || part.transition !== transition) return false
      if (part.exitCriterionId !== null && part.exitCriterionId !== endedBy) return false
      return this.#isNear(sourceId, waiting)
    })
  }

  #tellAll(matches: (part: OnPart, waiting: number) => boolean): void {
    const isWaiting = ({ state, before }: NaiveRow) =>
      state === 'available' || (state === 'suspended' && before === 'available')
    for (const row of this.rows) {
      if (row.state === 'completed' || row.state === 'terminated') continue
      const { entry, exit } = this.#def(row.defId)
      for (const { id, onParts } of [...(isWaiting(row) ? entry : []), ...exit])
        for (const [place, part] of onParts.entries())
          if (matches(part, row.id)) this.seen.add(`${row.id} ${id} ${place}`)
    }
    for (const { id, onParts } of this.#def(this.#caseId).exit)
      for (const [place, part] of onParts.entries()) if (matches(part, 0)) this.seen.add(`0 ${id} ${place}`)
  }

  /** In the same instance of every stage that is around both. */
  #isNear(one: number, other: number): boolean {
    const [a, b] = [this.#way(one), this.#way(other)]
    const isSelf = a.at(-1)?.defId === b.at(-1)?.defId
    const depth = isSelf ? a.length - 1 : Math.min(a.length, b.length)
    for (let at = 0; at < depth && a[at]?.defId === b[at]?.defId; at++)
      if (a[at]?.id !== b[at]?.id) return false
    return true
  }

  #way(id: number): readonly { readonly id: number; readonly defId: string }[] {
    if (id === 0) return [{ id: 0, defId: this.#caseId }]
    const row = this.#row(id)
    return [...this.#way(row.parentId), row]
  }

  #rest(): void {
    for (let left = 20_000; this.#once(); left--) if (left === 0) throw new RangeError('no rest')
  }

  /** The first thing that may happen by itself does. @returns whether there was one */
  #once(): boolean {
    const byPlan = this.rows.toSorted(
      (a, b) => this.#def(a.defId).order - this.#def(b.defId).order || a.id - b.id,
    )
    const caseExit = this.status === 'active' ? this.#met(0, this.#def(this.#caseId).exit) : null
    if (caseExit) {
      this.#endCase('terminated', 'terminate', caseExit)
      return true
    }
    for (const row of byPlan) {
      if (!ENDING.includes(row.state) || this.#occurs(row)) continue
      const by = this.#met(row.id, this.#def(row.defId).exit)
      if (by === null) continue
      this.#end(row, 'exit', { by, isLed: false })
      this.#again(row)
      return true
    }
    for (const row of byPlan) if (this.#enter(row)) return true
    const inner = this.rows.toSorted(
      (a, b) => this.#def(b.defId).depth - this.#def(a.defId).depth || a.id - b.id,
    )
    for (const row of inner) {
      if (this.#kind(row) !== 'stage' || !this.#runs(row.id) || !this.#isContentDone(row.id)) continue
      this.#complete(row)
      return true
    }
    if (this.status !== 'active' || this.isHeldOpen || !this.#isContentDone(0)) return false
    this.#endCase('completed', 'complete', null)
    return true
  }

  #met(id: number, sentries: readonly Sentry[]): string | null {
    for (const { id: sentry, onParts, ifPart } of sentries) {
      this.looks++
      if (onParts.some((_part, place) => !this.seen.has(`${id} ${sentry} ${place}`))) continue
      if (this.stale.has(`${id} ${sentry}`)) continue
      if (ifPart === null || this.#yes(ifPart)) return sentry
    }
    return null
  }

  #enter(row: NaiveRow): boolean {
    if (row.state !== 'available' || !this.#runs(row.parentId)) return false
    const { item, entry } = this.#def(row.defId)
    if (item === null || item.kind === 'userListener' || item.kind === 'timerListener') return false
    if (entry.length > 0 && this.#met(row.id, entry) === null) return false
    this.#forget(row.id, entry)
    if (item.kind === 'milestone') this.#move(row, 'completed', 'occur')
    else if (this.#yes(item.manualActivation)) this.#move(row, 'enabled', 'enable')
    else this.#start(row, 'start')
    if (entry.length > 0) this.#repeat(row)
    return true
  }

  #move(row: NaiveRow, state: PlanItemState, transition: PlanItemTransition): void {
    row.state = state
    row.before = null
    if (state === 'completed' || state === 'terminated') this.#forgetAll(row)
    if (SETTLED.includes(state)) this.isHeldOpen = false
    this.#happen(row.id, transition)
  }

  #start(row: NaiveRow, transition: PlanItemTransition): void {
    row.state = 'active'
    row.before = null
    const { item, children } = this.#def(row.defId)
    if (transition !== 'reactivate') for (const child of children) this.#create(child, row.id, 1)
    this.#happen(row.id, transition)
    if (item && !item.isBlocking && item.kind !== 'stage') this.#complete(row)
  }

  #complete(row: NaiveRow): void {
    row.state = 'completed'
    row.before = null
    this.isHeldOpen = false
    this.#forgetAll(row)
    this.#endAll(row.id)
    this.#happen(row.id, 'complete')
    this.#again(row)
  }

  #end(
    row: NaiveRow,
    transition: PlanItemTransition,
    { by, isLed }: { readonly by: string | null; readonly isLed: boolean },
  ): void {
    row.before = isLed ? (row.before ?? row.state) : null
    row.state = 'terminated'
    row.endedBy = by
    row.endedWith = isLed
    if (!isLed) this.#forgetAll(row)
    const { entry, exit } = this.#def(row.defId)
    for (const { id } of entry) this.stale.delete(`${row.id} ${id}`)
    this.#forget(row.id, exit)
    if (!isLed) this.isHeldOpen = false
    this.#endAll(row.id)
    this.#happen(row.id, transition, by)
  }

  #endAll(parentId: number): void {
    for (const row of this.#in(parentId)) {
      const isListening = row.state === 'available' || row.state === 'suspended'
      if (this.#occurs(row) ? !isListening : !ENDING.includes(row.state)) continue
      this.#end(row, this.#occurs(row) ? 'parentTerminate' : 'exit', { by: null, isLed: true })
    }
  }

  #endCase(status: Status, transition: PlanItemTransition, by: string | null): void {
    this.status = status
    this.isHeldOpen = false
    this.#forget(0, this.#def(this.#caseId).exit)
    this.#endAll(0)
    this.#happen(0, transition, by)
  }

  /** Without entry criteria it comes again when it is over. */
  #again(row: NaiveRow): void {
    if (this.#def(row.defId).entry.length === 0) this.#repeat(row)
  }

  #repeat(row: NaiveRow): void {
    const repetition = this.#def(row.defId).item?.repetition ?? null
    if (this.#runs(row.parentId) && this.#yes(repetition))
      this.#create(row.defId, row.parentId, row.round + 1)
  }

  #forgetAll(row: NaiveRow): void {
    const { entry, exit } = this.#def(row.defId)
    this.#forget(row.id, [...entry, ...exit])
  }

  #forget(id: number, sentries: readonly Sentry[]): void {
    for (const sentry of sentries) {
      this.stale.delete(`${id} ${sentry.id}`)
      for (const place of sentry.onParts.keys()) this.seen.delete(`${id} ${sentry.id} ${place}`)
    }
  }

  #isContentDone(parentId: number): boolean {
    const { autoComplete, optional } = this.#def(parentId === 0 ? this.#caseId : this.#row(parentId).defId)
    const rows = this.#in(parentId)
    if (rows.length === 0 || rows.some(({ state }) => state === 'active')) return false
    const isOpen = ({ state }: NaiveRow) => !SETTLED.includes(state)
    if (autoComplete) return !rows.some((row) => row.isRequired && isOpen(row))
    return optional.length === 0 && !rows.some(isOpen)
  }

  #say(command: CaseCommand): boolean {
    switch (command.kind) {
      case 'change':
        if (this.status === 'closed') return false
        this.#write(command.values)
        return true
      case 'file':
        return this.#sayFile(command)
      case 'plan':
        return this.#plan(command)
      case 'due':
      case 'recount':
        return false
      default:
        return 'itemId' in command ? this.#sayItem(command) : this.#sayCase(command.kind)
    }
  }

  #write(values: CaseVariables): void {
    this.variables = { ...this.variables, ...values }
    for (const row of this.rows)
      for (const { id, ifPart } of [...this.#def(row.defId).entry, ...this.#def(row.defId).exit])
        if (!this.#yes(ifPart)) this.stale.delete(`${row.id} ${id}`)
  }

  #sayFile({ fileItemId, transition }: Extract<CaseCommand, { kind: 'file' }>): boolean {
    const count = this.file.get(fileItemId) ?? 0
    if (this.status === 'closed' || (transition === 'create') === count > 0) return false
    if (transition === 'create') this.file.set(fileItemId, 1)
    if (transition === 'delete') this.file.delete(fileItemId)
    this.#tellAll(
      (part) => part.on === 'file' && part.sourceId === fileItemId && part.transition === transition,
    )
    return true
  }

  #plan({ defId, stageId }: Extract<CaseCommand, { kind: 'plan' }>): boolean {
    const stage = stageId === 0 ? this.#caseId : this.#row(stageId).defId
    const offer = this.#def(stage).optional.find(({ item }) => item.id === defId)
    if (!offer || !this.#runs(stageId)) return false
    const known = this.#in(stageId).filter((row) => row.defId === defId)
    if (known.length > 0 && !this.#yes(offer.item.repetition)) return false
    if (offer.applicability !== null && !this.#yes(offer.applicability)) return false
    this.#create(defId, stageId, known.length + 1)
    return true
  }

  #sayItem(command: Extract<CaseCommand, { readonly itemId: number }>): boolean {
    const row = this.rows.find(({ id }) => id === command.itemId)
    if (!row || !this.#runs(row.parentId)) return false
    return this.#occurs(row) ? this.#sayOccurrence(row, command) : this.#sayWork(row, command)
  }

  #sayOccurrence(row: NaiveRow, command: CaseCommand): boolean {
    const key = `${command.kind} ${row.state}`
    if (key === 'occur available' && this.#kind(row) === 'userListener') {
      if (command.kind === 'occur') this.#write(command.values)
      this.#move(row, 'completed', 'occur')
      this.#again(row)
    } else if (key === 'suspend available') this.#move(row, 'suspended', 'suspend')
    else if (key === 'resume suspended') this.#move(row, 'available', 'resume')
    else if (key === 'terminate available') this.#move(row, 'terminated', 'terminate')
    else return false
    return true
  }

  #sayWork(row: NaiveRow, command: CaseCommand): boolean {
    switch (`${command.kind} ${row.state}`) {
      case 'manualStart enabled':
        this.#start(row, 'manualStart')
        return true
      case 'reactivate failed':
        this.#start(row, 'reactivate')
        return true
      case 'disable enabled':
        this.#move(row, 'disabled', 'disable')
        return true
      case 'reenable disabled':
        this.#move(row, 'enabled', 'reenable')
        return true
      case 'fault active':
        this.#move(row, 'failed', 'fault')
        return true
      case 'terminate active':
        this.#end(row, 'terminate', { by: null, isLed: false })
        this.#again(row)
        return true
      case 'suspend active':
        this.#suspend(row, 'suspend')
        return true
      case 'resume suspended':
        this.#resume(row, 'active', 'resume')
        return true
      case 'complete active':
        if (this.#kind(row) === 'stage' && !this.#mayComplete(row.id)) return false
        if (command.kind === 'complete') this.#write(command.values)
        this.#complete(row)
        return true
      default:
        return false
    }
  }

  #mayComplete(parentId: number): boolean {
    return !this.#in(parentId).some(
      ({ state, isRequired }) => state === 'active' || (isRequired && !SETTLED.includes(state)),
    )
  }

  #suspend(row: NaiveRow, transition: 'suspend' | 'parentSuspend'): void {
    row.before = transition === 'suspend' ? null : row.state
    row.state = 'suspended'
    this.#suspendAll(row.id)
    this.#happen(row.id, transition)
  }

  #suspendAll(parentId: number): void {
    for (const row of this.#in(parentId)) {
      const from: readonly PlanItemState[] = this.#occurs(row)
        ? ['available']
        : ['available', 'enabled', 'disabled', 'active']
      if (from.includes(row.state)) this.#suspend(row, 'parentSuspend')
    }
  }

  #resume(row: NaiveRow, state: PlanItemState, transition: 'resume' | 'parentResume'): void {
    row.state = state
    row.before = null
    this.#resumeAll(row.id)
    this.#happen(row.id, transition)
  }

  #resumeAll(parentId: number): void {
    for (const row of this.#in(parentId))
      if (row.state === 'suspended' && row.before !== null) this.#resume(row, row.before, 'parentResume')
  }

  #sayCase(kind: CaseCommand['kind']): boolean {
    const { status } = this
    const isOver = status === 'completed' || status === 'terminated' || status === 'failed'
    switch (kind) {
      case 'suspendCase':
        if (status !== 'active') return false
        this.status = 'suspended'
        this.#suspendAll(0)
        this.#happen(0, 'suspend')
        return true
      case 'resumeCase':
      case 'reactivateCase':
        if (status !== 'suspended' && (kind === 'resumeCase' || !isOver)) return false
        this.#reactivate(status)
        return true
      case 'completeCase':
        if (status !== 'active' || !this.#mayComplete(0)) return false
        this.#endCase('completed', 'complete', null)
        return true
      case 'terminateCase':
        if (status !== 'active') return false
        this.#endCase('terminated', 'terminate', null)
        return true
      case 'faultCase':
        if (status !== 'active') return false
        this.status = 'failed'
        this.#happen(0, 'fault')
        return true
      case 'closeCase':
        if (status !== 'suspended' && !isOver) return false
        this.#endCase('closed', 'close', null)
        return true
      default:
        return false
    }
  }

  #reactivate(before: Status): void {
    this.status = 'active'
    if (before === 'suspended') this.#resumeAll(0)
    if (before === 'completed' || before === 'terminated') {
      this.#revive(0, 0)
      this.isHeldOpen = true
    }
    this.#happen(0, 'reactivate')
  }

  #revive(endedId: number, parentId: number): void {
    for (const ended of this.#in(endedId)) {
      if (!ended.endedWith || ended.before === null) continue
      const was = ended.before
      ended.before = null
      const row = this.#create(ended.defId, parentId, ended.round)
      const { entry } = this.#def(ended.defId)
      for (const { id, onParts } of entry)
        for (const place of onParts.keys())
          if (this.seen.delete(`${ended.id} ${id} ${place}`) && was === 'available')
            this.seen.add(`${row.id} ${id} ${place}`)
      if (was === 'available' || this.#occurs(row)) continue
      if (was === 'enabled' || was === 'disabled') this.#move(row, 'enabled', 'enable')
      if (was === 'disabled') this.#move(row, 'disabled', 'disable')
      if (was === 'enabled' || was === 'disabled') continue
      if (this.#kind(row) !== 'stage') this.#start(row, 'start')
      else {
        row.state = 'active'
        this.#revive(ended.id, row.id)
        this.#happen(row.id, 'start')
      }
    }
  }
}
