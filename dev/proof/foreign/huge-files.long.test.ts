import { readBpmn } from '@millrace/formats/bpmn'
import { readDmn } from '@millrace/formats/dmn'
import { DEFAULT_XML_LIMITS, readXmlTree } from '@millrace/formats/xml'
import { expect, test } from 'vitest'

const SIZE = 50_000_000
/** Below the limits of models, so that they are read to the end. */
const READ = 16_000_000
const MEMORY_MAX = 600_000_000

const BPMN = 'http://www.omg.org/spec/BPMN/20100524/MODEL'
const DMN = 'https://www.omg.org/spec/DMN/20230324/MODEL/'

/** Pieces until there are so many bytes. */
function filled(size: number, piece: (place: number) => string): string {
  const pieces: string[] = []
  for (let length = 0, place = 0; length < size; place++) {
    const next = piece(place)
    pieces.push(next)
    length += next.length
  }
  return pieces.join('')
}

type Shape = (size: number) => string

const SHAPES: readonly (readonly [string, Shape])[] = [
  ['blanks', (size) => ' '.repeat(size)],
  ['one comment', (size) => `<!--${'x'.repeat(size)}-->`],
  ['many comments', (size) => filled(size, () => '<!-- x -->')],
  ['one attribute', (size) => `<task id="${'x'.repeat(size)}"/>`],
  ['many attributes', (size) => filled(size, (place) => `<task a${place}="1" b="2" c="3" d="4" e="5"/>`)],
  ['one text', (size) => `<script>${'1+'.repeat(size / 2)}1</script>`],
  ['many texts', (size) => filled(size, () => `<documentation>${'x'.repeat(100_000)}</documentation>`)],
  ['many elements', (size) => filled(size, (place) => `<message id="m${place}"/>`)],
  ['a diagram', (size) => `<BPMNDiagram>${filled(size, () => '<Bounds x="1" y="2"/>')}</BPMNDiagram>`],
  ['many references', (size) => filled(size, () => '<flowNodeRef>t</flowNodeRef>')],
  ['many entities', (size) => filled(size, () => '&lt;')],
  ['many sections', (size) => filled(size, () => '<![CDATA[x]]>')],
  ['many instructions', (size) => filled(size, () => '<?x y?>')],
  ['elements that nobody ends', (size) => filled(size, () => '<a b="c">x')],
]

const utf8 = (text: string) => new TextEncoder().encode(text)

/** How much memory of this thread something leaves behind before it is collected. */
function memoryOf(work: () => void): number {
  const before = process.memoryUsage().heapUsed
  work()
  return process.memoryUsage().heapUsed - before
}

test.each(SHAPES)('50 MB of %s are refused as a model, at once', (_what, shape) => {
  const inside = shape(SIZE)
  const models = [BPMN, DMN].map((namespace) =>
    utf8(`<definitions xmlns="${namespace}">${inside}</definitions>`),
  )
  for (const bytes of models) {
    expect([readBpmn(bytes), readDmn(bytes)]).toMatchObject([
      { refusal: { code: 'xml.too_large' } },
      { refusal: { code: 'xml.too_large' } },
    ])
  }
})

test.each(SHAPES)(
  '16 MB of %s are read or refused, and cost no more memory than a model may',
  (_what, shape) => {
    const inside = shape(READ)
    const bpmn = utf8(`<definitions xmlns="${BPMN}">${inside}</definitions>`)
    const dmn = utf8(`<definitions xmlns="${DMN}">${inside}</definitions>`)
    const memory = memoryOf(() => {
      for (const read of [readBpmn(bpmn), readDmn(dmn)]) expect(read.ok || read.refusal.code).toBeTruthy()
    })
    expect(memory).toBeLessThan(MEMORY_MAX)
  },
)

test.each(SHAPES)(
  '50 MB of %s are read as XML or refused, and cost no more memory than their limits',
  (_what, shape) => {
    const bytes = utf8(`<definitions>${shape(SIZE)}</definitions>`)
    const settings = { limits: DEFAULT_XML_LIMITS, maxElements: 200_000, leftOut: new Set<string>() }
    const memory = memoryOf(() => {
      const tree = readXmlTree(bytes, settings)
      expect(tree.ok || tree.refusal.code).toBeTruthy()
    })
    expect(memory).toBeLessThan(MEMORY_MAX)
  },
)
