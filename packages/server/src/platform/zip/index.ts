export { openZip, ZipFault, type ZipFile } from './open-zip.ts'
export { type ZippedFile, zipFiles } from './zip-files.ts'
