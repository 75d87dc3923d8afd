export { fits } from './fits.ts'
