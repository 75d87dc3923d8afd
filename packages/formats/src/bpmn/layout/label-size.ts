/** How much room a name takes that stands beside what it belongs to. */
export type LabelSize = { readonly width: number; readonly height: number }

/** Between a name and what it belongs to. */
export const LABEL_GAP = 4
/** Names are broken into lines as long as that. @see label-size of bpmn-js: 90 by default */
const LINE = 96
const LINE_HEIGHT = 14
/** Width of letters at 11 pixels, rounded up: a name never gets less room than it takes. */
const NARROW = 3.6
const USUAL = 6.6
const CAPITAL = 8.2
const WIDE = 10.4

/** The room for a name; none where there is no name. */
export function labelSize(name: string): LabelSize | null {
  const words = name.trim().split(/\s+/).filter(Boolean)
  if (words.length === 0) return null
  let [lines, line, widest] = [1, 0, 0]
  for (const width of words.map(widthOf)) {
    const joined = line === 0 ? width : line + NARROW + width
    if (line > 0 && joined > LINE) [lines, line] = [lines + 1, width]
    else line = joined
    // A word that is longer than a line is broken.
    lines += Math.max(0, Math.ceil(line / LINE) - 1)
    if (line > LINE) [widest, line] = [LINE, line % LINE]
    widest = Math.max(widest, line)
  }
  return { width: Math.ceil(widest) + 2, height: lines * LINE_HEIGHT }
}

function widthOf(word: string): number {
  return [...word].reduce((sum, letter) => sum + letterWidth(letter), 0)
}

function letterWidth(letter: string): number {
  if (/[ijlftrI.,:;'!|()[\]-]/.test(letter)) return letter === 'r' || letter === 't' ? NARROW + 1 : NARROW
  if (/[mwMW@%—]/.test(letter)) return WIDE
  if (/\p{Lu}/u.test(letter)) return CAPITAL
  return letter < '\u2e80' ? USUAL : WIDE + 2
}
