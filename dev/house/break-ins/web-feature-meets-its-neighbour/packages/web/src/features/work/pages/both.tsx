export { ProcessPage } from '../../process/pages/process-page.tsx'
