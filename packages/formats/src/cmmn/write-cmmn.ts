import type { CaseFileItem, CaseModel } from '@millrace/core/case'
import { createXmlWriter } from '../xml/index.ts'
import { writeContent } from './write-content.ts'
import { CmmnWriting } from './writing.ts'

const ROOT = {
  xmlns: 'http://www.omg.org/spec/CMMN/20151109/MODEL',
  'xmlns:millrace': 'urn:millrace:cmmn',
  targetNamespace: 'urn:millrace:cases',
  expressionLanguage: 'http://www.omg.org/spec/FEEL/20140401',
  exporter: 'Millrace',
}

const TYPES: Readonly<Record<CaseFileItem['kind'], string>> = {
  document: 'http://www.omg.org/spec/CMMN/DefinitionType/CMISDocument',
  folder: 'http://www.omg.org/spec/CMMN/DefinitionType/CMISFolder',
  data: 'http://www.omg.org/spec/CMMN/DefinitionType/Unspecified',
}

/**
 * Writes a plan as a file of CMMN 1.1 that `readCmmn` reads as the same plan. Whether a step is started by hand is always
 * said in so many words. It has no diagram.
 *
 * @see CMMN 1.1, CMMN11CaseModel.xsd
 */
export function writeCmmn(model: CaseModel): string {
  const writing = new CmmnWriting(createXmlWriter(), model)
  writing.element('definitions', ROOT, () => {
    const types = new Map(kindsOf(model.file).map((kind) => [kind, writing.fresh(`file-${kind}`)]))
    for (const [kind, id] of types)
      writing.element('caseFileItemDefinition', { id, name: kind, definitionType: TYPES[kind] })
    writing.element('case', { id: model.id, name: model.name || null }, () => writeCase(writing, types))
  })
  return writing.xml.end()
}

type Types = ReadonlyMap<CaseFileItem['kind'], string>

function kindsOf(file: readonly CaseFileItem[]): readonly CaseFileItem['kind'][] {
  return [...new Set(file.flatMap(({ kind, children }) => [kind, ...kindsOf(children)]))]
}

function writeCase(writing: CmmnWriting, types: Types): void {
  const { description, file, name, root, exit } = writing.model
  if (description !== '') writing.xml.leaf('documentation', description)
  if (file.length > 0)
    writing.element('caseFileModel', {}, () => {
      for (const item of file) writeFileItem(writing, item, types)
    })
  const plan = {
    id: writing.planModelId,
    name: name || null,
    autoComplete: root.autoComplete ? 'true' : null,
  }
  writing.element('casePlanModel', plan, () => writeContent(writing, root, exit))
  const roles = writing.roleIds()
  if (roles.length > 0)
    writing.element('caseRoles', {}, () => {
      for (const [role, id] of roles) writing.element('role', { id, name: role })
    })
}

function writeFileItem(writing: CmmnWriting, item: CaseFileItem, types: Types): void {
  const { id, name, kind, isMany, isRequired, variable, children } = item
  const attributes = {
    ...{ id, name: name || null, 'millrace:variable': variable },
    multiplicity: multiplicityOf({ isMany, isRequired }),
    definitionRef: types.get(kind) ?? null,
  }
  writing.element('caseFileItem', attributes, () => {
    if (children.length === 0) return
    writing.element('children', {}, () => {
      for (const one of children) writeFileItem(writing, one, types)
    })
  })
}

function multiplicityOf({ isMany, isRequired }: Pick<CaseFileItem, 'isMany' | 'isRequired'>): string {
  if (isMany) return isRequired ? 'OneOrMore' : 'ZeroOrMore'
  return isRequired ? 'ExactlyOne' : 'ZeroOrOne'
}
