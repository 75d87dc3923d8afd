import type { XmlElement } from '../xml/index.ts'
import type { CmmnRefused } from './limits.ts'

/** What is gathered while one case is read. */
export type CaseReading = {
  readonly caseId: string
  /** Sentries by their ids. */
  readonly sentries: ReadonlyMap<string, XmlElement>
  /** What plan items refer to: tasks, stages, milestones and listeners by their ids. */
  readonly definitions: ReadonlyMap<string, XmlElement>
  /** Names of roles by their ids. */
  readonly roles: ReadonlyMap<string, string>
  /** Rules by which something of a planning table is offered, by their ids. */
  readonly applicability: ReadonlyMap<string, XmlElement>
  /** Ids by which events are told that stand for the case itself. */
  readonly planModelId: string
  readonly refused: CmmnRefused[]
  /** Stages that are being read, the outermost first. */
  readonly open: Set<string>
  /** How many items were read: what one definition says may stand in many places. */
  readonly counted: { items: number }
}

/** Something that is not executed. */
export function refuse(
  { refused }: CaseReading,
  element: XmlElement,
  about: { name?: string; at?: string } = {},
): void {
  const { name = element.name, at = element.attributes.id ?? '' } = about
  refused.push({ name, at, line: element.line })
}

/** All elements within one, from the outside in. */
export function within(element: XmlElement): readonly XmlElement[] {
  return element.children.flatMap((one) => [one, ...within(one)])
}
