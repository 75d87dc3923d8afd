import { type JsonRecord, recordsOf, textOf } from '../json/index.ts'
import { allOf, type FormBuilder, type Surroundings } from './form-builder.ts'
import { kindIn, readField } from './read-field.ts'
import { expressionIn, plainText, visibleIn, wordsOfHtml } from './written.ts'

/** Groups within each other. */
const DEPTH_MAX = 20

type Place = { readonly builder: FormBuilder; readonly around: Surroundings }
type Reader = (component: JsonRecord, place: Place) => void

const READERS: Readonly<Record<string, Reader>> = {
  text: readText,
  html: readHtml,
  group: readGroup,
  page: readGroup,
  multipage: readGroup,
  expression: readHidden,
  dynamiclist: (component, { builder }) => builder.note('formjs.rows', { label: nameOf(component) }),
  spacer: readArrangement,
  separator: readArrangement,
  button: readArrangement,
  image: readOther,
  iframe: readOther,
  table: readOther,
  documentPreview: readOther,
}

/** Takes components over in their order; what has no like is noted. */
export function readComponents(components: readonly JsonRecord[], place: Place): void {
  if (place.around.depth > DEPTH_MAX) {
    place.builder.note('formjs.too_deep', { limit: DEPTH_MAX })
    return
  }
  for (const component of components) readComponent(component, place)
}

function readComponent(component: JsonRecord, place: Place): void {
  const kind = kindIn(component)
  if (kind !== null) {
    readField(component, kind, place)
    return
  }
  const type = textOf(component.type)
  const read = Object.hasOwn(READERS, type) ? READERS[type] : undefined
  if (read) read(component, place)
  else place.builder.note('formjs.type_unknown', { type })
}

function readText(component: JsonRecord, { builder, around }: Place): void {
  const written = textOf(component.text)
  const expression = expressionIn(written)
  // Of templates only values are written in; conditions and loops of theirs begin with a sign.
  if (/\{\{\s*[#/]/.test(written)) {
    builder.note('formjs.template', { text: written.slice(0, 60) })
    return
  }
  const text = expression === null ? plainText(written) : `{{ ${expression} }}`
  if (text === '') return
  const visibleWhen = allOf([...around.visible, ...visibleIn(component)])
  builder.add({ kind: 'note', text, visibleWhen })
}

function readHtml(component: JsonRecord, place: Place): void {
  const text = wordsOfHtml(textOf(component.content))
  place.builder.note('formjs.html', { text: text.slice(0, 60) })
  readText({ ...component, text }, place)
}

/** A group becomes a section; what stands behind it stands in one without a name. */
function readGroup(component: JsonRecord, { builder, around }: Place): void {
  const visible = [...around.visible, ...visibleIn(component)]
  const path = [around.path, textOf(component.path)].filter(Boolean).join('.')
  builder.add({ kind: 'section', text: plainText(textOf(component.label)), visibleWhen: null })
  readComponents(recordsOf(component.components), {
    builder,
    around: { visible, path, depth: around.depth + 1 },
  })
  builder.add({ kind: 'section', text: '', visibleWhen: null })
}

function readHidden(component: JsonRecord, { builder, around }: Place): void {
  const computed = expressionIn(component.expression)
  const label = nameOf(component)
  if (computed === null) return
  builder.note('formjs.expression', { label })
  const key = builder.keyFor(label)
  builder.add({ kind: 'text', key, label, computed, visibleWhen: allOf(around.visible) })
}

function readArrangement(component: JsonRecord, { builder }: Place): void {
  builder.note('formjs.arrangement', { type: textOf(component.type) })
}

function readOther(component: JsonRecord, { builder }: Place): void {
  builder.note('formjs.component', { type: textOf(component.type), label: nameOf(component) })
}

function nameOf(component: JsonRecord): string {
  return [component.label, component.key, component.id].map(textOf).find(Boolean) ?? ''
}
