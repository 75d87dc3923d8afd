import type { ItemDefinition } from '@millrace/core/decision'
import { readParameters } from './read-boxed.ts'
import { qualified, type Reading, tell, textIn, typeRefOf } from './reading.ts'
import { attribute, child, childrenOf, type XmlElement } from './xml-tree.ts'

/** Types among the children of an element: item definitions, or the components of one. */
export function readTypes(
  element: XmlElement,
  name: 'itemDefinition' | 'itemComponent',
  reading: Reading,
): readonly ItemDefinition[] {
  return childrenOf(element, name).flatMap((definition) => {
    const own = attribute(definition, 'name')
    if (own !== null) return [readType(definition, own, reading)]
    tell(reading, 'dmn.attribute_missing', { line: definition.line, element: name })
    return []
  })
}

function readType(element: XmlElement, name: string, reading: Reading): ItemDefinition {
  const functionItem = child(element, 'functionItem')
  return {
    name,
    typeRef: typeRefOf(element, reading),
    isCollection: attribute(element, 'isCollection') === 'true',
    components: readTypes(element, 'itemComponent', reading),
    allowedValues: textIn(child(element, 'allowedValues')),
    typeConstraint: textIn(child(element, 'typeConstraint')),
    functionItem:
      functionItem === undefined
        ? null
        : {
            parameters: readParameters(childrenOf(functionItem, 'parameters'), reading),
            resultRef: resultRefOf(functionItem, reading),
          },
    line: element.line,
  }
}

function resultRefOf(element: XmlElement, reading: Reading): string | null {
  const written = attribute(element, 'outputTypeRef')
  return written === null ? null : qualified(written, reading)
}
