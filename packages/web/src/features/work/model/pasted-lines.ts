const BULLET = /^\s*(?:[-*•–]|\d+[.)]|\[[ xX]?\]|- \[[ xX]?\])\s+/
const LINES_MAX = 500

/**
 * The titles in a pasted list: one for each line that says something, without bullets, numbers and
 * tick boxes. One line alone is no list: it is pasted as text.
 */
export function titlesFromPaste(text: string): readonly string[] | null {
  const titles = text
    .split(/\r?\n/)
    .map((line) => (line.split('\t')[0] ?? '').replace(BULLET, '').trim())
    .filter((line) => line !== '')
    .slice(0, LINES_MAX)
  return titles.length > 1 ? titles : null
}
