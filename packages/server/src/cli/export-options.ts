import { extname } from 'node:path'
import { EXPORT_MEDIA, type ExportFormat } from '@millrace/contract'
import { readCommandLine, UsageFault } from './command.ts'

/** What `millrace export` was asked for. */
export type ExportOptions = {
  readonly query: string
  readonly organisation: string
  readonly email: string
  readonly file: string
  readonly format: ExportFormat
  readonly columns: string | undefined
  readonly archived: 'no' | 'only' | 'also'
}

const ARCHIVED = ['no', 'only', 'also'] as const
// Its own keys.
const FORMATS = Object.keys(EXPORT_MEDIA) as readonly ExportFormat[]

const OPTIONS = {
  organisation: { type: 'string' },
  as: { type: 'string' },
  to: { type: 'string' },
  format: { type: 'string' },
  columns: { type: 'string' },
  archived: { type: 'string', default: 'no' },
} as const // As the command line is read by it.

/** Reads the command line. @throws UsageFault */
export function readExportOptions(args: readonly string[]): ExportOptions {
  const { values, positionals } = readCommandLine(args, OPTIONS)
  const [query = '', ...more] = positionals
  if (more.length > 0) throw new UsageFault('one query is expected; put it in quotes')
  const { organisation, as: email, to: file } = values
  if (organisation === undefined || email === undefined || file === undefined)
    throw new UsageFault('--organisation, --as and --to are needed')
  const archived = ARCHIVED.find((one) => one === values.archived)
  if (archived === undefined) throw new UsageFault(`--archived is one of ${ARCHIVED.join(', ')}`)
  const format = formatOf(values.format ?? extname(file).slice(1))
  return { query, organisation, email, file, format, columns: values.columns, archived }
}

function formatOf(text: string): ExportFormat {
  const format = FORMATS.find((one) => one === text.toLowerCase())
  if (!format) throw new UsageFault(`--format is one of ${FORMATS.join(', ')}; else the file ends in one`)
  return format
}
