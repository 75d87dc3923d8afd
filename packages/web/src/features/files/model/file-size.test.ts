import { expect, test } from 'vitest'
import { formatFileSize } from './file-size.ts'

test.each([
  [0, '0 B'],
  [830, '830 B'],
  [12_288, '12 KB'],
  [4_718_592, '4.5 MB'],
  [52_428_800, '50 MB'],
  [3_221_225_472, '3.0 GB'],
])('%i bytes are written %s', (bytes, words) => expect(formatFileSize(bytes)).toBe(words))
