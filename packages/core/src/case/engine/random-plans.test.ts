import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  adaptCase,
  advanceCase,
  type CaseGraph,
  type CaseModel,
  type CasePlanState,
  type CaseQuestion,
  type CaseStep,
  startCase,
} from '../index.ts'
import { compileQuestion, graphOf, worldAt } from '../testing/case-walk.ts'
import { NaiveCase } from '../testing/naive-case.ts'
import { anyPlan, anySayings, commandOf, type Saying } from '../testing/random-plan.ts'

const RUNS = { numRuns: 100, seed: 7 }

/** What is known at the beginning. */
const KNOWN = { x: 1, y: 2 }

type Course = { readonly graph: CaseGraph; readonly steps: readonly CaseStep[]; readonly model: CaseModel }

/** A case that people lead through a plan; one that never comes to rest is left there. */
function course(model: CaseModel, sayings: readonly Saying[]): Course {
  const graph = graphOf(model)
  const begun = startCase({ graph, world: worldAt(0) }, { variables: KNOWN })
  if (!begun.ok) return { graph, model, steps: [] }
  const steps = [begun.step]
  let { state } = begun.step
  for (const saying of sayings) {
    const advanced = advanceCase(
      { graph, state, world: worldAt(steps.length) },
      commandOf(saying, state, model),
    )
    if (!advanced.ok && advanced.refusal.code === 'case.never_rests') break
    if (!advanced.ok) continue
    steps.push(advanced.step)
    state = advanced.step.state
  }
  return { graph, model, steps }
}

function question(text: string): CaseQuestion {
  const compiled = compileQuestion(text)
  if (!compiled.ok) throw new TypeError(text)
  return compiled.question
}

function essence({ items, state, parts, stale, file }: CasePlanState) {
  return {
    state,
    rows: items.map(({ id, defId, parentId, state: at, stateBefore, round, isRequired, endedBy }) =>
      [id, defId, parentId, at, stateBefore, round, isRequired, endedBy].join(' '),
    ),
    parts: parts.map(({ itemId, sentryId, part }) => `${itemId} ${sentryId} ${part}`).toSorted(),
    stale: stale.toSorted(),
    file: Object.entries(file),
  }
}

function naiveEssence(naive: NaiveCase) {
  return {
    state: naive.status,
    rows: naive.rows.map(({ id, defId, parentId, state, before, round, isRequired, endedBy }) =>
      [id, defId, parentId, state, before, round, isRequired, endedBy].join(' '),
    ),
    parts: [...naive.seen].toSorted(),
    stale: [...naive.stale].toSorted(),
    file: [...naive.file],
  }
}

test('looking at everything after each change gives the same case', () => {
  fc.assert(
    fc.property(anyPlan, anySayings, (model, sayings) => {
      const graph = graphOf(model)
      const begun = startCase({ graph, world: worldAt(0) }, { variables: KNOWN })
      if (!begun.ok) return
      let { state } = begun.step
      const naive = new NaiveCase(model, KNOWN, question)
      expect(essence(state)).toEqual(naiveEssence(naive))
      for (const saying of sayings) {
        const command = commandOf(saying, state, model)
        const advanced = advanceCase({ graph, state, world: worldAt(1) }, command)
        if (!advanced.ok && advanced.refusal.code === 'case.never_rests') return
        expect([command, naive.tell(command)]).toEqual([command, advanced.ok])
        if (advanced.ok) state = advanced.step.state
        expect(essence(state)).toEqual(naiveEssence(naive))
      }
    }),
    RUNS,
  )
})

/** CMMN 1.1, tables 8.2 to 8.4, as they are printed: transition, from, to. */
const TABLES = {
  work: `enable available enabled, start available active, manualStart enabled active, disable enabled disabled,
    reenable disabled enabled, suspend active suspended, resume suspended active, fault active failed,
    reactivate failed active, complete active completed, terminate active terminated, exit available terminated,
    exit enabled terminated, exit disabled terminated, exit active terminated, exit suspended terminated,
    exit failed terminated, parentSuspend available suspended, parentSuspend enabled suspended,
    parentSuspend disabled suspended, parentSuspend active suspended, parentResume suspended available,
    parentResume suspended enabled, parentResume suspended disabled, parentResume suspended active`,
  occurrence: `suspend available suspended, resume suspended available, occur available completed,
    terminate available terminated, parentTerminate available terminated, parentTerminate suspended terminated,
    parentSuspend available suspended, parentResume suspended available`,
  case: `suspend active suspended, complete active completed, terminate active terminated, fault active failed,
    reactivate completed active, reactivate terminated active, reactivate failed active, reactivate suspended active,
    close completed closed, close terminated closed, close failed closed, close suspended closed`,
}
const ALLOWED = Object.fromEntries(
  Object.entries(TABLES).map(([name, rows]) => [name, new Set(rows.split(',').map((row) => row.trim()))]),
)

test('nothing moves but by the tables of the standard, from where it is, and with a cause', () => {
  fc.assert(
    fc.property(anyPlan, anySayings, (model, sayings) => {
      const { graph, steps } = course(model, sayings)
      const at = new Map<number, string>()
      for (const { happened, state } of steps) {
        for (const one of happened) {
          if (one.kind !== 'item') continue
          expect(one.from ?? undefined).toBe(at.get(one.itemId))
          at.set(one.itemId, one.to)
          expect(one.cause.kind).toBeTruthy()
          const { kind } = graph.nodes[graph.indexOf.get(one.defId) ?? -1] ?? {}
          const table =
            kind === 'case' ? 'case' : kind === 'milestone' || kind === 'userListener' ? 'occurrence' : 'work'
          if (one.transition === 'create') expect(one.to).toBe(kind === 'case' ? 'active' : 'available')
          else expect(ALLOWED[table]).toContain(`${one.transition} ${one.from} ${one.to}`)
        }
        for (const row of state.items) expect(at.get(row.id)).toBe(row.state)
        expect(at.get(0)).toBe(state.state)
      }
    }),
    RUNS,
  )
})

test('nothing lives in what is over, and nothing rests that could go on', () => {
  fc.assert(
    fc.property(anyPlan, anySayings, (model, sayings) => {
      const { graph, steps } = course(model, sayings)
      for (const { state } of steps) {
        const stateOf = new Map(state.items.map((row) => [row.id, row.state as string])).set(0, state.state)
        for (const row of state.items) {
          const around = stateOf.get(row.parentId) ?? ''
          if (['completed', 'terminated', 'closed'].includes(around))
            expect(['completed', 'terminated']).toContain(row.state)
          if (around === 'suspended')
            expect(['suspended', 'failed', 'completed', 'terminated']).toContain(row.state)
          const node = graph.nodes[graph.indexOf.get(row.defId) ?? -1]
          const isIdle =
            row.state === 'available' && node?.kind !== 'userListener' && node?.entry.length === 0
          if (isIdle) expect(around).not.toBe('active')
        }
      }
    }),
    RUNS,
  )
})

test('what is suspended and resumed is as it was', () => {
  fc.assert(
    fc.property(anyPlan, anySayings, (model, sayings) => {
      const { graph, steps } = course(model, sayings)
      const before = steps.at(-1)?.state
      if (before?.state !== 'active' || listensToRest(model)) return
      const rested = advanceCase({ graph, state: before, world: worldAt(90) }, { kind: 'suspendCase' })
      if (!rested.ok) throw new TypeError(rested.refusal.code)
      const { state } = rested.step
      expect(state.items.filter((row) => row.state === 'active')).toEqual([])
      const resumed = advanceCase({ graph, state, world: worldAt(91) }, { kind: 'resumeCase' })
      if (!resumed.ok) throw new TypeError(resumed.refusal.code)
      expect(essence(resumed.step.state)).toEqual(essence(before))
      const kinds = (step: CaseStep, kind: string) => step.demands.filter((one) => one.kind === kind).length
      expect(kinds(resumed.step, 'resume-work')).toBe(kinds(rested.step, 'suspend-work'))
    }),
    RUNS,
  )
})

/** Plans in which suspending is itself an event that something waits for. */
function listensToRest(model: CaseModel): boolean {
  return /"transition":"(?:suspend|parentSuspend)"/.test(JSON.stringify(model))
}

test('the same said once more gives the same case, whether it was kept as text in between or not', () => {
  fc.assert(
    fc.property(anyPlan, anySayings, (model, sayings) => {
      const { steps } = course(model, sayings)
      const graph = graphOf(JSON.parse(JSON.stringify(model)) as CaseModel)
      let state: CasePlanState | null = null
      let told = 0
      for (const saying of sayings) {
        const from: CasePlanState | undefined = state ?? steps[0]?.state
        if (!from) return
        const kept = JSON.parse(JSON.stringify(from)) as CasePlanState
        const world = worldAt(told + 1)
        const advanced = advanceCase({ graph, state: kept, world }, commandOf(saying, kept, model))
        if (!advanced.ok && advanced.refusal.code === 'case.never_rests') return
        if (!advanced.ok) continue
        told += 1
        state = advanced.step.state
        expect(state).toEqual(steps[told]?.state)
      }
    }),
    { ...RUNS, numRuns: 80 },
  )
})

test('work that is begun is ended once, whatever happens', () => {
  fc.assert(
    fc.property(anyPlan, anySayings, (model, sayings) => {
      const { steps } = course(model, sayings)
      const working = new Set<number>()
      for (const { demands, happened, state } of steps) {
        for (const one of happened) {
          if (one.kind !== 'item') continue
          if (one.transition === 'complete') working.delete(one.itemId)
        }
        for (const { kind, itemId } of demands) {
          if (kind === 'begin-work') {
            expect(working.has(itemId)).toBe(false)
            working.add(itemId)
          }
          if (kind === 'end-work') expect(working.delete(itemId)).toBe(true)
        }
        for (const row of state.items) {
          if (row.state === 'completed') working.delete(row.id)
          if (row.state === 'active' && /^[ht]/.test(row.defId)) expect(working.has(row.id)).toBe(true)
        }
        for (const id of working) {
          const row = state.items.find((one) => one.id === id)
          expect(['active', 'suspended']).toContain(row?.state)
        }
      }
    }),
    RUNS,
  )
})

test('looking at everything once more changes nothing', () => {
  fc.assert(
    fc.property(anyPlan, anySayings, (model, sayings) => {
      const { graph, steps } = course(model, sayings)
      for (const { state } of steps) {
        if (['completed', 'terminated', 'closed'].includes(state.state)) continue
        const same = adaptCase({ from: graph, to: graphOf(model), state, world: worldAt(99) })
        expect(same).toEqual({ ok: true, step: { state, demands: [], happened: [] } })
      }
    }),
    RUNS,
  )
})

test('what is required is done before anything completes by itself, and nothing that is at work is cut off by that', () => {
  fc.assert(
    fc.property(anyPlan, anySayings, (model, sayings) => {
      for (const { state } of course(model, sayings).steps) {
        for (const { cause, isRequired, stateBefore } of state.items) {
          if (cause.kind !== 'parent' || cause.transition !== 'complete' || stateBefore === null) continue
          expect(stateBefore).not.toBe('active')
          if (isRequired) expect(['disabled', 'failed']).toContain(stateBefore)
        }
      }
    }),
    RUNS,
  )
})

test('an item of a planning table comes into the plan only by being added, and only while its rule holds', () => {
  fc.assert(
    fc.property(anyPlan, anySayings, (model, sayings) => {
      const { graph, steps } = course(model, sayings)
      for (const [place, { happened }] of steps.entries()) {
        for (const one of happened) {
          if (one.kind !== 'item' || one.transition !== 'create') continue
          const node = graph.nodes[graph.indexOf.get(one.defId) ?? -1]
          if (!node?.isDiscretionary) continue
          expect(['command', 'repeated', 'reactivated']).toContain(one.cause.kind)
          const rule = graph.nodes[node.parent]?.discretionary.find((entry) => entry.node === node.index)
          const before = steps[place - 1]?.state.variables ?? KNOWN
          if (one.cause.kind === 'command' && rule?.applicability)
            expect(rule.applicability.ask(before)).toEqual({ ok: true, value: true })
        }
      }
    }),
    RUNS,
  )
})
