export {
  type JsonRecord,
  listOf,
  numberOf,
  recordOf,
  recordsOf,
  textOf,
  textOrNull,
} from './json-value.ts'
