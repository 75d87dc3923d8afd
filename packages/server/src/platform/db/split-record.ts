/**
 * Splits a record, as PostgreSQL writes `row(…)::text`, into the texts of its columns.
 *
 * For an answer of few rows with many columns, the driver takes longer to read the description of the
 * columns than to read the rows: an item of 43 columns takes it 0.4 ms, and as one text 0.1 ms.
 *
 * @see https://www.postgresql.org/docs/current/rowtypes.html#ROWTYPES-IO-SYNTAX
 */
export function splitRecord(record: string): readonly (string | null)[] {
  const texts: (string | null)[] = []
  const end = record.length - 1
  for (let from = 1; from <= end; ) {
    const isQuoted = record.charAt(from) === '"'
    const comma = isQuoted ? endOfQuoted(record, from) : record.indexOf(',', from)
    const to = comma === -1 ? end : comma
    const text = record.slice(from, to)
    texts.push(isQuoted ? unquoted(text) : text === '' ? null : text)
    from = to + 1
  }
  return texts
}

/** Where the column ends whose quotes open here. Quotes within are doubled. */
function endOfQuoted(record: string, open: number): number {
  let close = record.indexOf('"', open + 1)
  while (record.charAt(close + 1) === '"') close = record.indexOf('"', close + 2)
  return close + 1
}

function unquoted(text: string): string {
  return text.slice(1, -1).replace(/(["\\])\1/g, '$1')
}
