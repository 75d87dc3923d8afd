import { unreachable } from '@millrace/core/kernel'
import type { MspdiBaseline } from './baseline.ts'
import { codeOfDurationFormat } from './codes.ts'
import type { MspdiAttribute, MspdiAttributeDefinition, MspdiAttributeValue } from './extended-attribute.ts'
import { durationText, flagText, type ProjectWriter } from './project-writer.ts'
import type { MspdiHyperlink } from './task.ts'
import { codeOfTimephased, type MspdiTimephased, type TimephasedOwner } from './timephased.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 86_400_000
/** Outline codes are fields with a section of their own. */
const OUTLINE_CODE = /^(?:\p{L}+ )*?Outline Code\d/u

/** Whether a field is an outline code, by the name the program has for it. */
export function isOutlineCode(definition: Pick<MspdiAttributeDefinition, 'fieldName'>): boolean {
  return OUTLINE_CODE.test(definition.fieldName)
}

/** Where a row points to. */
export function writeHyperlink(hyperlink: MspdiHyperlink | undefined, to: ProjectWriter): void {
  to.leaf('Hyperlink', hyperlink?.text)
  to.leaf('HyperlinkAddress', hyperlink?.address)
  to.leaf('HyperlinkSubAddress', hyperlink?.subAddress)
}

/** The custom values of a row; those of outline codes as texts, too. */
export function writeAttributes(attributes: readonly MspdiAttribute[], to: ProjectWriter): void {
  for (const { fieldId, value } of attributes) {
    to.group('ExtendedAttribute', () => {
      to.leaf('FieldID', fieldId)
      to.leaf('Value', valueText(value, to))
      if (value.kind === 'duration' && value.format !== undefined) {
        to.leaf('DurationFormat', codeOfDurationFormat(value.format))
      }
    })
  }
}

function valueText(value: MspdiAttributeValue, to: ProjectWriter): string {
  switch (value.kind) {
    case 'text':
      return value.text
    case 'number':
      return String(value.number)
    case 'cost':
      return to.moneyText(value.minor)
    case 'date':
      return value.at
    case 'flag':
      return flagText(value.on)
    case 'duration':
      return durationText(value.minutes)
    default:
      return unreachable(value)
  }
}

/** The saved plans of a row. */
export function writeBaselines(baselines: readonly MspdiBaseline[], to: ProjectWriter): void {
  for (const baseline of baselines) {
    to.group('Baseline', () => {
      to.leaf('Number', baseline.number)
      to.leaf('Start', baseline.start)
      to.leaf('Finish', baseline.finish)
      to.duration('Duration', baseline.durationMin)
      to.duration('Work', baseline.workMin)
      to.money('Cost', baseline.costMinor)
    })
  }
}

/** Amounts spread over time, of a task or an assignment. */
export function writeTimephased(
  amounts: readonly MspdiTimephased[],
  owner: { readonly kind: TimephasedOwner; readonly uid: number },
  to: ProjectWriter,
): void {
  for (const entry of amounts) {
    to.group('TimephasedData', () => {
      to.leaf('Type', codeOfTimephased(entry, owner.kind))
      to.leaf('UID', owner.uid)
      to.leaf('Start', entry.start)
      to.leaf('Finish', entry.finish)
      to.leaf('Unit', unitOf(entry))
      to.leaf('Value', amountText(entry, to))
    })
  }
}

/** The time unit an interval is at least as long as: 0 minute, 1 hour, 2 day. */
function unitOf({ start, finish }: MspdiTimephased): number {
  const length = Date.parse(`${finish}Z`) - Date.parse(`${start}Z`)
  if (length < HOUR_MS) return 0
  return length < DAY_MS ? 1 : 2
}

function amountText({ measure, amount }: MspdiTimephased, to: ProjectWriter): string {
  if (measure.endsWith('work')) return durationText(amount)
  return measure.endsWith('cost') ? to.moneyText(amount) : String(amount)
}
