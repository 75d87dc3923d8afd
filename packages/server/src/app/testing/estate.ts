import type { OutputOf, operations } from '@millrace/contract'
import { writeLinearModel } from '@millrace/formats/bpmn'
import { newId } from '../../platform/ids.ts'
import { carryOut } from './carry-out.ts'
import type { Member, WholeServer } from './whole-server.ts'

/** Kinds of things that an operation can name. */
export type Kind =
  | 'organisation'
  | 'person'
  | 'team'
  | 'type'
  | 'field'
  | 'label'
  | 'view'
  | 'project'
  | 'process'
  | 'case'
  | 'grant'
  | 'item'
  | 'otherItem'
  | 'caseItem'
  | 'blocker'
  | 'relation'
  | 'step'
  | 'form'
  | 'instance'
  | 'bulk'
  | 'phase'
  | 'risk'
  | 'baseline'
  | 'calendar'
  | 'resource'
  | 'assignment'
  | 'comment'
  | 'checklist'
  | 'line'
  | 'token'
  | 'invitation'
  | 'importRun'
  | 'organisationExport'
  | 'file'
  | 'notification'
  | 'reminder'
  | 'favourite'
  | 'timeEntry'
  | 'provider'
  | 'template'
  | 'decision'
  | 'decisionCase'
  | 'caseTemplate'
  | 'job'
  | 'level'
  | 'schedule'
  | 'practice'
  | 'artifactType'
  | 'artifactState'
  | 'adoption'
  | 'artifact'

/** One of everything: the id of each, and the texts that tell it from everything else. */
export type Estate = { readonly ids: Readonly<Record<Kind, string>>; readonly mark: string }

/** Things of a whole organisation, which only those who run it can make. */
export type Common = Readonly<
  Record<
    | 'team'
    | 'type'
    | 'field'
    | 'label'
    | 'practice'
    | 'artifactType'
    | 'artifactState'
    | 'adoption'
    | 'caseTemplate',
    string
  >
>

let serial = 0

function modelOf(mark: string): string {
  const step = { id: 'step', name: `${mark} step`, formKey: 'order' }
  return writeLinearModel({ id: 'process', name: mark, steps: [step] })
}

/** What people of an organisation share, made by its owner. */
export async function makeCommon(server: WholeServer, owner: Member, mark: string): Promise<Common> {
  const common = fresh(
    ...(['team', 'type', 'field', 'label', 'practice', 'artifactType', 'artifactState', 'adoption'] as const),
    'caseTemplate',
  )
  const states = [
    { id: 'ready', name: 'Ready', group: 'ready', wipLimit: null },
    { id: 'done', name: 'Done', group: 'done', wipLimit: null },
  ]
  const type = { id: common.type, name: `${mark} type`, workflow: { states, moves: 'any' } }
  await carryOut(server, owner, [
    ['identity.createTeam', { id: common.team, name: `${mark} team` }],
    ['work.createType', type],
    ['work.createField', { id: common.field, key: `f${serial++}`, name: `${mark} field`, kind: 'text' }],
    ['work.createLabel', { id: common.label, name: `${mark} label ${serial++}` }],
    [
      'practice.saveArtifactType',
      {
        ...{ id: common.artifactType, name: `${mark} artifact` },
        states: [{ id: common.artifactState, name: `${mark} state`, checkpoints: [`${mark} question`] }],
      },
    ],
    [
      'practice.savePractice',
      {
        ...{ id: common.practice, name: `${mark} practice`, areas: ['2.3'], outputs: [common.artifactState] },
        ...{ roles: [{ name: `${mark} role` }], description: { body: `${mark} words` } },
      },
    ],
    ['practice.publishPractice', { id: common.practice, note: `${mark} note` }],
    [
      'practice.chooseForTeam',
      { id: common.adoption, practiceId: common.practice, teamId: common.team, reviewDays: 90 },
    ],
    ['practice.reviewAdoption', { id: common.adoption, note: `${mark} note` }],
    ['case.saveTemplate', { id: common.caseTemplate, name: `${mark} plan ${serial++}`, model: CASE_MODEL }],
  ])
  return common
}

/** A plan for cases in which nothing is. */
export const CASE_MODEL = { id: 'case', name: 'Plan', root: {} }

const SHIFTS = [{ from: 480, to: 960 }]
/** A calendar that makes sense. */
export const WORKING_DAYS = {
  timeZone: 'UTC',
  week: [SHIFTS, SHIFTS, SHIFTS, SHIFTS, SHIFTS, [], []],
  periods: [],
  exceptions: [],
}

/** A decision that says what it is asked with. */
function dmnOf(mark: string): string {
  return `<definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" name="${mark}" namespace="${mark}">
  <decision id="d" name="${mark} decision"><literalExpression><text>mark</text></literalExpression></decision>
</definitions>`
}

/** Makes one of everything in private containers of the owner, with the mark in every text. */
export async function makeEstate(
  server: WholeServer,
  owner: Member,
  { common, mark }: { readonly common: Common; readonly mark: string },
): Promise<Estate> {
  const { personId, organisationId } = owner
  const id = fresh(
    ...(['view', 'project', 'process', 'case', 'grant', 'item', 'otherItem', 'caseItem', 'blocker'] as const),
    ...([
      'relation',
      'form',
      'instance',
      'bulk',
      'phase',
      'risk',
      'baseline',
      'calendar',
      'resource',
      'assignment',
      'comment',
      'token',
    ] as const),
    ...([
      'importRun',
      'organisationExport',
      'file',
      'checklist',
      'line',
      'notification',
      'reminder',
      'favourite',
      'timeEntry',
      'template',
      'invitation',
      'provider',
      'decision',
      'decisionCase',
      'job',
      'level',
      'schedule',
      'artifact',
    ] as const),
  )
  const container = (kind: 'project' | 'process' | 'case') => ({
    ...{ id: id[kind], kind, key: `K${serial++}`, visibility: 'private', defaultTypeId: common.type },
    ...{
      name: `${mark} ${kind}`,
      description: `${mark} words`,
      ...(kind === 'case' ? { subject: mark, wishedEndState: mark } : {}),
    },
  })
  const item = (itemId: string, containerId: string) => ({
    ...{ id: itemId, containerId, title: `${mark} item`, description: `${mark} words`, stateId: 'ready' },
    ...{ labelIds: [common.label], responsibleId: personId, fields: { [common.field]: `${mark} value` } },
  })
  await carryOut(server, owner, [
    ['work.createContainer', container('project')],
    ['work.createContainer', container('process')],
    ['work.createContainer', container('case')],
    ['work.grantAccess', { id: id.grant, containerId: id.project, teamId: common.team, role: 'viewer' }],
    ['work.createItem', item(id.item, id.project)],
    ['work.createItem', item(id.otherItem, id.project)],
    ['work.createItem', item(id.caseItem, id.case)],
    ['work.blockItem', { id: id.item, blockerId: id.blocker, reason: 'decision', note: `${mark} note` }],
    ['work.relateItems', { id: id.relation, fromId: id.item, toId: id.otherItem, kind: 'precedes' }],
    [
      'process.saveForm',
      {
        ...{ id: id.form, containerId: id.process, key: 'order', name: `${mark} form` },
        schema: { parts: [{ kind: 'text', key: 'what', label: `${mark} label` }] },
      },
    ],
    ['process.publishModel', { containerId: id.process, xml: modelOf(mark), note: `${mark} note` }],
    ['process.setServiceLevel', { id: id.level, containerId: id.process, deadline: 'P2D' }],
    [
      'process.saveSchedule',
      {
        ...{ id: id.schedule, containerId: id.process, title: `${mark} maintenance` },
        rule: { kind: 'days', minute: 0, anchorOn: '2026-10-01', rule: { kind: 'daily', every: 1 } },
      },
    ],
    ['process.startInstance', { id: id.instance, containerId: id.process, title: `${mark} instance` }],
    [
      'process.repairInstances',
      {
        ...{ id: id.bulk, containerId: id.process, which: { ids: [id.instance] }, reason: `${mark} reason` },
        act: { kind: 'retry' },
      },
    ],
    [
      'process.saveDecision',
      { id: id.decision, containerId: id.process, name: `${mark} decision`, dmn: dmnOf(mark) },
    ],
    [
      'process.saveDecisionCase',
      {
        ...{ id: id.decisionCase, decisionId: id.decision, key: 'd', name: `${mark} example` },
        ...{ inputs: { mark }, expected: mark },
      },
    ],
    ['process.publishDecision', { id: id.decision, note: `${mark} note` }],
    ['process.evaluateDecision', { containerId: id.process, key: 'd', inputs: { mark } }],
    [
      'case.addPlanItem',
      {
        containerId: id.case,
        planItemId: 'step',
        kind: 'humanTask',
        name: `${mark} step`,
        itemId: id.caseItem,
      },
    ],
    ...casePlan(id.case, mark),
    [
      'practice.saveArtifact',
      { id: id.artifact, containerId: id.project, typeId: common.artifactType, name: `${mark} artifact` },
    ],
    ['practice.askFor', { itemId: id.item, artifactId: id.artifact, stateId: common.artifactState }],
    ['schedule.addPhase', { id: id.phase, containerId: id.project, name: `${mark} phase` }],
    [
      'schedule.saveGate',
      {
        ...{ phaseId: id.phase, name: `${mark} gate`, dueOn: null, deciderId: personId },
        criteria: [{ id: 'one', text: `${mark} criterion` }],
      },
    ],
    [
      'schedule.saveRisk',
      {
        ...{ id: id.risk, containerId: id.project, title: `${mark} risk`, probability: 0.5 },
        ...{ delayLowMin: 0, delayHighMin: 480, costLowMinor: 0, costHighMinor: 0, itemIds: [id.item] },
      },
    ],
    ['schedule.takeBaseline', { id: id.baseline, containerId: id.project, name: `${mark} baseline` }],
    [
      'schedule.saveCalendar',
      {
        id: id.calendar,
        containerId: id.project,
        baseId: null,
        name: `${mark} days`,
        definition: WORKING_DAYS,
      },
    ],
    [
      'schedule.saveResource',
      { id: id.resource, containerId: id.project, kind: 'work', name: `${mark} crew` },
    ],
    [
      'schedule.assign',
      { id: id.assignment, containerId: id.project, itemId: id.item, resourceId: id.resource },
    ],
    ['discussion.addComment', { id: id.comment, itemId: id.item, body: `${mark} comment` }],
    ['work.addChecklist', { id: id.checklist, itemId: id.item, name: `${mark} list` }],
    ['work.addChecklistLine', { id: id.line, checklistId: id.checklist, text: `${mark} line` }],
    ['work.saveView', { id: id.view, containerId: id.project, name: `${mark} view`, settings: {} }],
    [
      'cost.addTime',
      { id: id.timeEntry, itemId: id.item, day: '2026-10-01', minutes: 30, note: `${mark} time` },
    ],
    [
      'work.saveTemplate',
      {
        ...{ id: id.template, name: `${mark} template`, placeId: id.project },
        from: { kind: 'item', itemId: id.item },
      },
    ],
    ['work.addFavourite', { id: id.favourite, kind: 'item', targetId: id.item }],
    [
      'notify.setReminder',
      { id: id.reminder, itemId: id.item, remindAt: Date.now() + 86_400_000, note: mark },
    ],
    [
      'identity.createInvitation',
      {
        ...{ id: id.invitation, email: `${mark}@nowhere.example`, orgRole: 'guest' },
        containers: [{ containerId: id.project, role: 'viewer' }],
      },
    ],
    ['identity.createToken', { id: id.token, name: `${mark} token`, scopes: ['read'] }],
  ])
  await addUploads(server, owner, { id, mark })
  const step = await firstStepOf(server, owner, id.process)
  return { ids: { ...id, ...common, step, person: personId, organisation: organisationId }, mark }
}

/** What comes in by upload, or by what others do, is put straight into its tables: its content does not matter here. */
async function addUploads(
  { database: { owner: behind } }: WholeServer,
  { organisationId, personId }: Member,
  {
    id,
    mark,
  }: {
    readonly id: Readonly<
      Record<
        | 'file'
        | 'importRun'
        | 'instance'
        | 'item'
        | 'job'
        | 'notification'
        | 'organisationExport'
        | 'process'
        | 'project'
        | 'provider',
        string
      >
    >
    readonly mark: string
  },
): Promise<void> {
  await behind.pool.query(
    `insert into file (organisation_id, id, item_id, name, media_type, size_bytes, sha256, uploaded_by, uploaded_at)
     values ($1, $2, $3, $4, 'text/plain', 1, 'none', $5, now())`,
    [organisationId, id.file, id.item, `${mark}.txt`, personId],
  )
  await behind.pool.query(
    `insert into import_run (organisation_id, id, format, file_name, file_key, file_size, started_by, state, container_id, created_at, updated_at)
     values ($1, $2, 'csv', $3, 'none', 1, $4, 'review', $5, now(), now())`,
    [organisationId, id.importRun, `${mark}.csv`, personId, id.project],
  )
  await behind.pool.query(
    `insert into organisation_export (organisation_id, id, state, started_by, report, created_at, expires_at)
     values ($1, $2, 'failed', $3, $4, now(), now() + interval '1 day')`,
    [organisationId, id.organisationExport, personId, JSON.stringify({ name: mark })],
  )
  await behind.pool.query(
    `insert into notification (organisation_id, id, person_id, item_id, reason, is_mention, events, last_at)
     values ($1, $2, $3, $4, 'addressed', true, $5, now())`,
    [organisationId, id.notification, personId, id.item, JSON.stringify([lineEvent(mark)])],
  )
  await behind.pool.query(
    `insert into process_job (organisation_id, id, instance_id, process_id, token_id, node, kind, topic, state, due_at, retries,
       back_off, idempotency_key, payload, fault, created_at)
     values ($1, $2, $3, $4, 90, 'step', 'worker', $5, 'failed', now(), 0, '{"kind": "list", "waitsMs": [0]}', 'none',
       '{"headers": {}, "variables": {}}', $5, now())`,
    [organisationId, id.job, id.instance, id.process, `${mark} topic`],
  )
  await behind.pool.query(
    `insert into auth_provider (organisation_id, id, name, issuer, client_id, domains, admits, admitted_role,
       trusts_email, proves_factor, is_listed, is_enabled, created_at)
     values ($1, $2, $3, $3, $3, array[$3], 'known', 'guest', false, false, false, true, now())`,
    [organisationId, id.provider, mark],
  )
}

function lineEvent(mark: string) {
  return { id: newId(), kind: 'reminder', at: 0, personId: null, commentId: null, facts: { note: mark } }
}

function fresh<Name extends string>(...names: readonly Name[]): Record<Name, string> {
  // One id for each name, and no other names.
  return Object.fromEntries(names.map((name) => [name, newId()])) as Record<Name, string>
}

/** Steps get their ids from the model, when it is published. */
async function firstStepOf(server: WholeServer, owner: Member, processId: string): Promise<string> {
  const path = `/api/v1/o/${owner.organisationId}/processes/${processId}`
  const { body } = await server.ask(owner, { path })
  // The answer of this very operation.
  const [step] = (body as unknown as OutputOf<(typeof operations)['process.getProcess']>).steps
  if (!step) throw new Error('the process of the estate has no step')
  return step.id
}

/** A plan in which something is to come, and something waits for two events, one of which has happened. */
function casePlan(containerId: string, mark: string): readonly (readonly [string, object])[] {
  const itemId = newId()
  const on = (sourceId: string, transition: string) => ({ on: 'plan', sourceId, transition })
  const both = { id: 'both_come', onParts: [on('bell', 'occur'), on('step', 'terminate')] }
  const add = (planItemId: string, kind: string, more: object = {}) =>
    ['case.addPlanItem', { containerId, planItemId, kind, name: `${mark} ${planItemId}`, ...more }] as const
  return [
    ['work.createItem', { id: itemId, containerId, title: `${mark} later` }],
    add('stage', 'stage', { manualActivation: 'true' }),
    add('later', 'humanTask', { stageId: 'stage', itemId }),
    add('bell', 'userListener'),
    add('both', 'humanTask', { entry: [both] }),
    ['case.actOnPlanItem', { containerId, planItemId: 'bell', act: 'occur' }],
  ]
}
