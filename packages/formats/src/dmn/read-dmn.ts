import type { DmnModel } from '@millrace/core/decision'
import { err, ok, type Result } from '@millrace/core/kernel'
import type { DmnFileProblem } from './limits.ts'
import { readDecisions, readInputData, readKnowledge, readServices } from './read-elements.ts'
import { readTypes } from './read-types.ts'
import type { Reading } from './reading.ts'
import { attribute, childrenOf, readXmlTree, type XmlElement } from './xml-tree.ts'

/** A DMN file: its model, the version it was written in, and what was wrong in it. */
export type DmnFile = {
  readonly model: DmnModel
  readonly version: string
  readonly problems: readonly DmnFileProblem[]
}

/** Versions by their namespaces (OMG). */
const VERSIONS: Readonly<Record<string, string>> = {
  'http://www.omg.org/spec/DMN/20151101/dmn.xsd': '1.1',
  'http://www.omg.org/spec/DMN/20180521/MODEL/': '1.2',
  'https://www.omg.org/spec/DMN/20191111/MODEL/': '1.3',
  'https://www.omg.org/spec/DMN/20211108/MODEL/': '1.4',
  'https://www.omg.org/spec/DMN/20230324/MODEL/': '1.5',
}

/**
 * Reads a DMN file of version 1.1 to 1.5 into the model of `@millrace/core/decision`.
 *
 * @param bytes the file, in the encoding it declares
 * @returns refusals: `DMN_REFUSAL_CODES` and those of XML
 * @see DMN 1.5, DMN15.xsd
 */
export function readDmn(bytes: Uint8Array): Result<DmnFile> {
  const tree = readXmlTree(bytes)
  if (!tree.ok) return tree
  const root = tree.value
  const version = versionOf(root)
  if (root.name !== 'definitions' || version === undefined) {
    return err({ code: 'dmn.not_dmn', params: { root: root.name.slice(0, 60) } })
  }
  const namespace = attribute(root, 'namespace') ?? ''
  const imports = childrenOf(root, 'import').map((element) => ({
    name: attribute(element, 'name') ?? '',
    namespace: attribute(element, 'namespace') ?? '',
  }))
  const reading: Reading = {
    problems: [],
    prefixes: prefixesOf(root),
    importNames: new Map(imports.map((one) => [one.namespace, one.name])),
  }
  const model: DmnModel = {
    name: attribute(root, 'name') ?? '',
    namespace,
    imports,
    itemDefinitions: readTypes(root, 'itemDefinition', reading),
    inputData: readInputData(root, reading),
    decisions: readDecisions(root, reading),
    businessKnowledge: readKnowledge(root, reading),
    services: readServices(root, reading),
  }
  return ok({ model, version, problems: reading.problems })
}

function prefixesOf({ attributes }: XmlElement): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(attributes).flatMap(([name, value]) =>
      name.startsWith('xmlns:') ? [[name.slice('xmlns:'.length), value] as const] : [],
    ),
  )
}

function versionOf({ attributes }: XmlElement): string | undefined {
  for (const [name, value] of Object.entries(attributes)) {
    if (name !== 'xmlns' && !name.startsWith('xmlns:')) continue
    if (Object.hasOwn(VERSIONS, value)) return VERSIONS[value]
  }
  return undefined
}
