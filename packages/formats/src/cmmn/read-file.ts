import type { CaseFileItem } from '@millrace/core/case'
import { child, childrenOf, type XmlElement } from '../xml/index.ts'
import { foreignOf, referenceOf } from './written.ts'

/** A name by which expressions can know something. */
const VARIABLE = /^[A-Za-z_]\w*$/

/** The case file, with what each of its items is and how many there may be. */
export function readCaseFile(model: XmlElement | undefined, root: XmlElement): readonly CaseFileItem[] {
  const types = new Map(
    childrenOf(root, 'caseFileItemDefinition').map(({ attributes }) => [
      attributes.id ?? '',
      attributes.definitionType ?? '',
    ]),
  )
  return readItems(model, types)
}

function readItems(
  holder: XmlElement | undefined,
  types: ReadonlyMap<string, string>,
): readonly CaseFileItem[] {
  return childrenOf(holder, 'caseFileItem').map((element) => {
    const { attributes } = element
    const { id = '', name = '', multiplicity = '' } = attributes
    return {
      ...{ id, name },
      kind: kindOf(types.get(referenceOf(attributes.definitionRef) ?? '') ?? ''),
      isMany: multiplicity.endsWith('OrMore'),
      isRequired: multiplicity === 'ExactlyOne' || multiplicity === 'OneOrMore',
      variable: variableOf(element),
      children: readItems(child(element, 'children'), types),
    }
  })
}

function kindOf(type: string): CaseFileItem['kind'] {
  if (type.endsWith('CMISFolder')) return 'folder'
  return type.endsWith('CMISDocument') ? 'document' : 'data'
}

/** As we write it; of files of other programs the name, where it can be one. */
function variableOf(element: XmlElement): string {
  const [, own] = Object.entries(element.attributes).find(([name]) => name.endsWith(':variable')) ?? []
  if (own !== undefined) return own
  return [foreignOf(element, 'name'), element.attributes.id].find((name) => name && VARIABLE.test(name)) ?? ''
}
