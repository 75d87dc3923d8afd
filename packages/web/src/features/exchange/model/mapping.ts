import type { ImportColumn, ImportMapping, ImportProfile } from '@millrace/contract'
import { tableOf } from './table-of.ts'

/** What a mapping begins with: the proposed columns, into a new container named after the file. */
export function firstMapping(
  profile: ImportProfile,
  fileName: string,
  takenKeys: ReadonlySet<string>,
): ImportMapping {
  const title = 'title' in profile ? titleOf(profile.title) : ''
  const name = title === '' ? nameOf(fileName) : title
  const key = 'key' in profile ? (profile.key ?? '') : ''
  return {
    target: {
      kind: 'new',
      containerKind: profile.format === 'mspdi' ? 'project' : 'list',
      key: key === '' || takenKeys.has(key) ? freeKey(name, takenKeys) : key,
      name,
      subject: null,
      wishedEndState: null,
    },
    columns: tableOf(profile)?.mapping ?? [],
    typeId: null,
    people: 'placeholder',
  }
}

/** The mapping with one column meaning something else. A field that takes one column leaves the other. */
export function withColumn(mapping: ImportMapping, changed: ImportColumn): ImportMapping {
  const others = mapping.columns.filter((each) => each.column !== changed.column)
  const freed = others.map((each) =>
    isTaken(each, changed) ? ({ column: each.column, field: 'ignore' } as const) : each,
  )
  return { ...mapping, columns: [...freed, changed].toSorted((a, b) => a.column - b.column) }
}

/** What stands in the way of a dry run, as the name of the missing part; null: nothing. */
export function missingPart(mapping: ImportMapping, format: ImportProfile['format']): string | null {
  const { target } = mapping
  const isTable = format === 'csv' || format === 'xlsx'
  if (isTable && !mapping.columns.some((each) => each.field === 'title')) return 'title'
  if (target.kind === 'existing') return target.containerId === '' ? 'container' : null
  if (target.name.trim() === '') return 'name'
  if (!/^[A-Z][A-Z0-9]{1,9}$/.test(target.key)) return 'key'
  if (target.containerKind !== 'case') return null
  return !target.subject || !target.wishedEndState ? 'subject' : null
}

/** A key of capital letters from a name, with a number when it is taken. */
export function freeKey(name: string, taken: ReadonlySet<string>): string {
  const words = name
    .normalize('NFKD')
    .toUpperCase()
    .replace(/[^A-Z0-9 ]/g, '')
    .split(' ')
    .filter(Boolean)
  const initials = words.length > 1 ? words.map((word) => word[0]).join('') : (words[0] ?? '')
  const letters = initials.replace(/^\d+/, '').slice(0, 4)
  const base = letters.length > 1 ? letters : `${letters}IMP`.slice(0, 4)
  for (let number = 1; ; number++) {
    const key = number === 1 ? base : `${base}${String(number)}`
    if (!taken.has(key)) return key
  }
}

function isTaken(one: ImportColumn, by: ImportColumn): boolean {
  if (by.field === 'ignore' || by.field === 'labels' || one.field !== by.field) return false
  return by.field !== 'custom' || one.fieldId === by.fieldId
}

/** Microsoft Project takes the name of the file for a title until somebody writes one. */
function titleOf(title: string): string {
  return /\.(?:mpp|xml)$/i.test(title) ? nameOf(title) : title
}

function nameOf(fileName: string): string {
  return (
    fileName
      .replace(/\.[^.]+$/, '')
      .replace(/[_-]+/g, ' ')
      .trim() || fileName
  )
}
