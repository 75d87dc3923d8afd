import { err, ok, type Refusal, type Result } from '@millrace/core/kernel'
import { createXmlReader } from '../xml/index.ts'

/** Characters of all shared texts together: they are held while the sheet is read. */
const CHARACTERS_MAX = 100_000_000
const COUNT_MAX = 5_000_000

/** Reads the table of shared texts piece by piece. */
export type StringsReader = {
  readonly push: (bytes: Uint8Array) => Result<undefined>
  readonly end: () => Result<readonly string[]>
}

/**
 * A reader of shared texts. Parts of different look are joined; how a text is pronounced is left.
 *
 * @param maxBytes of the part
 * @see ECMA-376-1 §18.4
 */
export function createStringsReader(maxBytes: number): StringsReader {
  const strings: string[] = []
  let text = ''
  let characters = 0
  let isText = false
  let phonetic = 0
  let refusal: Refusal | undefined
  const reader = createXmlReader(
    {
      onOpen: (name) => {
        if (name === 'si') text = ''
        if (name === 'rPh') phonetic++
        isText = name === 't' && phonetic === 0
      },
      onText: (piece) => {
        if (!isText) return
        text += piece
        characters += piece.length
        if (characters > CHARACTERS_MAX)
          refusal ??= { code: 'xlsx.too_much_text', params: { limit: CHARACTERS_MAX } }
      },
      onClose: (name) => {
        isText = false
        if (name === 'rPh') phonetic--
        if (name !== 'si') return
        strings.push(text)
        if (strings.length > COUNT_MAX)
          refusal ??= { code: 'xlsx.too_much_text', params: { limit: COUNT_MAX } }
      },
    },
    { maxBytes },
  )
  return {
    push: (bytes) => {
      const read = refusal ? err(refusal) : reader.push(bytes)
      return refusal ? err(refusal) : read
    },
    end: () => {
      const read = refusal ? err(refusal) : reader.end()
      if (refusal) return err(refusal)
      return read.ok ? ok(strings) : read
    },
  }
}
