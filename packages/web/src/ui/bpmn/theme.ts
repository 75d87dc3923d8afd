/**
 * The colours of a drawing are those of the page by name, so that light and dark need no second drawing. A picture
 * that leaves the page gets their values.
 */
export const DRAWING_COLOURS = {
  defaultFillColor: 'var(--bpmn-fill)',
  defaultStrokeColor: 'var(--bpmn-stroke)',
  defaultLabelColor: 'var(--bpmn-label)',
} as const

/** The letters of the page: they are measured when a model is drawn, so that they are named in full. */
export const DRAWING_LETTERS = {
  defaultStyle: { fontFamily: '"Inter Variable", Inter, system-ui, sans-serif', fontSize: '12px' },
  externalStyle: { fontSize: '11px' },
} as const

const BY_NAME = /var\((--[\w-]+)\)/g

/** The same picture with colours that mean something outside of the page. */
export function withColours(svg: string, from: Element): string {
  const known = getComputedStyle(from)
  return svg.replace(BY_NAME, (_all, name: string) => known.getPropertyValue(name).trim() || 'black')
}

const MARK_HEIGHT = 22

/** Pictures that leave the page say who draws them, as the licence of bpmn-js asks of what it renders. */
export function withMark(svg: string): string {
  const size = /width="([\d.]+)" height="([\d.]+)" viewBox="(\S+) (\S+) ([\d.]+) ([\d.]+)"/.exec(svg)
  if (!size) return svg
  const [all, width, height, x, y, innerWidth, innerHeight] = size
  const end = { x: Number(x) + Number(innerWidth) - 6, y: Number(y) + Number(innerHeight) + MARK_HEIGHT - 7 }
  const grown = `width="${width}" height="${Number(height) + MARK_HEIGHT}" viewBox="${x} ${y} ${innerWidth} ${Number(innerHeight) + MARK_HEIGHT}"`
  const mark = `<a href="https://bpmn.io"><text x="${end.x}" y="${end.y}" text-anchor="end" font-family="sans-serif" font-size="12" fill="#6b6f78">bpmn.io</text></a>`
  return svg.replace(all, grown).replace(/<\/svg>\s*$/, `${mark}</svg>`)
}
