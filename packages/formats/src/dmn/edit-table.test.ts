import type { DecisionTable } from '@millrace/core/decision'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type EditedTable,
  editDecisionText,
  editTable,
  listDecisionTexts,
  newDecisionTable,
  readDmn,
  writeDmn,
} from './index.ts'
import { randomTable, withoutLines } from './testing/random-dmn.ts'

const FOREIGN = `<?xml version="1.0" encoding="UTF-8"?>
<dmn:definitions xmlns:dmn="https://www.omg.org/spec/DMN/20191111/MODEL/" xmlns:camunda="http://camunda.org/schema/1.0/dmn" id="D" name="Crane" namespace="crane">
  <!-- kept -->
  <dmn:decision id="lift" name="Lift" camunda:historyTimeToLive="P30D">
    <dmn:decisionTable id="t" hitPolicy="FIRST" biodi:annotationsWidth="400" xmlns:biodi="http://bpmn.io/schema/dmn/biodi/1.0">
      <dmn:input id="i1" label="Wind" biodi:width="150"><dmn:inputExpression id="e1" typeRef="number"><dmn:text>wind</dmn:text></dmn:inputExpression></dmn:input>
      <dmn:output id="o1" name="go" typeRef="boolean" />
      <dmn:rule id="r1">
        <dmn:description>calm</dmn:description>
        <dmn:inputEntry id="c1"><dmn:text><![CDATA[< 14]]></dmn:text></dmn:inputEntry>
        <dmn:outputEntry id="c2"><dmn:text>true</dmn:text></dmn:outputEntry>
      </dmn:rule>
      <!-- the rest -->
      <dmn:rule id="r2"><dmn:inputEntry id="c3"><dmn:text></dmn:text></dmn:inputEntry><dmn:outputEntry id="c4"><dmn:text>false</dmn:text></dmn:outputEntry></dmn:rule>
    </dmn:decisionTable>
  </dmn:decision>
  <camunda:other a='1 > 0'/>
</dmn:definitions>
`

function tableOf(xml: string): DecisionTable {
  const read = readDmn(new TextEncoder().encode(xml))
  const expression = read.ok ? read.value.model.decisions[0]?.expression : undefined
  if (expression?.kind !== 'decision-table') throw new Error(`no table: ${xml}`)
  return expression
}

/** The table as it is, as the grid of an editor would send it back. */
function unchanged(table: DecisionTable): EditedTable {
  return {
    hitPolicy: table.hitPolicy,
    aggregation: table.aggregation,
    inputs: table.inputs.map((input, from) => ({
      ...{ from, label: input.label, expression: input.expression.text, typeRef: input.typeRef },
      allowedValues: input.allowedValues?.text ?? null,
    })),
    outputs: table.outputs.map((output, from) => ({
      ...{ from, name: output.name, label: output.label, typeRef: output.typeRef },
      allowedValues: output.allowedValues?.text ?? null,
      defaultValue: output.defaultValue?.text ?? null,
    })),
    annotations: table.annotations.map((name, from) => ({ from, name })),
    rules: table.rules.map((rule, from) => ({
      from,
      inputs: rule.inputs.map(({ text }) => text),
      outputs: rule.outputs.map(({ text }) => text),
      annotations: rule.annotations,
    })),
  }
}

function edited(xml: string, id: string, table: EditedTable): string {
  const result = editTable(xml, id, table)
  return result.ok ? result.value : result.refusal.code
}

test('a cell that changes is the only thing that changes', () => {
  const table = unchanged(tableOf(FOREIGN))
  expect(edited(FOREIGN, 'lift', table)).toBe(FOREIGN)
  const [first, ...others] = table.rules
  if (first === undefined) return expect.fail('no rule')
  const rules = [{ ...first, inputs: ['< 12 & 1'] }, ...others]
  expect(edited(FOREIGN, 'lift', { ...table, rules })).toBe(
    FOREIGN.replace('<dmn:text><![CDATA[< 14]]></dmn:text>', '<dmn:text>&lt; 12 &amp; 1</dmn:text>'),
  )
})

test('a rule that moves takes all that others wrote into it along, and comments stay', () => {
  const table = unchanged(tableOf(FOREIGN))
  const moved = edited(FOREIGN, 'lift', { ...table, rules: table.rules.toReversed() })
  expect(moved.indexOf('"r2"')).toBeLessThan(moved.indexOf('<dmn:description>calm'))
  expect(moved).toContain('<!-- the rest -->')
  const one = edited(FOREIGN, 'lift', { ...table, rules: table.rules.slice(0, 1) })
  expect(one).not.toContain('"r2"')
  expect(one).toContain('<!-- the rest -->')
})

test('a new column has an entry in every rule, and other columns keep theirs', () => {
  const table = unchanged(tableOf(FOREIGN))
  const night = { from: null, label: null, expression: 'night', typeRef: 'boolean', allowedValues: null }
  const next = {
    ...table,
    inputs: [night, ...table.inputs],
    rules: table.rules.map((rule) => ({ ...rule, inputs: ['false', ...rule.inputs] })),
  }
  const xml = edited(FOREIGN, 'lift', next)
  expect(xml).toContain('<dmn:inputEntry id="c1"><dmn:text><![CDATA[< 14]]>')
  expect(tableOf(xml).rules.map(({ inputs }) => inputs.map(({ text }) => text))).toEqual([
    ['false', '< 14'],
    ['false', ''],
  ])
})

/** Columns and rules taken, left out, put in another order and added, and cells with other texts. */
const randomEdit = fc.tuple(randomTable, randomTable, fc.array(fc.nat(), { minLength: 8, maxLength: 8 }))

test('whatever a table is changed to, it is read as that, and all around it is the same', () => {
  fc.assert(
    fc.property(randomEdit, ([before, after, choices]) => {
      const model = {
        ...{ name: 'N', namespace: 'n', imports: [], itemDefinitions: [], inputData: [] },
        ...{ businessKnowledge: [], services: [] },
        decisions: [{ id: 'd', name: 'D', typeRef: null, line: 0, requires: [], expression: before }],
      }
      const xml = writeDmn(model).replace('</definitions>', '<own:keep xmlns:own="urn:own"/></definitions>')
      const origins = (count: number, of: number, offset: number) =>
        Array.from({ length: count }, (_, index) => {
          const wanted = (choices[(index + offset) % 8] ?? 0) % (of + 1)
          return wanted === of ? null : wanted
        }).map((from, index, all) => (from !== null && all.indexOf(from) === index ? from : null))
      const target = unchanged(after)
      const withOrigins = <Part extends { readonly from: number | null }>(
        parts: readonly Part[],
        of: number,
        offset: number,
      ) => {
        const from = origins(parts.length, of, offset)
        return parts.map((part, index) => ({ ...part, from: from[index] ?? null }))
      }
      const width = after.annotations.length
      const padded = (texts: readonly string[]) => Array.from({ length: width }, (_, at) => texts[at] ?? '')
      const next: EditedTable = {
        ...target,
        inputs: withOrigins(target.inputs, before.inputs.length, 0),
        outputs: withOrigins(target.outputs, before.outputs.length, 1),
        annotations: withOrigins(target.annotations, before.annotations.length, 2),
        rules: withOrigins(target.rules, before.rules.length, 3).map((rule) => ({
          ...rule,
          annotations: padded(rule.annotations),
        })),
      }
      const result = edited(xml, 'd', next)
      const got = tableOf(result)
      expect(contents(got)).toEqual(contents({ ...after, typeRef: before.typeRef }))
      expect(result).toContain('<own:keep xmlns:own="urn:own"/></definitions>')
      const again = unchanged(got)
      expect(edited(result, 'd', again)).toBe(result)
    }),
    { numRuns: 300 },
  )
})

/** Ids of rules come from where rules come from, and an empty annotation is none. */
function contents(table: DecisionTable): unknown {
  const rules = table.rules.map(({ id: _id, annotations, ...rule }) => ({
    ...rule,
    annotations: annotations.slice(0, table.annotations.length).filter((text) => text !== ''),
  }))
  return withoutLines({ ...table, rules })
}

test('a decision that is no table, or not there, is refused and not changed', () => {
  const xml = FOREIGN.replace('id="lift"', 'id="other"')
  expect(edited(xml, 'lift', unchanged(tableOf(FOREIGN)))).toBe('dmn.no_table')
  expect(editDecisionText(xml, 'lift', { index: 0, text: '1' })).toMatchObject({
    refusal: { code: 'dmn.no_text' },
  })
})

test('texts of decisions that are no tables are listed with where they stand, and changed alone', () => {
  const context = `<decision id="c" name="C"><variable name="C"/><context>
    <contextEntry><variable name="Net"/><literalExpression><text>a &lt; 1</text></literalExpression></contextEntry>
    <contextEntry><conditional><if><literalExpression><text>Net</text></literalExpression></if><then><literalExpression/></then></conditional></contextEntry>
  </context></decision>`
  const xml = newDecisionTable({
    name: 'T',
    key: 't',
    table: { hitPolicy: 'UNIQUE', aggregation: null, inputs: [], outputs: [], annotations: [], rules: [] },
  }).replace('</definitions>', `${context}</definitions>`)
  expect(listDecisionTexts(xml, 'c')).toEqual([
    { path: ['Net'], text: 'a < 1' },
    { path: ['conditional', 'if'], text: 'Net' },
    { path: ['conditional', 'then'], text: '' },
  ])
  expect(listDecisionTexts(xml, 't')).toEqual([])
  const changed = editDecisionText(xml, 'c', { index: 2, text: '"ok"' })
  expect(changed).toEqual({
    ok: true,
    value: xml.replace('<literalExpression/>', '<literalExpression><text>"ok"</text></literalExpression>'),
  })
})
