import { crc32 } from 'node:zlib'

const NAMES_ARE_UTF8 = 0x0800
const VERSION = 20

/** An archive (ZIP) of small files that are stored as they are (APPNOTE.TXT §4.3). */
export function packFiles(files: Readonly<Record<string, string>>): Buffer {
  const pieces: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const [path, text] of Object.entries(files)) {
    const [name, content] = [Buffer.from(path), Buffer.from(text)]
    const about = Buffer.alloc(26)
    about.writeUInt16LE(VERSION, 0)
    about.writeUInt16LE(NAMES_ARE_UTF8, 2)
    about.writeUInt32LE(crc32(content), 10)
    about.writeUInt32LE(content.length, 14)
    about.writeUInt32LE(content.length, 18)
    about.writeUInt16LE(name.length, 22)
    const local = [Buffer.from('PK\u0003\u0004'), about, name, content]
    // Comment, disk and rights stay empty; then comes the place of the local header.
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(at, 10)
    directory.push(Buffer.from('PK\u0001\u0002'), Buffer.from([VERSION, 0]), about, rest, name)
    pieces.push(...local)
    at += local.reduce((sum, { length }) => sum + length, 0)
  }
  const index = Buffer.concat(directory)
  const end = Buffer.alloc(18)
  const count = Object.keys(files).length
  end.writeUInt16LE(count, 4)
  end.writeUInt16LE(count, 6)
  end.writeUInt32LE(index.length, 8)
  end.writeUInt32LE(at, 12)
  return Buffer.concat([...pieces, index, Buffer.from('PK\u0005\u0006'), end])
}

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** A spreadsheet (XLSX) of texts, by the names of its sheets. */
export function workbook(sheets: Readonly<Record<string, readonly (readonly string[])[]>>): Buffer {
  const names = Object.keys(sheets)
  const relation = (type: string, target: string, index: number) =>
    `<Relationship Id="r${index}" Type="${OFFICE}/${type}" Target="${target}"/>`
  const cell = (text: string) => `<c t="inlineStr"><is><t>${text.replaceAll('&', '&amp;')}</t></is></c>`
  const row = (cells: readonly string[]) => `<row>${cells.map(cell).join('')}</row>`
  const parts = names.map((name, index): [string, string] => [
    `xl/worksheets/sheet${index}.xml`,
    `<worksheet><sheetData>${(sheets[name] ?? []).map(row).join('')}</sheetData></worksheet>`,
  ])
  return packFiles({
    '_rels/.rels': `<Relationships>${relation('officeDocument', 'xl/workbook.xml', 0)}</Relationships>`,
    'xl/workbook.xml': `<workbook><sheets>${names
      .map((name, index) => `<sheet name="${name}" r:id="r${index}"/>`)
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${names
      .map((_name, index) => relation('worksheet', `worksheets/sheet${index}.xml`, index))
      .join('')}</Relationships>`,
    ...Object.fromEntries(parts),
  })
}
