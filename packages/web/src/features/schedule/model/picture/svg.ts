type Attributes = Readonly<Record<string, string | number | undefined>>

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

function escaped(text: string): string {
  // What XML forbids would make the whole picture unreadable.
  return text.replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign).replace(/\p{Cc}/gu, ' ')
}

/** An element as text, with what is in it; numbers to a tenth of a pixel. */
export function element(name: string, attributes: Attributes, inside = ''): string {
  const written = Object.entries(attributes).flatMap(([key, value]) => {
    if (value === undefined) return []
    const text = typeof value === 'number' ? String(Math.round(value * 10) / 10) : escaped(value)
    return [` ${key}="${text}"`]
  })
  return `<${name}${written.join('')}${inside === '' ? '/>' : `>${inside}</${name}>`}`
}

/** Words at a place. */
export function words(text: string, attributes: Attributes): string {
  return element('text', attributes, escaped(text))
}

/** How wide a text is, by how wide letters are on the average: a picture cannot measure them. */
export function textWidth(text: string, fontSize: number): number {
  return text.length * fontSize * LETTER
}

/** A text cut to a width. */
export function fitted(text: string, width: number, fontSize: number): string {
  const room = Math.max(1, Math.floor(width / (fontSize * LETTER)))
  return text.length <= room ? text : `${text.slice(0, Math.max(1, room - 1)).trimEnd()}…`
}

/** The width of a letter in the fonts that pictures are drawn with, as a part of its height. */
const LETTER = 0.54

/** A picture of its own, white, whatever stands behind it. */
export function picture(
  { width, height }: { readonly width: number; readonly height: number },
  inside: string,
): string {
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width,
      height,
      viewBox: `0 0 ${String(width)} ${String(height)}`,
      'font-family': 'Inter, "Helvetica Neue", Arial, "DejaVu Sans", sans-serif',
    },
    element('rect', { width, height, fill: '#ffffff' }) + inside,
  )
}

type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

/** What lies within a box of a picture; the rest of it is not shown. */
export function clipped(box: Box, inside: string): string {
  return (
    element('defs', {}, element('clipPath', { id: 'chart' }, element('rect', box))) +
    element('g', { 'clip-path': 'url(#chart)' }, inside)
  )
}
