export { isPlankaBoard, readPlanka } from './read-planka.ts'
