import { minorUnitDigits } from '../dates/index.ts'
import { createXmlWriter } from '../xml/index.ts'

/** Writes the elements of a project file in the words of the format. */
export type ProjectWriter = {
  /** An element holding others, written by `inside`. */
  group(name: string, inside: () => void): void
  /** A text, number or yes or no; nothing when absent. */
  leaf(name: string, value: string | number | boolean | undefined): void
  /** Minutes as an ISO 8601 duration. */
  duration(name: string, minutes: number | undefined): void
  /** Minutes as tenths of minutes. */
  tenths(name: string, minutes: number | undefined): void
  /** Minor units of the project's currency as hundredths of its whole unit. */
  money(name: string, minor: number | undefined): void
  /** An amount of money as text, for values of several kinds. */
  readonly moneyText: (minor: number) => string
  end(): string
}

const NAMESPACE = 'http://schemas.microsoft.com/project'
/** Thousandths of a minute in an hour and a minute; one is six hundredths of a second. */
const PER_HOUR = 60_000
const PER_MINUTE = 1_000
const HUNDREDTHS = 6

/** A writer of a project file with its money in a currency; two digits when it has none. */
export function createProjectWriter(currency: string | undefined): ProjectWriter {
  const xml = createXmlWriter()
  const perWhole = 10 ** minorUnitDigits(currency ?? '')
  const moneyText = (minor: number): string => String((minor * 100) / perWhole)
  const leaf: ProjectWriter['leaf'] = (name, value) => {
    if (value === undefined) return
    xml.leaf(name, typeof value === 'boolean' ? flagText(value) : String(value))
  }
  xml.open('Project', { xmlns: NAMESPACE })
  return {
    group(name, inside) {
      xml.open(name)
      inside()
      xml.close()
    },
    leaf,
    duration: (name, minutes) => leaf(name, minutes === undefined ? undefined : durationText(minutes)),
    tenths: (name, minutes) =>
      leaf(name, minutes === undefined ? undefined : Math.round(minutes * 10_000) / 1_000),
    money: (name, minor) => leaf(name, minor === undefined ? undefined : moneyText(minor)),
    moneyText,
    end: () => xml.end(),
  }
}

/** A yes or no as `xsd:boolean`, the way Microsoft Project writes it. */
export function flagText(value: boolean): string {
  return value ? '1' : '0'
}

/** Minutes as an ISO 8601 duration in hours, minutes and seconds: `PT7H30M0S`. */
export function durationText(minutes: number): string {
  const total = Math.round(Math.abs(minutes) * PER_MINUTE)
  const hours = Math.floor(total / PER_HOUR)
  const rest = total % PER_HOUR
  const seconds = ((rest % PER_MINUTE) * HUNDREDTHS) / 100
  const sign = minutes < 0 && total > 0 ? '-' : ''
  return `${sign}PT${hours}H${Math.floor(rest / PER_MINUTE)}M${seconds}S`
}
