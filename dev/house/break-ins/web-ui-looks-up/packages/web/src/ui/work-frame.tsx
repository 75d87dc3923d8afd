export { WorkPage } from '../features/work/pages/work-page.tsx'
