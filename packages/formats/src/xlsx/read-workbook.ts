import { err, ok, type Result } from '@millrace/core/kernel'
import { createXmlReader, type XmlHandlers } from '../xml/index.ts'

/** A sheet of a workbook, and where in the package it lies. */
export type SheetPlace = { readonly name: string; readonly path: string; readonly isHidden: boolean }

/** What a workbook tells of itself. */
export type WorkbookShape = {
  readonly sheets: readonly SheetPlace[]
  /** Whether days are counted from 1904, as on a Macintosh once. */
  readonly startsIn1904: boolean
  readonly stringsPath: string | null
  readonly stylesPath: string | null
}

/** Where the workbook of a package lies, from its own relations. */
export const PACKAGE_RELATIONS = '_rels/.rels'

type Relation = { readonly id: string; readonly type: string; readonly path: string }

/**
 * Finds the sheets of a workbook.
 *
 * @param rootRelations the part `_rels/.rels`
 * @returns the path of the workbook; refused with `xlsx.no_workbook` or a code of XML
 * @see ECMA-376-2 §6.5, ECMA-376-1 §18.2
 */
export function findWorkbook(rootRelations: Uint8Array): Result<string> {
  const relations = readRelations(rootRelations, '')
  if (!relations.ok) return relations
  const book = relations.value.find(({ type }) => type === 'officeDocument')
  return book ? ok(book.path) : err({ code: 'xlsx.no_workbook' })
}

/** Where the relations of a part lie. */
export function relationsPath(path: string): string {
  const at = path.lastIndexOf('/') + 1
  return `${path.slice(0, at)}_rels/${path.slice(at)}.rels`
}

/** Reads the workbook part and its relations. @returns refused with `xlsx.no_workbook` or a code of XML */
export function readWorkbook(
  path: string,
  parts: { readonly book: Uint8Array; readonly relations: Uint8Array },
): Result<WorkbookShape> {
  const folder = path.slice(0, path.lastIndexOf('/') + 1)
  const relations = readRelations(parts.relations, folder)
  if (!relations.ok) return relations
  const paths = new Map(relations.value.map((relation) => [relation.id, relation]))
  const sheets: SheetPlace[] = []
  let startsIn1904 = false
  let isWorkbook = false
  const read = readXml(parts.book, (name, attributes) => {
    if (name === 'workbook') isWorkbook = true
    if (name === 'workbookPr') startsIn1904 = /^(1|true)$/.test(attributes['date1904'] ?? '')
    const relation = name === 'sheet' ? paths.get(relationOf(attributes)) : undefined
    // Charts and dialogs are sheets of other kinds.
    if (relation?.type !== 'worksheet') return
    const isHidden = (attributes['state'] ?? 'visible') !== 'visible'
    sheets.push({ name: (attributes['name'] ?? '').slice(0, 100), path: relation.path, isHidden })
  })
  if (!read.ok) return read
  if (!isWorkbook || sheets.length === 0) return err({ code: 'xlsx.no_workbook' })
  const pathOf = (wanted: string) => relations.value.find(({ type }) => type === wanted)?.path ?? null
  return ok({ sheets, startsIn1904, stringsPath: pathOf('sharedStrings'), stylesPath: pathOf('styles') })
}

/** The prefix of `r:id` is the file's own choice. */
function relationOf(attributes: Readonly<Record<string, string>>): string {
  const [, id = ''] = Object.entries(attributes).find(([name]) => /^\w+:id$/.test(name)) ?? []
  return id
}

function readRelations(bytes: Uint8Array, folder: string): Result<readonly Relation[]> {
  const relations: Relation[] = []
  const read = readXml(bytes, (name, { Id = '', Type = '', Target = '', TargetMode }) => {
    if (name !== 'Relationship' || TargetMode === 'External') return
    relations.push({ id: Id, type: Type.slice(Type.lastIndexOf('/') + 1), path: resolve(folder, Target) })
  })
  return read.ok ? ok(relations) : read
}

/** A path within the package, from the folder of the part that names it. */
function resolve(folder: string, target: string): string {
  const steps = target.startsWith('/') ? target.split('/') : `${folder}${target}`.split('/')
  const path: string[] = []
  for (const step of steps) {
    if (step === '..') path.pop()
    else if (step !== '.' && step !== '') path.push(step)
  }
  return path.join('/')
}

/** Reads a small part whole, of which only elements and attributes count. */
export function readXml(bytes: Uint8Array, onOpen: XmlHandlers['onOpen']): Result<undefined> {
  const reader = createXmlReader({ onOpen, onText: () => {}, onClose: () => {} })
  const pushed = reader.push(bytes)
  if (!pushed.ok) return pushed
  const ended = reader.end()
  return ended.ok ? ok(undefined) : ended
}
