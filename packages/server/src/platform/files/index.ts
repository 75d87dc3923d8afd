export {
  type ByteRange,
  ContentTooLarge,
  contentKey,
  type FileStore,
  FileStoreFault,
  type KeptContent,
  type StoredContent,
} from './file-store.ts'
export { openFiles } from './open-files.ts'
