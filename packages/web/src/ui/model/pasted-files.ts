/** Pictures that browsers show without running anything in them; the server says the same. */
const PICTURES = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp'])

/** The files among what is pasted or dropped. Text goes before a picture of it, as from a spreadsheet. */
export function pastedFiles(data: Pick<DataTransfer, 'files' | 'types'>): readonly File[] {
  const isText = data.types.includes('text/plain') && data.types.includes('text/html')
  return isText ? [] : [...data.files]
}

/** A file as it stands in Markdown: a picture, or a link with its name. */
export function pastedText({ name, type }: Pick<File, 'name' | 'type'>, address: string): string {
  const label = name.replaceAll(/[[\]\\\r\n]/g, ' ').trim()
  return `${PICTURES.has(type) ? '!' : ''}[${label}](${address})`
}

/** Puts words into a text, apart from what stands around them. */
export function insertAt(text: string, cursor: number, words: string): string {
  const at = Math.min(cursor, text.length)
  const [before, after] = [text.slice(0, at), text.slice(at)]
  const lead = before === '' || /\s$/.test(before) ? '' : ' '
  const trail = after === '' || /^\s/.test(after) ? '' : ' '
  return `${before}${lead}${words}${trail}${after}`
}
