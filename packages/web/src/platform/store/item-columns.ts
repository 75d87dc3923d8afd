import type { BootstrapView, ItemColumn, ItemColumns, ItemView } from '@millrace/contract'

/** A snapshot as it travels: its items are columns. */
export type PackedSnapshot = Omit<BootstrapView, 'items'> & { readonly items?: unknown }

/** The snapshot with its items as rows. */
export function withRows(snapshot: PackedSnapshot): BootstrapView {
  const { items, ...rest } = snapshot
  // The contract's own output, whose columns zod cannot name one by one.
  return items === undefined ? rest : { ...rest, items: rowsOf(items as ItemColumns) }
}

function rowsOf(columns: ItemColumns): readonly ItemView[] {
  return columns.id.map((_, at) => rowOf(columns, at))
}

/**
 * Written out field by field: objects that are filled under computed names become hash tables in the
 * browser's engine, which take three times the memory and are read much slower.
 */
function rowOf(columns: ItemColumns, at: number): ItemView {
  return {
    id: columns.id[at] as string, // There are as many.
    key: valueAt(columns.key, at),
    containerIds: valueAt(columns.containerIds, at),
    typeId: valueAt(columns.typeId, at),
    title: valueAt(columns.title, at),
    description: valueAt(columns.description, at),
    stateId: valueAt(columns.stateId, at),
    stateGroup: valueAt(columns.stateGroup, at),
    area: valueAt(columns.area, at),
    parentId: valueAt(columns.parentId, at),
    rank: valueAt(columns.rank, at),
    priority: valueAt(columns.priority, at),
    responsibleId: valueAt(columns.responsibleId, at),
    accountableId: valueAt(columns.accountableId, at),
    requesterId: valueAt(columns.requesterId, at),
    teamId: valueAt(columns.teamId, at),
    startsOn: valueAt(columns.startsOn, at),
    dueOn: valueAt(columns.dueOn, at),
    effortMin: valueAt(columns.effortMin, at),
    effortLowMin: valueAt(columns.effortLowMin, at),
    effortHighMin: valueAt(columns.effortHighMin, at),
    costOfDelayMinor: valueAt(columns.costOfDelayMinor, at),
    role: valueAt(columns.role, at),
    practice: valueAt(columns.practice, at),
    resources: valueAt(columns.resources, at),
    artifact: valueAt(columns.artifact, at),
    isMilestone: valueAt(columns.isMilestone, at),
    labelIds: valueAt(columns.labelIds, at),
    fields: valueAt(columns.fields, at),
    waitingFor: valueAt(columns.waitingFor, at),
    openBlockers: valueAt(columns.openBlockers, at),
    childCount: valueAt(columns.childCount, at),
    childDoneCount: valueAt(columns.childDoneCount, at),
    lineCount: valueAt(columns.lineCount, at),
    lineDoneCount: valueAt(columns.lineDoneCount, at),
    startedAt: valueAt(columns.startedAt, at),
    finishedAt: valueAt(columns.finishedAt, at),
    acceptedAt: valueAt(columns.acceptedAt, at),
    noticedAt: valueAt(columns.noticedAt, at),
    archivedAt: valueAt(columns.archivedAt, at),
    createdAt: valueAt(columns.createdAt, at),
    createdBy: valueAt(columns.createdBy, at),
    updatedAt: valueAt(columns.updatedAt, at),
    stateSince: valueAt(columns.stateSince, at),
    ownSeenBy: valueAt(columns.ownSeenBy, at),
    seenBy: valueAt(columns.seenBy, at),
    version: valueAt(columns.version, at),
  }
}

function valueAt<Value>(column: ItemColumn<Value>, at: number): Value {
  // All columns of a snapshot have a value for every item.
  if (!isPacked(column)) return column[at] as Value
  // And a place for every item, unless all have the one value.
  return column.values[column.at?.[at] ?? 0] as Value
}

function isPacked<Value>(column: ItemColumn<Value>): column is Exclude<typeof column, readonly Value[]> {
  return !Array.isArray(column)
}
