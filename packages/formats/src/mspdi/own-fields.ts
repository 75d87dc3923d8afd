import type { MspdiAttribute, MspdiAttributeDefinition } from './extended-attribute.ts'
import type { MspdiTask } from './task.ts'

/** The task field Flag20, which people hardly ever use: Microsoft Project itself has no word for a hammock. */
const HAMMOCK: MspdiAttributeDefinition = {
  fieldId: 188_743_981,
  fieldName: 'Flag20',
  alias: 'Hammock',
  guid: undefined,
  choices: [],
}

/** The fields with which a file says what the program has no word for; none where there is nothing of it. */
export function ownDefinitions(hasHammocks: boolean): readonly MspdiAttributeDefinition[] {
  return hasHammocks ? [HAMMOCK] : []
}

/** What marks a task as lasting as long as what it is linked to. */
export const HAMMOCK_MARK: readonly MspdiAttribute[] = [
  { fieldId: HAMMOCK.fieldId, name: 'Hammock', value: { kind: 'flag', on: true } },
]

/** Whether a task lasts as long as what it is linked to: a flag of that name says so. */
export function isHammock({ attributes }: Pick<MspdiTask, 'attributes'>): boolean {
  return attributes.some(({ name, value }) => name === HAMMOCK.alias && value.kind === 'flag' && value.on)
}
