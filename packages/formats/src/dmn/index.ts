export {
  DMN_FILE_PROBLEM_CODES,
  DMN_REFUSAL_CODES,
  type DmnFileProblem,
  type DmnFileProblemCode,
} from './limits.ts'
export { type DmnFile, readDmn } from './read-dmn.ts'
