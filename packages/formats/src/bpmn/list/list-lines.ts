/** A line of a list with those that stand under it. */
export type ListLine = {
  readonly line: number
  /** Its number as it is written, without the mark behind; empty where it has none. */
  readonly number: string
  /** Whether a number, dash or dot is before it. */
  readonly isMarked: boolean
  readonly text: string
  readonly under: readonly ListLine[]
}

type Open = ListLine & { readonly under: Open[]; readonly indent: number; readonly depth: number }

/** `1.`, `2.1`, `3)`, `a)`, or a dash or dot. */
const MARK = /^(?:(\d+(?:\.\d+)*)[.)]?|([a-z])\)|[-*•–])\s+(?=\S)/
const TAB = 4

/** Puts lines under those that they are indented below, or that have a number of which theirs is a part. */
export function linesOf(text: string): readonly ListLine[] {
  const roots: Open[] = []
  const stack: Open[] = []
  for (const [place, raw] of text.split(/\r\n?|\n/).entries()) {
    if (raw.trim() === '') continue
    const line = openLine(raw, place + 1)
    while (stack.length > 0 && !isUnder(line, stack.at(-1))) stack.pop()
    const siblings = stack.at(-1)?.under ?? roots
    siblings.push(line)
    stack.push(line)
  }
  return roots
}

function openLine(raw: string, line: number): Open {
  const spaced = raw.replaceAll('\t', ' '.repeat(TAB))
  const indent = spaced.length - spaced.trimStart().length
  const bare = spaced.trim()
  const mark = MARK.exec(bare)
  const number = mark?.[1] ?? mark?.[2] ?? ''
  const depth = mark?.[1] ? mark[1].split('.').length : 0
  return {
    line,
    number,
    isMarked: mark !== null,
    text: bare.slice(mark?.[0].length ?? 0),
    under: [],
    indent,
    depth,
  }
}

function isUnder(line: Open, above: Open | undefined): boolean {
  if (!above) return false
  if (line.indent !== above.indent) return line.indent > above.indent
  return above.depth > 0 && line.depth > above.depth
}
