// plot/picture/: plots as files.
//
// Plots as files: what is on the screen as one SVG that needs no style sheet, and as pixels.

export interface PlotPicture {
  readonly width: number
  readonly height: number
  /** From the back to the front. */
  readonly layers: readonly Layer[]
}

/** Elements of the page, the text of SVG elements, or such layers at another place. */
export type Layer = SVGSVGElement | string | Placed

export interface Placed {
  readonly x: number
  readonly y: number
  readonly layers: readonly Layer[]
}

/** What an element looks like, as attributes that mean the same without a style sheet. */
const looks = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'stroke-opacity',
  'opacity',
  'paint-order',
  'font-family',
  'font-size',
  'font-weight',
  'text-anchor',
  'dominant-baseline',
  'r',
]

/** The picture as the text of an SVG file. */
export async function svgOf(picture: PlotPicture): Promise<string> {
  const { width, height, layers } = picture
  const paper = getComputedStyle(document.body).backgroundColor
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    `<style>${await fontFaces()}</style>`,
    `<rect width="${width}" height="${height}" fill="${paper}"/>`,
    ...layers.map(textOf),
    '</svg>\n',
  ].join('')
}

function textOf(layer: Layer): string {
  if (typeof layer === 'string') return layer
  if (!('layers' in layer)) return frozen(layer)
  const [x, y] = [layer.x, layer.y].map((at) => Number(at.toFixed(2)))
  return `<g transform="translate(${x},${y})">${layer.layers.map(textOf).join('')}</g>`
}

/** A copy of an element with its looks written out. */
function frozen(svg: SVGSVGElement): string {
  const copy = svg.cloneNode(true) as SVGSVGElement
  const originals = [svg, ...svg.querySelectorAll('*')]
  const copies = [copy, ...copy.querySelectorAll('*')]
  originals.forEach((original, i) => {
    const style = getComputedStyle(original)
    const element = copies[i] as Element
    for (const name of looks) {
      const value = style.getPropertyValue(name)
      if (value && value !== 'normal') element.setAttribute(name, value)
    }
    for (const name of ['class', 'style', 'tabindex']) element.removeAttribute(name)
  })
  // What only tells how to use the page is no part of the picture.
  for (const hint of copy.querySelectorAll('[data-hint]')) hint.remove()
  return new XMLSerializer().serializeToString(copy)
}

/** The page's own type, inside the file: a picture must look the same where it is not installed. */
async function fontFaces(): Promise<string> {
  const rules = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules])
  const faces = rules.filter(
    (rule): rule is CSSFontFaceRule =>
      rule instanceof CSSFontFaceRule &&
      rule.style.getPropertyValue('font-family').includes('Atkinson'),
  )
  return (await Promise.all(faces.map(withFile))).join('')
}

async function withFile({ cssText, parentStyleSheet }: CSSFontFaceRule): Promise<string> {
  const [whole = '', url = ''] = /url\("?([^")]*)"?\)/.exec(cssText) ?? []
  const file = await fetch(new URL(url, parentStyleSheet?.href ?? location.href))
  return cssText.replace(whole, `url("${await dataUrl(await file.blob())}")`)
}

const dataUrl = (blob: Blob): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result))
    reader.onerror = () => reject(reader.error)
    reader.readAsDataURL(blob)
  })

/** Pixels for each pixel of the page: enough for a slide. */
const density = 2

/** The picture as a PNG file. */
export async function pngOf(picture: PlotPicture): Promise<Blob> {
  const image = new Image()
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(await svgOf(picture))}`
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = picture.width * density
  canvas.height = picture.height * density
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('No picture could be made'))))
  })
}
