import type { Operation } from '@millrace/contract'
import { z } from 'zod'
import { newId } from '../../platform/ids.ts'
import { CASE_MODEL, type Estate, type Kind, WORKING_DAYS } from './estate.ts'

/** One way to call an operation, and how it came about. */
export type Call = { readonly how: string; readonly input: Readonly<Record<string, unknown>> }

/** An estate that is nowhere: what a foreign one must be taken for. Shared things stay as they are. */
export function nowhereLike(foreign: Estate, isShared: (kind: Kind) => boolean): Estate {
  const kinds = Object.keys(foreign.ids) as Kind[] // Its own keys.
  // One id for each of them again.
  const ids = Object.fromEntries(
    kinds.map((kind) => [kind, isShared(kind) ? foreign.ids[kind] : newId()]),
  ) as Estate['ids']
  return { ids, mark: foreign.mark }
}

/** How something new is made under an id that is taken; under another id it would be made. */
export const TAKEN = 'foreign id for something new'

/** A JSON schema as far as inputs of the contract use it. */
type Schema = {
  readonly type?: string
  readonly format?: string
  readonly pattern?: string
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly items?: Schema
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly minimum?: number
  readonly minLength?: number
}

/** What a property with a name of its own refers to. `containerId` and `id` depend on the operation. */
const REFERS_TO: Readonly<Record<string, Kind>> = {
  ...{ itemId: 'item', parentId: 'item', fromId: 'item', toId: 'otherItem', item: 'item' },
  ...{ deciderId: 'person', decisionId: 'decision', instanceId: 'instance', ids: 'instance' },
  ...{ intoId: 'otherItem', fieldIds: 'field', templateId: 'caseTemplate' },
  ...{ personId: 'person', ownerId: 'person', responsibleId: 'person', accountableId: 'person' },
  ...{
    requesterId: 'person',
    memberIds: 'person',
    mentions: 'person',
    teamId: 'team',
    teamIds: 'team',
    personIds: 'person',
    labelIds: 'label',
  },
  ...{ typeId: 'type', defaultTypeId: 'type', fieldId: 'field', blockerId: 'blocker', replyToId: 'comment' },
  ...{ stepId: 'step', levelId: 'level', baselineId: 'baseline', containerIds: 'project' },
  ...{ calendarId: 'calendar', baseId: 'calendar', resourceId: 'resource', itemIds: 'item' },
  ...{
    inputs: 'artifactState',
    outputs: 'artifactState',
    after: 'practice',
    practiceId: 'practice',
    initiativeId: 'item',
    artifactId: 'artifact',
    stateId: 'artifactState',
  },
  ...{ resourceIds: 'resource', crewMemberIds: 'resource', assignmentId: 'assignment' },
  ...{
    phaseId: 'phase',
    checklistId: 'checklist',
    subItemId: 'otherItem',
    targetId: 'project',
    placeId: 'project',
  },
}

/** What `id` is, by the operation's name; the first that fits counts. */
const SUBJECTS: readonly (readonly [RegExp, Kind])[] = [
  [/Practice|^practice\.getEffect$/, 'practice'],
  [/Adoption|ForTeam$/, 'adoption'],
  [/ArtifactType/, 'artifactType'],
  [/Artifact/, 'artifact'],
  [/OrganisationExport/, 'organisationExport'],
  [/Organisation/, 'organisation'],
  [/Person/, 'person'],
  [/Team/, 'team'],
  [/Provider/, 'provider'],
  [/Token/, 'token'],
  [/Invitation/, 'invitation'],
  [/relateItems/, 'relation'],
  [/Container/, 'project'],
  [/Access/, 'grant'],
  [/^case\.\w*Template/, 'caseTemplate'],
  [/Template/, 'template'],
  [/Type/, 'type'],
  [/Field/, 'field'],
  [/Label/, 'label'],
  [/View/, 'view'],
  [/Favourite/, 'favourite'],
  [/Time/, 'timeEntry'],
  [/ServiceLevel/, 'level'],
  [/Schedule/, 'schedule'],
  [/DecisionCase$/, 'decisionCase'],
  [/^process\.runDecisionCases$/, 'decision'],
  [/^process\.\w*Decision/, 'decision'],
  [/Job(?:Error)?$|Lease$/, 'job'],
  [/^process\.(?:\w+Bulk|(?:repair|migrate)Instances)$/, 'bulk'],
  [/^process\.(?:getStanding|listHistory|listValueChanges|writeValues)$/, 'instance'],
  [/Step/, 'step'],
  [/Form$/, 'form'],
  [/Instance/, 'instance'],
  [/Baseline/, 'baseline'],
  [/Calendar/, 'calendar'],
  [/Resource/, 'resource'],
  [/assign/i, 'assignment'],
  [/Phase/, 'phase'],
  [/Risk/, 'risk'],
  [/ChecklistLine/, 'line'],
  [/Checklist/, 'checklist'],
  [/Comment/, 'comment'],
  [/Import/, 'importRun'],
  [/File/, 'file'],
  [/Reminder/, 'reminder'],
  [/^notify\./, 'notification'],
  [/^work\.(?:\w+Item|setSeenBy|stopWaiting|stopRepeating|giveNotice)$/, 'item'],
]

const STATES = ['ready', 'done'].map((id) => ({ id, name: id, group: id, wipLimit: null }))

/** What would be refused for reasons of its own, or changes who may sign in. */
const LEFT_OUT = new Set(['cursor', 'version', 'seen', 'password'])

/** Operations that want one of two references: the first, unless a call is about the second. */
const EITHER: Readonly<Record<string, readonly [string, string]>> = {
  'work.grantAccess': ['personId', 'teamId'],
  'files.listFiles': ['itemId', 'containerId'],
}

/** Ids of what an operation makes besides its subject. */
const NEW_BESIDES = new Set([
  'work.blockItem blockerId',
  'schedule.promotePhase baselineId',
  'schedule.placeInPhase baselineId',
  'schedule.decideGate decisionId',
  'work.convertChecklistLine itemId',
  'work.copyItem copyId',
  'work.makeFromTemplate madeId',
])

const MAKES =
  /\.(?:create|change(?=ForType)|set(?=ServiceLevel)|add|save|assign|take|start(?=Instance|Timer|OrganisationExport)|(?:repair|migrate)(?=Instances)|relate|grant|setReminder|keep(?=AsTemplate))/

/** Moments that have to lie ahead. */
const LATER = new Set(['until', 'remindAt'])

const DMN = '<definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" name="N" namespace="n"/>'

/** Texts that have to look like something. */
const TEXTS: Readonly<Record<string, unknown>> = {
  ...{ currency: 'EUR', timeZone: 'UTC', email: 'someone@nowhere.example', colour: 'gray', rank: 'V' },
  ...{
    startsOn: '2026-10-01',
    startOn: '2026-10-01',
    statusOn: '2026-10-02',
    day: '2026-10-01',
    from: '2026-10-01',
    to: '2026-10-02',
    dueOn: '2026-10-02',
    decidedOn: '2026-10-02',
    finishLowOn: '2026-10-03',
    finishHighOn: '2026-10-04',
    anchorOn: '2026-10-01',
    endsOn: '2027-10-01',
    deadline: 'P2D',
  },
  dmn: DMN,
  plan: '',
  ...{ issuer: 'https://sso.nowhere.example', domains: 'nowhere.example' },
  ...{ fromOn: '2026-10-01', toOn: '2026-10-02', untilOn: '2026-10-02' },
  ...{
    stateId: 'done',
    query: '',
    archived: 'also',
    text: '',
    format: 'csv',
    columns: 'title',
    sums: 'effort',
  },
}

/**
 * Calls of an operation that put what is foreign into every place that takes a reference: into all
 * at once, and, for somebody with an estate of their own, into one place while the rest is their own.
 */
export function callsOf(operation: Operation, foreign: Estate, own: Estate | null): readonly Call[] {
  const make = (how: string, wanted: readonly string[] | 'all', idsFor: IdsFor): Call => ({
    how,
    input: makeInput(operation, { idsFor, wanted, mark: foreign.mark }),
  })
  const everywhere: IdsFor = (kind) => foreign.ids[kind]
  const calls = [make('foreign', [], everywhere), make('foreign, with everything', 'all', everywhere)]
  const places = placesOf(operation)
  const single = own
    ? places.map((place) =>
        make(`foreign ${place} among own`, [place], (kind, name) =>
          name === place ? foreign.ids[kind] : own.ids[kind],
        ),
      )
    : []
  // A thing may be named in another way than by its reference: under an id that is to be new.
  const taken = MAKES.test(operation.id)
    ? [make(TAKEN, ['taken'], own ? (kind, name) => (name === 'id' ? foreign : own).ids[kind] : everywhere)]
    : []
  return [...calls, ...single, ...taken]
}

/** Whether a call of this operation may leave its subject in no state for further calls. */
export function isDestructive({ id }: Operation): boolean {
  return /\.(?:archive|remove|revoke|cancel|unrelate|unassign|approve|revert|stopAsking)|changePerson|startOrganisationExport/.test(
    id,
  )
}

type IdsFor = (kind: Kind, property: string) => string

/** The properties, at any depth, that take a reference. */
function placesOf(operation: Operation): readonly string[] {
  const found = new Set<string>()
  const visit = (schema: Schema, name: string) => {
    if (isReference(schema) && !isNew(operation, name)) found.add(name)
    for (const [key, inner] of Object.entries(schema.properties ?? {})) visit(inner, key)
    for (const inner of schema.oneOf ?? []) visit(inner, name)
    if (schema.items) visit(schema.items, name)
  }
  visit(schemaOf(operation), '')
  return [...found]
}

/** Whether the property is an id that whoever asks makes up. */
function isNew({ id }: Operation, name: string): boolean {
  if (name === 'id') return MAKES.test(id)
  return NEW_BESIDES.has(`${id} ${name}`)
}

/** An id, or several with commas between. */
function isReference(schema: Schema): boolean {
  return [schema, ...(schema.anyOf ?? [])].some(
    ({ format, pattern }) => format === 'uuid' || pattern?.startsWith('^[\\da-f]{8}(?:-') === true,
  )
}

function schemaOf(operation: Operation): Schema {
  // What zod writes is a JSON schema; its parts are looked at one by one.
  return z.toJSONSchema(operation.input, { io: 'input', unrepresentable: 'any' }) as Schema
}

function kindOf(operation: Operation, name: string): Kind {
  if (name === 'containerId') {
    if (operation.id.startsWith('process.')) return 'process'
    return operation.id.startsWith('case.') ? 'case' : 'project'
  }
  if (name === 'itemId' && operation.id.startsWith('case.')) return 'caseItem'
  const subject = SUBJECTS.find(([pattern]) => pattern.test(operation.id))?.[1]
  const kind = REFERS_TO[name] ?? (name === 'id' ? subject : undefined)
  if (!kind) throw new Error(`${operation.id} names something by ${name}: say in this file what that is`)
  return kind
}

type Making = {
  readonly idsFor: IdsFor
  /** Optional properties that are to be there; `taken`: what is made gets an id that exists. */
  readonly wanted: readonly string[] | 'all'
  readonly mark: string
}

function makeInput(operation: Operation, making: Making): Record<string, unknown> {
  const { wanted, idsFor, mark } = making
  const isTaken = wanted !== 'all' && wanted.includes('taken')

  function reference(name: string): string {
    if (isNew(operation, name) && !isTaken) return newId()
    return idsFor(kindOf(operation, name), name)
  }

  function value(schema: Schema, name: string): unknown {
    if (name === 'scope') return `container:${idsFor('project', name)}`
    if (name === 'states' && operation.id.startsWith('work.')) return STATES
    if (name === 'definition') return WORKING_DAYS
    if (name === 'planItemId') return operation.id === 'case.addPlanItem' ? `p${tail()}` : 'step'
    if (['stageId', 'beforeId', 'exitCriterionId'].includes(name)) return null
    if (name === 'sourceId' || name === 'otherThan') return name === 'sourceId' ? 'step' : ['step']
    if (name === 'model') return CASE_MODEL
    if (name === 'item' || isReference(schema)) return reference(name)
    if (schema.const !== undefined) return schema.const
    const [choice] = schema.oneOf ?? schema.anyOf ?? []
    if (choice) return value(choice, name)
    if (schema.items) return [value(schema.items, name)]
    if (schema.type === 'object') return object(schema)
    return plain(schema, name)
  }

  function object(schema: Schema): Record<string, unknown> {
    const entries = Object.entries(schema.properties ?? {}).filter(([name, inner]) =>
      isThere(schema, name, inner),
    )
    return Object.fromEntries(entries.map(([name, inner]) => [name, value(inner, name)]))
  }

  function isThere(schema: Schema, name: string, inner: Schema): boolean {
    if (LEFT_OUT.has(name)) return false
    const [usual, instead] = EITHER[operation.id] ?? []
    const isInstead = wanted !== 'all' && instead !== undefined && wanted.includes(instead)
    if (name === usual || name === instead) return (name === instead) === isInstead
    if (schema.required?.includes(name) || wanted === 'all' || wanted.includes(name)) return true
    return Object.keys(inner.properties ?? {}).some((deeper) => wanted.includes(deeper))
  }

  function plain(schema: Schema, name: string): unknown {
    if (LATER.has(name)) return Date.now() + 3_600_000
    if (schema.type === 'integer' || schema.type === 'number')
      return schema.minimum === undefined ? 1 : Math.max(1, schema.minimum)
    if (schema.type === 'boolean') return true
    if (schema.enum && !schema.enum.includes(TEXTS[name])) return schema.enum[0]
    if (name in TEXTS && (TEXTS[name] !== '' || !schema.minLength)) return TEXTS[name]
    if (name === 'key') return operation.id.endsWith('Field') ? `a${tail()}` : `A${tail().toUpperCase()}`
    if (name === 'slug' || name === 'id') return `a${tail()}`
    return name === 'query' || name === 'words' ? mark : `text ${tail()}`
  }

  return object(schemaOf(operation))
}

function tail(): string {
  return newId().slice(-8)
}
