import { err, ok, type Result } from '@millrace/core/kernel'
import { applyEdits, findXmlSpans, type TextEdit, type XmlSpan } from '../xml/index.ts'
import { annotationItem, inputItem, outputItem } from './edit-columns.ts'
import { attributeEdits, type ListItem, lead, listEdits, textEdits, textElement } from './edit-span.ts'
import type { Edited, EditedRule, EditedTable } from './edited-table.ts'

/** The element of a decision by its id, and the expression in it. */
export function findDecision(xml: string, decisionId: string): XmlSpan | undefined {
  return findXmlSpans(xml)?.children.find(
    ({ name, attributes }) =>
      name === 'decision' &&
      (attributes.find((one) => one.name === 'id') ?? attributes.find((one) => one.name === 'name'))
        ?.value === decisionId,
  )
}

/**
 * Changes a decision table within a file and leaves everything else as it is, byte for byte: other
 * elements, comments, what other programs keep in it. A rule or a column that is only moved is moved as it is.
 *
 * @param xml a file that `readDmn` reads
 * @returns refusal: `dmn.no_table`
 */
export function editTable(xml: string, decisionId: string, table: EditedTable): Result<string> {
  const span = findDecision(xml, decisionId)?.children.find(({ name }) => name === 'decisionTable')
  if (span === undefined) return err({ code: 'dmn.no_table', params: { decision: decisionId.slice(0, 60) } })
  if (span.isEmptyTag) return editTable(opened(xml, span), decisionId, table)
  const { inputs, outputs, annotations, rules } = table
  const place = placesOf(xml, span)
  return ok(
    applyEdits(xml, [
      ...attributeOf(xml, span, ['hitPolicy', table.hitPolicy, 'UNIQUE']),
      ...attributeOf(xml, span, ['aggregation', table.aggregation, null]),
      ...listEdits(xml, named(span, 'input'), {
        place: place('input'),
        items: inputs.map((input) => inputItem(xml, span, input)),
      }),
      ...listEdits(xml, named(span, 'output'), {
        place: place('output'),
        items: outputs.map((output) => outputItem(xml, span, output)),
      }),
      ...listEdits(xml, named(span, 'annotation'), {
        place: place('annotation'),
        items: annotations.map((column) => annotationItem(xml, span, column)),
      }),
      ...listEdits(xml, named(span, 'rule'), {
        place: place('rule'),
        items: rules.map((rule) => ruleItem({ xml, table, span }, rule)),
      }),
    ]),
  )
}

function opened(xml: string, { from, to, prefix, name }: XmlSpan): string {
  const start = xml.slice(from, to).replace(/\s*\/>$/, '>')
  return `${xml.slice(0, from)}${start}</${prefix}${name}>${xml.slice(to)}`
}

function named({ children }: XmlSpan, name: string): readonly XmlSpan[] {
  return children.filter((child) => child.name === name)
}

/** A value that is the same when nothing is said is not written where nothing was said. */
function attributeOf(
  xml: string,
  span: XmlSpan,
  [name, value, usual]: readonly [string, string | null, string | null],
): readonly TextEdit[] {
  const written = span.attributes.find((one) => one.name === name)?.value
  const same = (written ?? usual)?.replace(/\s+/g, ' ').trim().toUpperCase() === value
  return same || (written === undefined && value === usual) ? [] : attributeEdits(xml, span, [name, value])
}

const ORDER = ['input', 'output', 'annotation', 'rule'] as const

/** Where a list that is empty begins: behind the last element of those before it. */
function placesOf(xml: string, span: XmlSpan) {
  return (list: (typeof ORDER)[number]) => {
    const before = ORDER.slice(0, ORDER.indexOf(list)).flatMap((name) => named(span, name))
    const all = ORDER.flatMap((name) => named(span, name))
    const at = before.at(-1)?.to ?? span.innerFrom
    return { at, lead: lead(xml, before.at(-1) ?? all[0]) || `${lead(xml, span)}  ` }
  }
}

type Tabled = { readonly xml: string; readonly table: EditedTable; readonly span: XmlSpan }

function ruleItem({ xml, table, span: { prefix } }: Tabled, rule: EditedRule): ListItem {
  const lists = [
    ['inputEntry', table.inputs, rule.inputs],
    ['outputEntry', table.outputs, rule.outputs],
    ['annotationEntry', table.annotations, rule.annotations],
  ] as const
  const make = () => {
    const entries = lists.flatMap(([name, columns, texts]) =>
      columns.map((_column, index) => textElement(prefix, name, texts[index] ?? '')),
    )
    return `<${prefix}rule>${entries.join('')}</${prefix}rule>`
  }
  const change = (span: XmlSpan) =>
    lists.flatMap(([name, columns, texts], index) => {
      const before = lists.slice(0, index).flatMap(([earlier]) => named(span, earlier))
      const place = {
        at: before.at(-1)?.to ?? span.innerFrom,
        lead: lead(xml, before.at(-1) ?? span.children[0]),
      }
      const old = named(span, name)
      const items = entryItems({ xml, prefix, name }, columns, { texts, count: old.length })
      return listEdits(xml, old, { place, items })
    })
  return {
    from: rule.from,
    change: (span) => (span.isEmptyTag ? [{ from: span.from, to: span.to, text: make() }] : change(span)),
    make,
  }
}

type Entries = { readonly xml: string; readonly prefix: string; readonly name: string }

function entryItems(
  { xml, prefix, name }: Entries,
  columns: readonly Edited[],
  { texts, count }: { readonly texts: readonly string[]; readonly count: number },
): readonly ListItem[] {
  return columns.map(({ from }, index) => ({
    from: from !== null && from < count ? from : null,
    change: (span: XmlSpan) => textEdits(xml, span, texts[index] ?? ''),
    make: () => textElement(prefix, name, texts[index] ?? ''),
  }))
}
