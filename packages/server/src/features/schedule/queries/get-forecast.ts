import { type ForecastOptions, type ForecastView, operations, type PlanRowView } from '@millrace/contract'
import { demand, query, refuse } from '../../../platform/commands/index.ts'
import { type AskedForecast, askForecast } from '../forecast/make-forecast.ts'
import { type FoundForecast, findForecast } from './find-forecast.ts'
import { findPlanStates } from './find-plan-states.ts'
import { type ReadForecastFacts, readForecastFacts } from './read-forecast-facts.ts'

/** What is asked for when nobody has asked for anything yet: it tells what there is to ask about. */
const USUAL: ForecastOptions = {
  // The defaults of the contract.
  ...{ runs: 10_000, seed: 1, shape: 'pert', correlation: 0.3, startOn: null, isLevelled: false },
}
/** Where ranges would help is named so far; the count says how much there is. */
const FIRST = 50

/** When a project will be finished, as far as anybody had it worked out. */
export const getForecast = query(operations['schedule.getForecast'], async (context, { containerId }) => {
  const { tx, organisationId, principal } = context
  demand(principal.access, { permission: 'container.read', containerIds: [containerId], what: 'project' })
  const state = (await findPlanStates(tx, organisationId, [containerId])).get(containerId)
  if (!state) return refuse('platform.not_found', { what: 'project' })
  const found = await findForecast(tx, organisationId, containerId)
  const facts = await readForecastFacts(tx, organisationId, { projectId: containerId, state })
  const asked = askForecast(facts, found?.result ?? found ?? USUAL)
  const rows = new Map(facts.plan.rows.map((row) => [row.itemId, row]))
  const known = asked.ok ? asked.value : null
  return {
    ...stateOf(found),
    result: found && resultOf(found, known, { rows, titles: titlesOf(facts) }),
    options: optionsOf(found ?? USUAL),
    ...scopeOf(known, rows),
    risks: facts.risks,
  }
})

function optionsOf({ runs, seed, shape, correlation, startOn, isLevelled }: ForecastOptions) {
  return { runs, seed, shape, correlation, startOn, isLevelled }
}

type Scope = Pick<ForecastView, 'rangedItems' | 'rangedPhases' | 'unranged' | 'unrangedCount' | 'histories'>
type Rows = ReadonlyMap<string, PlanRowView>

const NOTHING: Scope = { rangedItems: 0, rangedPhases: 0, unranged: [], unrangedCount: 0, histories: [] }

/** What a forecast of now would take in; nothing of a plan that cannot be calculated. */
function scopeOf(asked: AskedForecast | null, rows: Rows): Scope {
  if (asked === null) return NOTHING
  const { rangedItems, rangedPhases, unrangedIds, histories } = asked.model.scope
  const unranged = unrangedIds.slice(0, FIRST).flatMap((id) => nameOf(rows.get(id)))
  return { rangedItems, rangedPhases, unranged, unrangedCount: unrangedIds.length, histories }
}

function stateOf(found: FoundForecast | null): Pick<ForecastView, 'state' | 'doneRuns' | 'runs' | 'refusal'> {
  if (!found) return { state: 'none', doneRuns: 0, runs: 0, refusal: null }
  const { state, doneRuns, runs, refusal } = found
  return { state, doneRuns, runs, refusal: refusal && { code: refusal.code, params: refusal.params ?? {} } }
}

function resultOf(
  { result, madeAt, inputHash }: FoundForecast,
  asked: AskedForecast | null,
  { rows, titles }: Names,
): ForecastView['result'] {
  if (result === null || madeAt === null) return null
  const { tasks, others, ...rest } = result
  return {
    ...rest,
    madeAt,
    isCurrent: asked !== null && asked.hash === inputHash,
    // What the reader does not see, or is gone, is not named.
    tasks: tasks.flatMap(({ id, ...task }) => nameOf(rows.get(id)).map((name) => ({ ...name, ...task }))),
    others: others.flatMap((other) => {
      const title = titles.get(other.id)
      return title === undefined ? [] : [{ ...other, title }]
    }),
  }
}

type Names = { readonly rows: Rows; readonly titles: ReadonlyMap<string, string> }

/** What risks and phases are called. */
function titlesOf({ risks, phases }: ReadForecastFacts): Names['titles'] {
  return new Map([
    ...risks.map(({ id, title }) => [id, title] as const),
    ...phases.map(({ id, name }) => [id, name] as const),
  ])
}

function nameOf(row: PlanRowView | undefined) {
  return row ? [{ itemId: row.itemId, key: row.key, title: row.title }] : []
}
