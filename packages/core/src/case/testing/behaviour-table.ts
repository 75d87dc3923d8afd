import type { CaseCommand, CaseFileTransition, CaseHappening, CaseStep, PlanItemCause } from '../index.ts'
import { CaseWalk, nameOf } from './case-walk.ts'
import { planFromText } from './plan-text.ts'

/** A behaviour as a table: a plan, and what is said to it with what comes of it. */
export type Behaviour = {
  readonly title: string
  readonly plan: string
  readonly rows: readonly BehaviourRow[]
}

/** One line of the table; what stands is not looked at where the cell is empty. */
export type BehaviourRow = {
  readonly said: string
  readonly happens: string
  readonly stands: string
  readonly because: string
}

/** Reads behaviours: `== title`, the lines of a plan, and a table `| said | happens | stands | because |`. */
export function readBehaviours(text: string): readonly Behaviour[] {
  return text
    .split(/^== /m)
    .slice(1)
    .map((part) => {
      const [title = '', ...lines] = part.split('\n')
      const table = lines.filter((line) => line.startsWith('|')).slice(1)
      const plan = lines.filter((line) => !line.startsWith('|') && !line.startsWith('#')).join('\n')
      const rows = table.map((line) => {
        const [, said = '', happens = '', stands = '', because = ''] = line
          .split('|')
          .map((cell) => cell.trim())
        return { said, happens, stands, because }
      })
      return { title: title.trim(), plan, rows }
    })
}

/** Does what a behaviour says, and answers with the table as it comes out. */
export function runBehaviour({ plan, rows }: Behaviour): readonly BehaviourRow[] {
  const [first, ...others] = rows
  const walk = new CaseWalk(planFromText(plan), valuesOf((first?.said ?? '').split(' ').slice(1)))
  const outcomes = [outcome(walk, null, first)]
  for (const row of others) outcomes.push(outcome(walk, say(walk, row.said), row))
  return outcomes
}

function outcome(walk: CaseWalk, refusal: string | null, row: BehaviourRow | undefined): BehaviourRow {
  const step = walk.steps.at(-1)
  const happens = refusal === null && step ? happenings(step) : `! ${refusal}`
  return {
    said: row?.said ?? '',
    happens,
    stands: row?.stands === '' ? '' : standing(walk),
    because: row?.because && step ? because(step, row.because) : '',
  }
}

function happenings({ state, happened }: CaseStep): string {
  const rounds = new Map(state.items.map((row) => [row.id, nameOf(row)]))
  const told = happened.flatMap((one) =>
    one.kind === 'item' && one.transition !== 'create'
      ? [`${one.itemId === 0 ? 'case' : rounds.get(one.itemId)} ${one.transition}`]
      : [],
  )
  return told.join(', ')
}

/** All that is not over, and the case where it is not simply active. */
function standing({ state }: CaseWalk): string {
  const open = state.items.filter((row) => row.state !== 'completed' && row.state !== 'terminated')
  const byState = Map.groupBy(open, (row) => row.state)
  const groups = [...byState].map(([name, rows]) => `${name}: ${rows.map(nameOf).join(' ')}`)
  return [...(state.state === 'active' ? [] : [`case ${state.state}`]), ...groups].join('; ')
}

/** Why an item last did what it did. */
function because({ happened, state }: CaseStep, asked: string): string {
  const [name = ''] = asked.split(':')
  const names = new Map(state.items.map((row) => [row.id, nameOf(row)]))
  const last = happened.findLast(
    (one): one is Extract<CaseHappening, { kind: 'item' }> =>
      one.kind === 'item' && (one.itemId === 0 ? 'case' : names.get(one.itemId)) === name,
  )
  return `${name}: ${last ? causeText(last.cause, names) : 'nothing'}`
}

function causeText(cause: PlanItemCause, names: ReadonlyMap<number, string>): string {
  switch (cause.kind) {
    case 'command':
      return cause.by ?? 'somebody'
    case 'criterion': {
      const sources = cause.events.map(({ sourceItemId }) =>
        sourceItemId === null ? 'file' : (names.get(sourceItemId) ?? 'case'),
      )
      return [cause.criterionId, ...sources].join(' ')
    }
    case 'parent':
      return `${names.get(cause.parentId) ?? 'case'} ${cause.transition}`
    default:
      return cause.kind
  }
}

/** `complete A x=1 by anna(boss) day 3`. */
function say(walk: CaseWalk, said: string): string | null {
  const [, words = '', person, roles, day] =
    /^(.*?)(?: by (\w+)(?:\(([\w ]*)\))?)?(?: day (\d+))?$/.exec(said) ?? []
  walk.by = person ? { personId: person, roles: roles?.split(' ') ?? [] } : null
  if (day) walk.now = Number(day)
  return walk.tell(commandOf(walk, words.trim().split(/\s+/)))
}

function commandOf(walk: CaseWalk, [verb = '', name = '', ...rest]: readonly string[]): CaseCommand {
  const itemId = () => walk.row(name).id
  // About the case as a whole it is told by the kind.
  if (name === 'case') return { kind: `${verb}Case` } as CaseCommand
  switch (verb) {
    case 'complete':
    case 'occur':
      return { kind: verb, itemId: itemId(), values: valuesOf(rest) }
    case 'fault':
      return { kind: verb, itemId: itemId(), text: 'went wrong' }
    case 'set':
      return { kind: 'change', values: valuesOf([name, ...rest]) }
    case 'file': {
      const [transition = '', value] = rest
      // The transitions of a test are right.
      const of = { kind: verb, fileItemId: name, transition: transition as CaseFileTransition } as const
      return value === undefined ? of : { ...of, value: JSON.parse(value) as unknown }
    }
    case 'plan':
      return { kind: verb, defId: name, stageId: rest[0] ? walk.row(rest[0]).id : 0 }
    case 'recount':
      return { kind: verb, itemIds: [itemId()] }
    default:
      // Whatever else: a command about one item.
      return { kind: verb, itemId: itemId() } as CaseCommand
  }
}

function valuesOf(pairs: readonly string[]): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    pairs.map((pair) => {
      const [name = '', value = ''] = pair.split('=')
      return [name, JSON.parse(value) as unknown]
    }),
  )
}
