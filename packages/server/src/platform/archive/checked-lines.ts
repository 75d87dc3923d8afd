import type { PlainFault } from '../fault.ts'

/** No row of any table comes near this. */
const LINE_BYTES_MAX = 32 * 1024 * 1024
const NEWLINE = 10

/** What the lines of a table have to be. */
export type LineRules = {
  readonly columns: ReadonlySet<string>
  readonly fault: (what: string) => PlainFault
}

/**
 * Lines of JSON, each looked at: an object that has no columns but those of its table.
 *
 * @returns the same bytes in pieces of whole lines
 * @throws the rules' fault
 */
export async function* checkedLines(
  content: AsyncIterable<Buffer>,
  rules: LineRules,
): AsyncGenerator<Buffer> {
  let rest: Buffer = Buffer.alloc(0)
  for await (const piece of content) {
    const data = rest.length === 0 ? piece : Buffer.concat([rest, piece])
    const end = data.lastIndexOf(NEWLINE) + 1
    rest = data.subarray(end)
    if (rest.length > LINE_BYTES_MAX) throw rules.fault('it has a line without end')
    if (end === 0) continue
    const lines = data.subarray(0, end)
    for (let at = 0; at < end; ) {
      const next = lines.indexOf(NEWLINE, at)
      checkLine(lines.toString('utf8', at, next), rules)
      at = next + 1
    }
    yield lines
  }
  if (rest.length > 0) throw rules.fault('its last line is cut off')
}

function checkLine(line: string, { columns, fault }: LineRules): void {
  const row = parse(line)
  if (typeof row !== 'object' || row === null || Array.isArray(row))
    throw fault('it has a line that is no JSON object')
  for (const column of Object.keys(row)) {
    if (!columns.has(column)) throw fault(`a row has "${column}", which is no column of the table`)
  }
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}
