import type {
  AreaOfInterest,
  Blocker,
  FieldValue,
  Priority,
  StateGroup,
  WaitingFor,
  WorkItem,
} from '@millrace/core/work'
import { searchColumnsOf } from '@millrace/core/work'

/** A work item as its table row, read with `ITEM_COLUMNS`. Moments are milliseconds, days are text. */
export type ItemRow = {
  readonly id: string
  readonly key: string
  readonly container_ids: readonly string[]
  readonly type_id: string
  readonly title: string
  readonly description: string
  readonly state_id: string
  readonly state_group: StateGroup
  readonly area: AreaOfInterest
  readonly parent_id: string | null
  readonly rank: string
  readonly priority: Priority
  readonly responsible_id: string | null
  readonly accountable_id: string | null
  readonly requester_id: string | null
  readonly team_id: string | null
  readonly starts_on: string | null
  readonly due_on: string | null
  readonly effort_min: number | null
  readonly effort_low_min: number | null
  readonly effort_high_min: number | null
  readonly cost_of_delay_minor: number | null
  readonly role: string | null
  readonly practice: string | null
  readonly resources: string | null
  readonly artifact: string | null
  readonly is_milestone: boolean
  readonly label_ids: readonly string[]
  readonly fields: Readonly<Record<string, FieldValue>>
  readonly waiting_for: WaitingFor | null
  readonly open_blockers: readonly Blocker[]
  readonly child_count: number
  readonly child_done_count: number
  readonly line_count: number
  readonly line_done_count: number
  readonly started_at: number | null
  readonly finished_at: number | null
  readonly accepted_at: number | null
  readonly noticed_at: number | null
  readonly archived_at: number | null
  readonly created_at: number
  readonly created_by: string | null
  readonly updated_at: number
  readonly state_since: number
  readonly own_seen_by: readonly string[] | null
  readonly seen_by: readonly string[] | null
  readonly version: number
}

const COLUMNS = [
  'id',
  'key',
  'container_ids',
  'type_id',
  'title',
  'description',
  'state_id',
  'state_group',
  'area',
  'parent_id',
  'rank',
  'priority',
  'responsible_id',
  'accountable_id',
  'requester_id',
  'team_id',
  'starts_on',
  'due_on',
  'effort_min',
  'effort_low_min',
  'effort_high_min',
  'cost_of_delay_minor',
  'role',
  'practice',
  'resources',
  'artifact',
  'is_milestone',
  'label_ids',
  'fields',
  'waiting_for',
  'open_blockers',
  'child_count',
  'child_done_count',
  'line_count',
  'line_done_count',
  'started_at',
  'finished_at',
  'accepted_at',
  'noticed_at',
  'archived_at',
  'created_at',
  'created_by',
  'updated_at',
  'state_since',
  'own_seen_by',
  'seen_by',
  'version',
] as const

/** The columns of `work_item w` that make a work item. */
export const ITEM_COLUMNS = COLUMNS.map((column) => `w.${column}`).join(', ')

/** The same, of own fields without those whose ids are bound at a place as `text[]`; null: with all of them. */
export function itemColumnsWithout(place: `$${number}`): string {
  const fields = `case when ${place}::text[] is null then w.fields else w.fields - ${place}::text[] end as fields`
  return COLUMNS.map((column) => (column === 'fields' ? fields : `w.${column}`)).join(', ')
}

/** The fields of a work item in the order of `ITEM_COLUMNS`. */
export const ITEM_FIELDS_IN_ORDER = COLUMNS.map(
  // Columns are named after the fields; the types of `toItem` hold both lists together.
  (column) => column.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase()) as keyof WorkItem,
)

/** The work item of a row. */
export function toItem(row: ItemRow): WorkItem {
  return {
    id: row.id,
    key: row.key,
    containerIds: row.container_ids,
    typeId: row.type_id,
    title: row.title,
    description: row.description,
    stateId: row.state_id,
    stateGroup: row.state_group,
    area: row.area,
    parentId: row.parent_id,
    rank: row.rank,
    priority: row.priority,
    responsibleId: row.responsible_id,
    accountableId: row.accountable_id,
    requesterId: row.requester_id,
    teamId: row.team_id,
    startsOn: row.starts_on,
    dueOn: row.due_on,
    effortMin: row.effort_min,
    effortLowMin: row.effort_low_min,
    effortHighMin: row.effort_high_min,
    costOfDelayMinor: row.cost_of_delay_minor,
    role: row.role,
    practice: row.practice,
    resources: row.resources,
    artifact: row.artifact,
    isMilestone: row.is_milestone,
    labelIds: row.label_ids,
    fields: row.fields,
    waitingFor: row.waiting_for,
    openBlockers: row.open_blockers,
    childCount: row.child_count,
    childDoneCount: row.child_done_count,
    lineCount: row.line_count,
    lineDoneCount: row.line_done_count,
    startedAt: row.started_at,
    finishedAt: row.finished_at,
    acceptedAt: row.accepted_at,
    noticedAt: row.noticed_at,
    archivedAt: row.archived_at,
    createdAt: row.created_at,
    createdBy: row.created_by,
    updatedAt: row.updated_at,
    stateSince: row.state_since,
    ownSeenBy: row.own_seen_by,
    seenBy: row.seen_by,
    version: row.version,
  }
}

/** The row of a work item as JSON for the store, without the counts that the store itself keeps. */
export function toRow(item: WorkItem) {
  const { titleFold, searchText, folds } = searchColumnsOf(item)
  return {
    id: item.id,
    key: item.key,
    home_container_id: item.containerIds[0],
    container_ids: item.containerIds,
    type_id: item.typeId,
    title: item.title,
    description: item.description,
    state_id: item.stateId,
    state_group: item.stateGroup,
    area: item.area,
    parent_id: item.parentId,
    rank: item.rank,
    priority: item.priority,
    responsible_id: item.responsibleId,
    accountable_id: item.accountableId,
    requester_id: item.requesterId,
    team_id: item.teamId,
    starts_on: item.startsOn,
    due_on: item.dueOn,
    effort_min: item.effortMin,
    effort_low_min: item.effortLowMin,
    effort_high_min: item.effortHighMin,
    cost_of_delay_minor: item.costOfDelayMinor,
    role: item.role,
    practice: item.practice,
    resources: item.resources,
    artifact: item.artifact,
    is_milestone: item.isMilestone,
    label_ids: item.labelIds,
    fields: item.fields,
    waiting_for: item.waitingFor,
    open_blockers: item.openBlockers,
    started_at: iso(item.startedAt),
    finished_at: iso(item.finishedAt),
    accepted_at: iso(item.acceptedAt),
    noticed_at: iso(item.noticedAt),
    archived_at: iso(item.archivedAt),
    created_at: iso(item.createdAt),
    created_by: item.createdBy,
    updated_at: iso(item.updatedAt),
    state_since: iso(item.stateSince),
    own_seen_by: item.ownSeenBy,
    seen_by: item.seenBy,
    version: item.version,
    title_fold: titleFold,
    search_text: searchText,
    folds,
  }
}

function iso(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString()
}
