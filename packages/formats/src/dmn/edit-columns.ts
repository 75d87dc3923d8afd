import { escapeXmlAttribute, escapeXmlText, type TextEdit, type XmlSpan } from '../xml/index.ts'
import { attributeEdits, type ListItem, optionalTextEdits, textEdits, textElement } from './edit-span.ts'
import type { EditedInput, EditedOutput, EditedTable } from './edited-table.ts'

export function annotationItem(
  xml: string,
  { prefix }: XmlSpan,
  column: EditedTable['annotations'][number],
): ListItem {
  return {
    from: column.from,
    change: (span) => attributeEdits(xml, span, ['name', column.name]),
    make: () => `<${prefix}annotation name="${escapeXmlAttribute(column.name)}"/>`,
  }
}

export function inputItem(xml: string, { prefix }: XmlSpan, input: EditedInput): ListItem {
  const { label, expression, typeRef, allowedValues } = input
  const make = () => {
    const written = `<${prefix}text>${escapeXmlText(expression)}</${prefix}text>`
    return [
      `<${prefix}input${attributeText('label', label)}>`,
      `<${prefix}inputExpression${attributeText('typeRef', typeRef)}>${written}</${prefix}inputExpression>`,
      allowedValues === null ? '' : textElement(prefix, 'inputValues', allowedValues),
      `</${prefix}input>`,
    ].join('')
  }
  return {
    from: input.from,
    change: (span) => {
      if (span.isEmptyTag) return [{ from: span.from, to: span.to, text: make() }]
      const inner = span.children.find(({ name }) => name === 'inputExpression')
      return [
        ...labelEdits(xml, span, ['label', label]),
        ...(inner === undefined
          ? optionalTextEdits(xml, span, { name: 'inputExpression', text: expression })
          : [...textEdits(xml, inner, expression), ...typeEdits(xml, inner, typeRef)]),
        ...optionalTextEdits(xml, span, { name: 'inputValues', text: allowedValues }),
      ]
    },
    make,
  }
}

export function outputItem(xml: string, { prefix }: XmlSpan, output: EditedOutput): ListItem {
  const { name, label, typeRef, allowedValues, defaultValue } = output
  return {
    from: output.from,
    change: (span) => {
      const column = span.isEmptyTag && (allowedValues !== null || defaultValue !== null)
      const edits = [
        ...labelEdits(xml, span, ['name', name]),
        ...labelEdits(xml, span, ['label', label]),
        ...typeEdits(xml, span, typeRef),
      ]
      if (column) return [...edits, filled(xml, span, [allowedValues, defaultValue])]
      return [
        ...edits,
        ...optionalTextEdits(xml, span, { name: 'outputValues', text: allowedValues }),
        ...optionalTextEdits(xml, span, { name: 'defaultOutputEntry', text: defaultValue }),
      ]
    },
    make: () => {
      const attributes = [
        attributeText('name', name),
        attributeText('label', label),
        attributeText('typeRef', typeRef),
      ].join('')
      return `<${prefix}output${attributes}>${outputTests(prefix, [allowedValues, defaultValue])}</${prefix}output>`
    },
  }
}

type OutputTests = readonly [allowedValues: string | null, defaultValue: string | null]

function outputTests(prefix: string, [allowedValues, defaultValue]: OutputTests): string {
  return [
    allowedValues === null ? '' : textElement(prefix, 'outputValues', allowedValues),
    defaultValue === null ? '' : textElement(prefix, 'defaultOutputEntry', defaultValue),
  ].join('')
}

function filled(xml: string, { from, to, prefix, name }: XmlSpan, tests: OutputTests): TextEdit {
  const slash = to - (/\s*\/>$/.exec(xml.slice(from, to))?.[0].length ?? 2)
  return { from: slash, to, text: `>${outputTests(prefix, tests)}</${prefix}${name}>` }
}

function attributeText(name: string, value: string | null): string {
  return value === null ? '' : ` ${name}="${escapeXmlAttribute(value)}"`
}

/** Stretches of space in an attribute are read as one blank. */
function labelEdits(
  xml: string,
  span: XmlSpan,
  [name, value]: readonly [string, string | null],
): readonly TextEdit[] {
  const written = span.attributes
    .find((one) => one.name === name)
    ?.value.replace(/\s+/g, ' ')
    .trim()
  return (written ?? '') === (value ?? '') ? [] : attributeEdits(xml, span, [name, value])
}

/** Versions before 1.3 write `prefix:name` for a type, which is read as its name. */
function typeEdits(xml: string, span: XmlSpan, typeRef: string | null): readonly TextEdit[] {
  const child = span.children.find(({ name }) => name === 'typeRef')
  const written = span.attributes.find((one) => one.name === 'typeRef')?.value.trim() ?? ''
  const bare = written.slice(written.indexOf(':') + 1)
  if (child !== undefined || bare === (typeRef ?? '') || written === typeRef) return []
  return attributeEdits(xml, span, ['typeRef', typeRef])
}
