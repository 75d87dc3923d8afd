export { closeItem } from '../../work/store.ts'
