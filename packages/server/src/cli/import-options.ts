import {
  type ImportColumn,
  type ImportMapping,
  type ImportView,
  importMapping,
  type TableProfile,
} from '@millrace/contract'
import { expectOneFile, readCommandLine, UsageFault } from './command.ts'

/** What `millrace import` was asked for. */
export type ImportOptions = {
  readonly file: string
  readonly organisation: string
  readonly email: string
  readonly target: { readonly containerKey: string } | Extract<ImportMapping['target'], { kind: 'new' }>
  /** Field, with details after a colon, by column name or number from 1. */
  readonly map: readonly (readonly [column: string, field: string])[]
  /** Of a spreadsheet: its name, or number from 1. */
  readonly sheet: string | undefined
  readonly isDryRun: boolean
  readonly isApproved: boolean
}

const FIELDS = importMapping.shape.columns.unwrap().element.shape.field.options

const OPTIONS = {
  organisation: { type: 'string' },
  as: { type: 'string' },
  container: { type: 'string' },
  new: { type: 'string' },
  map: { type: 'string', multiple: true },
  sheet: { type: 'string' },
  'dry-run': { type: 'boolean', default: false },
  yes: { type: 'boolean', default: false },
} as const // As the command line is read by it.

/** Reads the command line. @throws UsageFault */
export function readImportOptions(args: readonly string[]): ImportOptions {
  const { values, positionals } = readCommandLine(args, OPTIONS)
  const file = expectOneFile(positionals)
  const { organisation, as: email } = values
  if (organisation === undefined || email === undefined)
    throw new UsageFault('--organisation and --as are needed')
  return {
    file,
    organisation,
    email,
    target: readTarget(values),
    map: (values.map ?? []).map(readPair),
    sheet: values.sheet,
    isDryRun: values['dry-run'],
    isApproved: values.yes,
  }
}

function readTarget(values: {
  readonly container?: string | undefined
  readonly new?: string | undefined
}): ImportOptions['target'] {
  const { container, new: made } = values
  if ((container === undefined) === (made === undefined))
    throw new UsageFault('either --container or --new is needed')
  if (container !== undefined) return { containerKey: container }
  const [containerKind, key, ...name] = (made ?? '').split(':')
  const target = importMapping.shape.target.safeParse({
    kind: 'new',
    containerKind,
    key,
    name: name.join(':'),
  })
  if (target.success && target.data.kind === 'new') return target.data
  throw new UsageFault('--new is KIND:KEY:NAME, such as project:TWR:Tower')
}

function readPair(text: string): readonly [string, string] {
  const at = text.lastIndexOf('=')
  if (at <= 0) throw new UsageFault(`--map ${text}: column=field is expected`)
  return [text.slice(0, at), text.slice(at + 1)]
}

/** The proposed columns, changed as the command line says. @throws UsageFault */
export function mapColumns(profile: TableProfile | null, map: ImportOptions['map']): readonly ImportColumn[] {
  if (!profile) {
    if (map.length > 0) throw new UsageFault('--map is for tables only')
    return []
  }
  const columns = new Map(profile.mapping.map((column) => [column.column, column]))
  for (const [name, text] of map) {
    const column = profile.columns.find((one) => one.name === name)?.index ?? Number(name) - 1
    const field = FIELDS.find((known) => known === text)
    if (!columns.has(column)) throw new UsageFault(`--map ${name}: the file has no such column`)
    if (!field || field === 'custom')
      throw new UsageFault(
        `--map ${name}=${text}: a field is one of ${FIELDS.filter((one) => one !== 'custom').join(', ')}`,
      )
    // What was proposed for a field gives way to what was asked for.
    for (const [other, proposed] of columns)
      if (proposed.field === field && field !== 'labels')
        columns.set(other, { column: other, field: 'ignore' })
    columns.set(column, { ...columns.get(column), column, field })
  }
  return [...columns.values()]
}

/** The place of the sheet that was asked for, among those with something in them. @throws UsageFault */
export function chooseSheet(profile: ImportView['profile'], wanted: string | undefined): number | undefined {
  if (wanted === undefined) return undefined
  const sheets = profile?.format === 'xlsx' ? profile.sheets : []
  const found = sheets.find(({ name }) => name === wanted) ?? sheets[Number(wanted) - 1]
  if (found) return found.sheet
  throw new UsageFault(
    `--sheet ${wanted}: the file has ${sheets.map(({ name }) => name).join(', ') || 'no sheets'}`,
  )
}
