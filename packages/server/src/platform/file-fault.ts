import { codeOf, messageOf, PlainFault } from './fault.ts'

const SENTENCES: Readonly<Record<string, (path: string) => string>> = {
  EACCES: (path) =>
    `Millrace may not write to ${path}. Give this user the right to, or choose another place with DATA_DIR.`,
  EPERM: (path) =>
    `Millrace may not change ${path}. Give this user the right to, or choose another place with DATA_DIR.`,
  EROFS: (path) => `${path} is on a read-only file system. Choose another place with DATA_DIR.`,
  ENOSPC: (path) => `The disk of ${path} is full. Free some space, or choose another place with DATA_DIR.`,
  EDQUOT: (path) =>
    `The disk quota of ${path} is used up. Free some space, or choose another place with DATA_DIR.`,
  ENOTDIR: (path) => `${path} is not a directory. Choose another place with DATA_DIR.`,
  EEXIST: (path) => `${path} is not a directory. Choose another place with DATA_DIR.`,
}

/** Turns a refusal of the file system into a sentence about `path`; other errors come back as they are. */
export function explainFileFault(path: string, error: unknown): unknown {
  if (error instanceof PlainFault) return error
  const sentence = SENTENCES[codeOf(error)]
  if (sentence) return new PlainFault(sentence(path), { cause: error })
  // Programs that write for us pass the reason on as text only.
  if (/no space left on device/i.test(messageOf(error)))
    return new PlainFault(
      `The disk of ${path} is full. Free some space, or choose another place with DATA_DIR.`,
    )
  return error
}
