export { title } from '../../../../../../dev/fixture.ts'
