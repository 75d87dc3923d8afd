import type { WorkItem } from '@millrace/core/work'
import { guardCell } from '@millrace/formats/csv'
import type { Column } from './columns/column.ts'
import type { Lookup } from './lookup.ts'

type Table = readonly (readonly string[])[]

/** Items as a table that spreadsheet programs and letters take in when it is pasted. */
export function tableOf(items: readonly WorkItem[], columns: readonly Column[], lookup: Lookup): Table {
  return [
    columns.map(({ name }) => name),
    ...items.map((item) =>
      columns.map((column) => {
        const text = column.text(item, lookup)
        // What people wrote could be taken for a formula; numbers of ours are meant to be numbers.
        return column.align === 'end' ? text : guardCell(text)
      }),
    ),
  ]
}

/** As text with tabs, where a cell is a line. */
export function asText(table: Table): string {
  return table.map((row) => row.map((cell) => cell.replace(/[\t\r\n]+/g, ' ')).join('\t')).join('\n')
}

/** As a table of HTML; its first row is the header. */
export function asHtml(table: Table): string {
  const rows = table.map((row, index) => {
    const tag = index === 0 ? 'th' : 'td'
    return `<tr>${row.map((cell) => `<${tag}>${escaped(cell)}</${tag}>`).join('')}</tr>`
  })
  return `<table>${rows.join('')}</table>`
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '<br>',
}

function escaped(text: string): string {
  return text.replace(/[&<>"\n]/g, (sign) => ESCAPES[sign] ?? sign)
}

/** Puts a table on the clipboard, in both forms. */
export async function copyTable(table: Table): Promise<void> {
  const form = (type: string, text: string) => [type, new Blob([text], { type })] as const
  const forms = [form('text/plain', asText(table)), form('text/html', asHtml(table))]
  await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(forms))])
}
