import { bindDates, bindDays, bindInstants } from './bind-dates.ts'
import { bindMembers, bindReference, choiceIndex } from './bind-names.ts'
import { bindNumbers, bindPriority } from './bind-numbers.ts'
import { bindKey, bindTexts } from './bind-texts.ts'
import { bindArea, bindGroup, bindItem, bindKind, bindState } from './bind-words.ts'
import type { FieldBinding } from './field-binding.ts'
import type { BindContext, FieldTarget } from './field-target.ts'
import { readEffortMin, readMoneyMinor, readNumber } from './query-amount.ts'

/** The ways to compare this field, with everything they need to look up. */
export function bindingOf(target: FieldTarget, context: BindContext): FieldBinding {
  const { catalogue, viewer } = context
  switch (target.type) {
    case 'search':
    case 'text':
      return bindTexts(target)
    case 'key':
      return bindKey(target)
    case 'state':
      return bindState(target, catalogue)
    case 'group':
      return bindGroup(target)
    case 'kind':
      return bindKind(target, catalogue)
    case 'area':
      return bindArea(target)
    case 'item':
      return bindItem()
    case 'type':
      return bindReference(target, { index: catalogue.types })
    case 'person':
      return bindReference(target, { index: catalogue.people, viewer })
    case 'team':
      return bindReference(target, { index: catalogue.teams })
    case 'choice':
      return bindReference(target, { index: choiceIndex(target) })
    case 'container':
      return bindMembers(target, { list: 'containerIds', index: catalogue.containers })
    case 'label':
      return bindMembers(target, { list: 'labelIds', index: catalogue.labels })
    case 'priority':
      return bindPriority(target)
    case 'date':
      return bindDates(target, viewer)
    case 'instant':
      return bindInstants(target, viewer)
    case 'days':
      return bindDays(target, viewer)
    case 'duration':
      return bindNumbers(target, readEffortMin)
    case 'money':
      return bindNumbers(target, (text) => readMoneyMinor(text, viewer.currencyDigits))
    case 'number':
      return bindNumbers(target, readNumber)
  }
}
