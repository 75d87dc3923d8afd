import type { WorkItem } from '@millrace/core/work'
import { notifications } from '../../../../ui/index.ts'
import type { Column } from '../../model/columns/column.ts'
import { copyTable, tableOf } from '../../model/copy-table.ts'
import type { Lookup } from '../../model/lookup.ts'
import { whatOf } from '../../model/what-of.ts'
import { textsExport } from '../../texts-export.ts'

/** Puts items on the clipboard as a table, and says so. */
export async function runCopy(
  items: readonly WorkItem[],
  columns: readonly Column[],
  lookup: Lookup,
): Promise<void> {
  try {
    await copyTable(tableOf(items, columns, lookup))
    notifications.show({ message: textsExport.copied(whatOf(items)) })
  } catch {
    const { copyFailed: title, copyFailedHint: message } = textsExport
    notifications.show({ kind: 'problem', title, message })
  }
}
