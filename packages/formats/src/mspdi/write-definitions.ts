import type { MspdiAttributeDefinition } from './extended-attribute.ts'
import type { ProjectWriter } from './project-writer.ts'
import { isOutlineCode } from './write-parts.ts'

/** The code of a value's sort that says it is a text. */
const TEXT_VALUE = 21

/** The custom fields the file defines: outline codes in a section of their own. */
export function writeDefinitions(definitions: readonly MspdiAttributeDefinition[], to: ProjectWriter): void {
  const outlineCodes = definitions.filter(isOutlineCode)
  const others = definitions.filter((definition) => !isOutlineCode(definition))
  if (outlineCodes.length > 0) {
    to.group('OutlineCodes', () => {
      for (const definition of outlineCodes) writeOutlineCode(definition, to)
    })
  }
  if (others.length > 0) {
    to.group('ExtendedAttributes', () => {
      for (const definition of others) writeField(definition, to)
    })
  }
}

function writeOutlineCode(definition: MspdiAttributeDefinition, to: ProjectWriter): void {
  to.group('OutlineCode', () => {
    to.leaf('Guid', definition.guid)
    to.leaf('FieldID', definition.fieldId)
    to.leaf('FieldName', definition.fieldName)
    to.leaf('Alias', definition.alias)
    if (definition.choices.length === 0) return
    to.group('Values', () => {
      definition.choices.forEach((choice, place) => {
        to.group('Value', () => {
          to.leaf('ValueID', place + 1)
          to.leaf('Type', TEXT_VALUE)
          to.leaf('Value', choice)
        })
      })
    })
  })
}

function writeField(definition: MspdiAttributeDefinition, to: ProjectWriter): void {
  to.group('ExtendedAttribute', () => {
    to.leaf('FieldID', definition.fieldId)
    to.leaf('FieldName', definition.fieldName)
    to.leaf('Guid', definition.guid)
    to.leaf('Alias', definition.alias)
    if (definition.choices.length === 0) return
    to.group('ValueList', () => {
      definition.choices.forEach((choice, place) => {
        to.group('Value', () => {
          to.leaf('ID', place + 1)
          to.leaf('Value', choice)
        })
      })
    })
  })
}
