import type { Result } from '@millrace/core/kernel'
import {
  type CellContext,
  createStringsReader,
  findWorkbook,
  PACKAGE_RELATIONS,
  readNumberKinds,
  readWorkbook,
  relationsPath,
  type SheetPlace,
} from '@millrace/formats/xlsx'
import type { FileStore } from '../../../platform/files/index.ts'
import { type Archive, openArchive, refuseAs, type StoredFile } from './archive.ts'

/** A spreadsheet in the store, of which any sheet can be read as often as wanted. */
export type Workbook = {
  readonly archive: Archive
  readonly sheets: readonly SheetPlace[]
  /** What its cells refer to. */
  readonly context: CellContext
}

/** More text than this is no table that people fill. */
const STRINGS_MAX_BYTES = 268_435_456

/** Opens a spreadsheet. @throws Refused with `exchange.file_unreadable` */
export async function openWorkbook(files: FileStore, run: StoredFile): Promise<Workbook> {
  const archive = await openArchive(files, run)
  if (!archive.has(PACKAGE_RELATIONS)) refuseAs(run, 'xlsx.no_workbook')
  const must = <Value>(result: Result<Value>): Value =>
    result.ok ? result.value : refuseAs(run, result.refusal.code, result.refusal.params)
  const path = must(findWorkbook(await archive.read(PACKAGE_RELATIONS)))
  if (!archive.has(path) || !archive.has(relationsPath(path))) refuseAs(run, 'xlsx.no_workbook')
  const shape = must(
    readWorkbook(path, {
      book: await archive.read(path),
      relations: await archive.read(relationsPath(path)),
    }),
  )
  const { stringsPath, stylesPath, startsIn1904 } = shape
  const strings = createStringsReader(STRINGS_MAX_BYTES)
  const hasStrings = stringsPath !== null && archive.has(stringsPath)
  if (hasStrings) for await (const piece of archive.stream(stringsPath)) must(strings.push(piece))
  const hasStyles = stylesPath !== null && archive.has(stylesPath)
  return {
    archive,
    sheets: shape.sheets,
    context: {
      strings: hasStrings ? must(strings.end()) : [],
      kinds: hasStyles ? must(readNumberKinds(await archive.read(stylesPath))) : [],
      startsIn1904,
    },
  }
}
