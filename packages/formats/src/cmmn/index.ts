export { CMMN_REFUSAL_CODES, type CmmnRefused } from './limits.ts'
export { type CmmnCase, readCmmn } from './read-cmmn.ts'
export { writeCmmn } from './write-cmmn.ts'
