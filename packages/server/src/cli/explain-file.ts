import { codeOf, PlainFault } from '../platform/fault.ts'

/** Why a file that somebody named could not be written; other errors come back as they are. */
export function explainFile(file: string, error: unknown): unknown {
  switch (codeOf(error)) {
    case 'ENOENT':
      return new PlainFault(`There is no folder for ${file}. Make it first, or give another name.`)
    case 'EISDIR':
      return new PlainFault(`${file} is a folder. Give the name of a file.`)
    case 'EACCES':
    case 'EROFS':
      return new PlainFault(`This user may not write ${file}.`)
    case 'ENOSPC':
      return new PlainFault(`The disk is full; ${file} was not written.`)
    default:
      return error
  }
}
