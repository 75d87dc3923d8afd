import type { WorkItem } from '@millrace/core/work'
import { splitRecord } from '../../platform/db/split-record.ts'
import { readIds, readInstant } from '../../platform/db/value-readers.ts'
import { type ItemRow, toItem } from './item-row.ts'

type Readers = { readonly [Column in keyof ItemRow]: (text: string) => ItemRow[Column] }

const asIs = <Text extends string>(text: string): Text => text as Text // The store wrote it as that.
const readJson = <Value>(text: string): Value => JSON.parse(text) as Value // As above.
const isTrue = (text: string): boolean => text === 't'

/** How the text of each column is read, in the order of the record. */
const READERS: Readers = {
  id: asIs,
  key: asIs,
  container_ids: readIds,
  type_id: asIs,
  title: asIs,
  description: asIs,
  state_id: asIs,
  state_group: asIs,
  area: asIs,
  parent_id: asIs,
  rank: asIs,
  priority: readJson,
  responsible_id: asIs,
  accountable_id: asIs,
  requester_id: asIs,
  team_id: asIs,
  starts_on: asIs,
  due_on: asIs,
  effort_min: Number,
  effort_low_min: Number,
  effort_high_min: Number,
  cost_of_delay_minor: Number,
  role: asIs,
  practice: asIs,
  resources: asIs,
  artifact: asIs,
  is_milestone: isTrue,
  label_ids: readIds,
  fields: readJson,
  waiting_for: readJson,
  open_blockers: readJson,
  child_count: Number,
  child_done_count: Number,
  line_count: Number,
  line_done_count: Number,
  started_at: readInstant,
  finished_at: readInstant,
  accepted_at: readInstant,
  noticed_at: readInstant,
  archived_at: readInstant,
  created_at: readInstant,
  created_by: asIs,
  updated_at: readInstant,
  state_since: readInstant,
  own_seen_by: readIds,
  seen_by: readIds,
  version: Number,
}

const COLUMNS = Object.entries<(text: string) => unknown>(READERS)

/** A work item of `work_item w` as one text, for `readItem`: where an answer has few of them. */
export const ITEM_RECORD = `row(${COLUMNS.map(([column]) => `w.${column}`).join(', ')})::text`

/** The work item that a text selected as `ITEM_RECORD` tells of. */
export function readItem(record: string): WorkItem {
  const texts = splitRecord(record)
  const values = COLUMNS.map(([column, read], index) => {
    const text = texts[index] ?? null
    return [column, text === null ? null : read(text)] as const
  })
  return toItem(Object.fromEntries(values) as ItemRow) // The readers are those of its columns.
}
