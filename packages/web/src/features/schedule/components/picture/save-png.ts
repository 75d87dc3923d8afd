import { saveFile } from '../../../../platform/download.ts'

/** Twice the size, so that it stays sharp when it is printed or shown on a large screen. */
const SCALE = 2
/** What browsers let a canvas be at most: pixels along an edge, and altogether. */
const EDGE_MAX = 16_000
const AREA_MAX = 120_000_000

type Size = { readonly width: number; readonly height: number }

/**
 * Keeps a picture as a PNG file.
 *
 * @throws when the browser cannot make it
 */
export async function savePng(svg: string, size: Size, name: string): Promise<void> {
  const image = new Image()
  image.src = addressOf(svg)
  await image.decode()
  const scale = scaleFor(size)
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(size.width * scale)
  canvas.height = Math.round(size.height * scale)
  const context = canvas.getContext('2d')
  if (!context) throw new Error('this browser draws no pictures')
  context.drawImage(image, 0, 0, canvas.width, canvas.height)
  const content = await new Promise<Blob | null>((resolve) => {
    canvas.toBlob(resolve, 'image/png')
  })
  if (!content) throw new Error('the picture is too large')
  saveFile({ name, content })
}

/** The address of a picture that lies in the address itself. */
export function addressOf(svg: string): string {
  return `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`
}

function scaleFor({ width, height }: Size): number {
  const byEdge = EDGE_MAX / Math.max(width, height)
  return Math.min(SCALE, byEdge, Math.sqrt(AREA_MAX / (width * height)))
}
