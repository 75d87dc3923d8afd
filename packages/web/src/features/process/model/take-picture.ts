import { saveFile } from '../../../platform/download.ts'
import type { Picture } from '../../../ui/bpmn/index.ts'

/** Pictures for screens and paper: as sharp as both show. */
const SHARPNESS = 2

/** The file as it is kept, byte for byte. */
export function takeFile(name: string, xml: string): void {
  saveFile({ name: `${fileName(name)}.bpmn`, content: new Blob([xml], { type: 'application/xml' }) })
}

/** The picture as SVG. */
export async function takeSvg(name: string, picture: Picture | null): Promise<void> {
  if (!picture) return
  saveFile({ name: `${fileName(name)}.svg`, content: svgFile(await picture.svg()) })
}

/** The picture as PNG, on the ground of the page. */
export async function takePng(name: string, picture: Picture | null): Promise<void> {
  if (!picture) return
  const address = URL.createObjectURL(svgFile(await picture.svg()))
  const image = new Image()
  image.src = address
  await image.decode()
  URL.revokeObjectURL(address)
  const canvas = document.createElement('canvas')
  canvas.width = image.width * SHARPNESS
  canvas.height = image.height * SHARPNESS
  const context = canvas.getContext('2d')
  if (!context) return
  context.fillStyle = getComputedStyle(document.body).getPropertyValue('--surface').trim() || 'white'
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.drawImage(image, 0, 0, canvas.width, canvas.height)
  canvas.toBlob((content) => content && saveFile({ name: `${fileName(name)}.png`, content }))
}

function svgFile(svg: string): Blob {
  return new Blob([svg], { type: 'image/svg+xml' })
}

function fileName(name: string): string {
  return name.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '') || 'model'
}
