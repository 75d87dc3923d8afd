import fc from 'fast-check'

/** One change of a text: somewhere, as a share of its length, some letters go and others come. */
type Change = { readonly at: number; readonly cut: number; readonly insert: string }

const PIECES = [
  ...[
    '<',
    '>',
    '/>',
    '&',
    '&amp;',
    '&lt;',
    '&#0;',
    '&#x110000;',
    '"',
    "'",
    ']]>',
    '<![CDATA[',
    '<!--',
    '-->',
  ],
  ...[
    '<?xml version="1.0" encoding="UTF-16"?>',
    '<!DOCTYPE d [<!ENTITY a "aaaa">]>',
    '&a;',
    '\u0000',
    '\ud800',
  ],
  ...['="', ' id=""', ' id="p"', ' name="__proto__"', ' constructor="x"', '<__proto__>', '</definitions>'],
]

/** Changes of letters: what a slip of the hand, a broken line or somebody who means harm does to a file. */
export const anyChanges: fc.Arbitrary<readonly Change[]> = fc.array(
  fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    cut: fc.oneof(fc.constant(0), fc.nat(3), fc.nat(400)),
    insert: fc.oneof(
      fc.constant(''),
      fc.constantFrom(...PIECES),
      fc.string({ maxLength: 8, unit: 'binary' }),
    ),
  }),
  { minLength: 1, maxLength: 6 },
)

export function changed(text: string, changes: readonly Change[]): string {
  return changes.reduce((before, { at, cut, insert }) => {
    const place = Math.floor(at * before.length)
    return before.slice(0, place) + insert + before.slice(place + cut)
  }, text)
}

/** Which value of an attribute takes the place of which other, and which element is written once more, and where. */
type Turn =
  | { readonly kind: 'value'; readonly of: number; readonly by: number }
  | { readonly kind: 'copy' | 'move'; readonly of: number; readonly to: number }
  | { readonly kind: 'drop'; readonly of: number }

/** Changes that leave a file well-formed: references that lead elsewhere, parts that are lost, doubled or misplaced. */
export const anyTurns: fc.Arbitrary<readonly Turn[]> = fc.array(
  fc.oneof(
    fc.record({ kind: fc.constant('value' as const), of: fc.nat(), by: fc.nat() }),
    fc.record({ kind: fc.constantFrom('copy' as const, 'move' as const), of: fc.nat(), to: fc.nat() }),
    fc.record({ kind: fc.constant('drop' as const), of: fc.nat() }),
  ),
  { minLength: 1, maxLength: 8 },
)

export function turned(text: string, turns: readonly Turn[]): string {
  return turns.reduce(turn, text)
}

function turn(text: string, one: Turn): string {
  if (one.kind === 'value') return exchange(text, one)
  const elements = elementsOf(text)
  const element = elements[one.of % Math.max(1, elements.length)]
  if (!element) return text
  const inside = text.slice(element.start, element.end)
  if (one.kind === 'drop') return text.slice(0, element.start) + text.slice(element.end)
  const rest = one.kind === 'copy' ? text : text.slice(0, element.start) + text.slice(element.end)
  const places = elementsOf(rest)
  const place = places[one.to % Math.max(1, places.length)]?.end
  return place === undefined ? text : rest.slice(0, place) + inside + rest.slice(place)
}

function exchange(text: string, { of, by }: { readonly of: number; readonly by: number }): string {
  const values = [...text.matchAll(/="([^"]*)"/g)].filter(({ 1: value }) => !value?.includes('/'))
  const [target, source] = [values[of % Math.max(1, values.length)], values[by % Math.max(1, values.length)]]
  if (!target || !source) return text
  return text.slice(0, target.index) + source[0] + text.slice(target.index + target[0].length)
}

type Span = { readonly start: number; readonly end: number }

/** Every element but the outermost. */
function elementsOf(text: string): readonly Span[] {
  const open: number[] = []
  const spans: Span[] = []
  for (const { 0: tag, index } of text.matchAll(/<\/?[\w:]+(?:\s[^<>]*)?>/g)) {
    if (tag.startsWith('</')) spans.push({ start: open.pop() ?? index, end: index + tag.length })
    else if (tag.endsWith('/>')) spans.push({ start: index, end: index + tag.length })
    else open.push(index)
  }
  return spans.slice(0, -1)
}
