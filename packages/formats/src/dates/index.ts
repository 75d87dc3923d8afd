export { DATES_REFUSAL_CODES } from './codes.ts'
export { currencyBySign, isCurrencyCode, minorUnitDigits } from './currency.ts'
export { type DateOptions, type ParsedDate, parseDate } from './date.ts'
export { type DateOrder, type DateOrderFinding, inferDateOrder } from './date-order.ts'
export {
  type DurationUnit,
  durationMinutes,
  type ParsedDuration,
  parseDuration,
  type WorkingUnits,
} from './duration.ts'
export { parseExcelSerial } from './excel-serial.ts'
export { type MoneyOptions, parseMoney } from './money.ts'
export {
  type DecimalMark,
  type DecimalMarkFinding,
  inferDecimalMark,
  parseDecimal,
  parseNumber,
  parsePercent,
} from './number.ts'
export { isPlainDateTime, isPlainTime, type PlainDateTime } from './plain-date-time.ts'
export { parseTruth } from './truth.ts'
