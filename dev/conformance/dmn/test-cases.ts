import {
  type FeelValue,
  parseDate,
  parseDateAndTime,
  parseDuration,
  parseNumber,
  parseTime,
} from '@millrace/core/decision'
import { createXmlReader } from '@millrace/formats/xml'

/** One test of the technology compatibility kit: inputs, and what is to come out of decisions. */
export type TestCase = {
  readonly id: string
  /** A decision service that is called instead of decisions. */
  readonly service: string | null
  readonly inputs: ReadonlyMap<string, FeelValue>
  readonly expected: readonly { readonly name: string; readonly value: FeelValue }[]
}

export type TestFile = { readonly modelName: string; readonly cases: readonly TestCase[] }

type Element = {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: Element[]
  text: string
}

/** Reads a `*-test-*.xml` file (testCases.xsd of the kit). */
export function readTestFile(bytes: Uint8Array): TestFile {
  const root = treeOf(bytes)
  return {
    modelName: child(root, 'modelName')?.text.trim() ?? '',
    cases: root.children.filter(({ name }) => name === 'testCase').map(readCase),
  }
}

function treeOf(bytes: Uint8Array): Element {
  const top: Element = { name: '', attributes: {}, children: [], text: '' }
  const stack = [top]
  const reader = createXmlReader({
    onOpen: (name, attributes) => {
      const element: Element = { name, attributes, children: [], text: '' }
      stack.at(-1)?.children.push(element)
      stack.push(element)
    },
    onText: (text) => {
      const open = stack.at(-1)
      if (open !== undefined) open.text += text
    },
    onClose: () => stack.pop(),
  })
  const pushed = reader.push(bytes)
  const ended = reader.end()
  if (!pushed.ok || !ended.ok) throw new Error('the test file is no XML')
  return top.children[0] ?? top
}

function child(element: Element, name: string): Element | undefined {
  return element.children.find((one) => one.name === name)
}

function readCase(element: Element): TestCase {
  const { attributes, children } = element
  const nodes = (name: string) => children.filter((one) => one.name === name)
  return {
    id: attributes['id'] ?? '',
    service: attributes['type'] === 'decisionService' ? (attributes['invocableName'] ?? null) : null,
    inputs: new Map(nodes('inputNode').map((node) => [node.attributes['name'] ?? '', valueIn(node)])),
    expected: nodes('resultNode').map((node) => ({
      name: node.attributes['name'] ?? '',
      value: node.attributes['errorResult'] === 'true' ? null : valueIn(child(node, 'expected')),
    })),
  }
}

/** The value, list or components within an element. */
function valueIn(element: Element | undefined): FeelValue {
  if (element === undefined || isNil(element)) return null
  const list = child(element, 'list')
  if (list !== undefined) {
    return isNil(list) ? null : list.children.filter(({ name }) => name === 'item').map(valueIn)
  }
  const components = element.children.filter(({ name }) => name === 'component')
  if (components.length > 0) {
    return new Map(components.map((one) => [one.attributes['name'] ?? '', valueIn(one)]))
  }
  const value = child(element, 'value')
  return value === undefined ? null : literal(value)
}

function isNil({ attributes }: Element): boolean {
  return Object.entries(attributes).some(([name, value]) => name.endsWith('nil') && value === 'true')
}

function literal(element: Element): FeelValue {
  if (isNil(element)) return null
  const type = Object.entries(element.attributes).find(([name]) => name.endsWith('type'))?.[1] ?? 'string'
  const text = element.text
  switch (type.slice(type.indexOf(':') + 1)) {
    case 'boolean':
      return text.trim() === 'true'
    case 'decimal':
    case 'double':
    case 'integer':
    case 'int':
    case 'long':
    case 'float':
      return parseNumber(text.trim())
    case 'date':
      return parseDate(text.trim())
    case 'time':
      return parseTime(text.trim())
    case 'dateTime':
      return parseDateAndTime(text.trim())
    case 'duration':
    case 'dayTimeDuration':
    case 'yearMonthDuration':
      return parseDuration(text.trim())
    default:
      return text
  }
}
