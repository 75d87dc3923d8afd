import { type Actor, type Instant, ok, type Result } from '../../kernel/index.ts'
import { adaptCase } from '../engine/adapt-case.ts'
import { advanceCase, type CaseAdvance, startCase } from '../engine/advance-case.ts'
import type {
  CaseCommand,
  CaseDemand,
  CaseHappening,
  CaseStep,
  CaseTimerDue,
  CaseWorld,
} from '../engine/command.ts'
import type { CaseGraph } from '../engine/graph.ts'
import type { CasePlanState } from '../engine/state.ts'
import type { CaseModel } from '../model/case-model.ts'
import { editPlan, type PlanEdit } from '../plan/edit-plan.ts'

/** What is said to a case, as its history keeps it. */
export type CaseSaid =
  | CaseCommand
  | { readonly kind: 'begin'; readonly model: CaseModel }
  /** It had gone on elsewhere, as far as this. */
  | { readonly kind: 'taken-over'; readonly model: CaseModel; readonly state: CasePlanState }
  /** The plan is changed; what is offered by that is taken into the plan of a stage at once (0: of the case). */
  | { readonly kind: 'edit'; readonly edit: PlanEdit; readonly planIn: number | null }
  /** The latest of it that still counts does not count any more. */
  | { readonly kind: 'take-back' }

/** Who spoke, with the roles of the case that they had then. */
export type CaseSpeaker = Actor & { readonly roles?: readonly string[] }

/** One step of a case: what was said to it, by whom, and what came of it. */
export type CaseEntry = {
  readonly at: Instant
  readonly actor: CaseSpeaker
  readonly command: CaseSaid
  /** What calendars said to its timers, in the order they were asked. */
  readonly dues: readonly CaseTimerDue[]
  readonly happened: readonly CaseHappening[]
}

/** A plan and where the case is in it. */
export type CaseStanding = {
  readonly model: CaseModel
  readonly graph: CaseGraph
  readonly state: CasePlanState
}

/** Makes a plan ready at a moment, or says what is wrong with it. */
export type CompilePlan = (model: CaseModel) => Result<CaseGraph>

/** What a step needs to know: when, who, how timers are read and plans made ready. */
export type SayContext = {
  readonly now: Instant
  readonly speaker: CaseSpeaker
  readonly dueOf: CaseWorld['dueOf']
  readonly compile: CompilePlan
}

/** A case as it will be, the entry in its history, and what the world is asked for. */
export type CaseSayStep = {
  readonly standing: CaseStanding
  readonly entry: CaseEntry
  readonly demands: readonly CaseDemand[]
}

/**
 * Says something to a case, which goes on until it stands still. `take-back` is none of it: what counts no more is
 * found in the history, by `takeBackCase`.
 *
 * @param standing null: it has not begun
 * @returns refused as the engine, `editPlan` and `compile` refuse
 */
export function sayToCase(
  standing: CaseStanding | null,
  command: Exclude<CaseSaid, { readonly kind: 'take-back' }>,
  context: SayContext,
): Result<CaseSayStep> {
  const dues: CaseTimerDue[] = []
  const dueOf: CaseWorld['dueOf'] = (rule, cycle) => {
    const due = context.dueOf(rule, cycle)
    dues.push(due)
    return due
  }
  const said = step(standing, command, { ...context, dueOf })
  if (!said.ok) return said
  const { model, graph, advance } = said.value
  if (!advance.ok) return advance
  const { state, demands, happened } = advance.step
  const entry: CaseEntry = { at: context.now, actor: context.speaker, command, dues, happened }
  return ok({ standing: { model, graph, state }, entry, demands })
}

type Said = Omit<CaseStanding, 'state'> & { readonly advance: CaseAdvance }

function step(
  standing: CaseStanding | null,
  command: Exclude<CaseSaid, { readonly kind: 'take-back' }>,
  context: SayContext,
): Result<Said> {
  const world = worldOf(context)
  if (command.kind === 'begin' || command.kind === 'taken-over') {
    const { model } = command
    const made = context.compile(model)
    if (!made.ok) return made
    const graph = made.value
    const advance: CaseAdvance =
      command.kind === 'begin'
        ? startCase({ graph, world })
        : { ok: true, step: { state: command.state, demands: [], happened: [] } }
    return ok({ model, graph, advance })
  }
  if (standing === null) throw new TypeError(`a case begins before ${command.kind} is said to it`)
  const { model, graph, state } = standing
  if (command.kind !== 'edit')
    return ok({ model, graph, advance: advanceCase({ graph, state, world }, command) })
  return edit({ model, graph, state }, command, { context, world })
}

type Editing = Extract<CaseSaid, { readonly kind: 'edit' }>

function edit(
  { model, graph, state }: CaseStanding,
  { edit, planIn }: Editing,
  { context, world }: { readonly context: SayContext; readonly world: CaseWorld },
): Result<Said> {
  const edited = editPlan(model, edit)
  if (!edited.ok) return edited
  const made = context.compile(edited.value)
  if (!made.ok) return made
  const changed = adaptCase({ from: graph, to: made.value, state, world })
  const advance =
    changed.ok && edit.kind === 'offer' && planIn !== null
      ? planned(changed.step, { graph: made.value, world, defId: edit.offer.item.id, stageId: planIn })
      : changed
  return ok({ model: edited.value, graph: made.value, advance })
}

function planned(
  before: CaseStep,
  to: {
    readonly graph: CaseGraph
    readonly world: CaseWorld
    readonly defId: string
    readonly stageId: number
  },
): CaseAdvance {
  const { graph, world, defId, stageId } = to
  const after = advanceCase({ graph, state: before.state, world }, { kind: 'plan', defId, stageId })
  if (!after.ok) return after
  const { state, demands, happened } = after.step
  return {
    ok: true,
    step: {
      state,
      demands: [...before.demands, ...demands],
      happened: [...before.happened, ...happened],
    },
  }
}

function worldOf({ now, speaker, dueOf }: SayContext): CaseWorld {
  const by = 'personId' in speaker ? { personId: speaker.personId, roles: speaker.roles ?? [] } : null
  return { now, by, dueOf }
}

/** The entries that still count: without what was taken back. */
export function standingEntries(entries: readonly CaseEntry[]): readonly CaseEntry[] {
  const kept: CaseEntry[] = []
  for (const entry of entries) {
    if (entry.command.kind === 'take-back') kept.pop()
    else kept.push(entry)
  }
  return kept
}

/**
 * Where a case is, by its history alone: what was said to it, said once more. Calendars are not asked again, their
 * answers are part of the history.
 *
 * @param entries from the first on, in their order
 * @returns null when it has not begun
 * @throws TypeError when an entry does not fit to those before it: the history was changed
 */
export function replayCase(
  entries: readonly CaseEntry[],
  compileAt: (at: Instant) => CompilePlan,
): CaseStanding | null {
  let standing: CaseStanding | null = null
  for (const { at: now, actor: speaker, command, dues } of standingEntries(entries)) {
    if (command.kind === 'take-back') continue
    const answers = dues.values()
    const dueOf = (): CaseTimerDue => answers.next().value ?? { ok: false, fault: 'not in the history' }
    const said = sayToCase(standing, command, { now, speaker, dueOf, compile: compileAt(now) })
    if (!said.ok) throw new TypeError(`the history does not fit: ${command.kind}, ${said.refusal.code}`)
    standing = said.value.standing
  }
  return standing
}

/**
 * A case without its latest step, by its history.
 *
 * @returns null: there is nothing to take back
 */
export function takeBackCase(
  entries: readonly CaseEntry[],
  compileAt: (at: Instant) => CompilePlan,
): CaseStanding | null {
  const kept = standingEntries(entries)
  return kept.length < 2 ? null : replayCase(kept.slice(0, -1), compileAt)
}
