export { isAsanaProject, readAsana } from './read-asana.ts'
