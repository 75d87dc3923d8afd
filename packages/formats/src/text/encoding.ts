const LABELS = {
  'utf-8': ['utf8', 'unicode-1-1-utf-8'],
  'utf-16le': ['utf-16', 'utf16', 'unicode', 'ucs-2', 'iso-10646-ucs-2'],
  'utf-16be': [],
  'windows-1250': ['cp1250', 'x-cp1250'],
  'windows-1251': ['cp1251', 'x-cp1251'],
  // WHATWG reads Latin-1 and ASCII as Windows-1252: the same letters, and curly quotes where
  // ISO 8859-1 has control characters that nobody writes.
  'windows-1252': ['cp1252', 'x-cp1252', 'iso-8859-1', 'iso8859-1', 'latin1', 'l1', 'us-ascii', 'ascii'],
  'windows-1253': ['cp1253'],
  'windows-1254': ['cp1254', 'iso-8859-9', 'latin5'],
  'windows-1257': ['cp1257'],
  'iso-8859-2': ['iso8859-2', 'latin2'],
  'iso-8859-5': ['iso8859-5', 'cyrillic'],
  'iso-8859-7': ['iso8859-7', 'greek'],
  'iso-8859-15': ['iso8859-15', 'latin9', 'latin-9'],
  'koi8-r': ['koi8', 'koi8r'],
  'koi8-u': ['koi8-ru'],
  ibm866: ['cp866', '866'],
  macintosh: ['mac', 'x-mac-roman'],
} as const

/** An encoding that text can be read from, by its WHATWG name. */
export type TextEncoding = keyof typeof LABELS

// Object.keys widens to string; the keys are those of the constant above.
const NAMES = Object.keys(LABELS) as readonly TextEncoding[]

/** Every encoding that can be read, for a list to choose from. */
export const TEXT_ENCODINGS: readonly TextEncoding[] = NAMES

/**
 * The encoding that a label in a file names (`ISO-8859-1`, `utf8`, `cp1251`), in any letter case.
 *
 * @returns `undefined` when the label is unknown or the encoding is not supported
 * @see WHATWG Encoding §4.2, names and labels
 */
export function encodingByLabel(label: string): TextEncoding | undefined {
  const wanted = label.trim().toLowerCase()
  return TEXT_ENCODINGS.find((name) => name === wanted || LABELS[name].some((other) => other === wanted))
}
