export { type ByteDecoder, createByteDecoder, decodeText, type EncodingReport } from './byte-decoder.ts'
export type { ByteFaults } from './byte-faults.ts'
export type { EncodingBasis } from './detect-encoding.ts'
export { encodingByLabel, TEXT_ENCODINGS, type TextEncoding } from './encoding.ts'
