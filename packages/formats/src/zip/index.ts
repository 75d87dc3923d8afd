export {
  DIRECTORY_TAIL_BYTES,
  findZipDirectory,
  LOCAL_HEADER_BYTES,
  readZipDirectory,
  ZIP_REFUSAL_CODES,
  type ZipDirectory,
  type ZipEntry,
  zipDataOffset,
} from './zip-directory.ts'
