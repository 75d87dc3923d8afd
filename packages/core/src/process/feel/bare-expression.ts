/** Marks by which other programs say that something is an expression. */
const MARKED = /^(?:=([\s\S]*)|[$#]\{([\s\S]*)\})$/

/** An expression without the marks around it. */
export function bareOf(written: string): string {
  const [, feel, braced] = MARKED.exec(written) ?? []
  return (feel ?? braced ?? written).trim()
}
