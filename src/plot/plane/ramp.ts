// The colours of heights: even steps for the eye from one colour of the style sheet to another.

/** Red, green, blue between 0 and 1, as screens take them. */
export type Rgb = readonly [number, number, number]

/**
 * So many colours in steps that look equally large.
 * Source: Ottosson 2020, A perceptual color space for image processing (OKLab)
 */
export function ramp(from: Rgb, to: Rgb, count: number): Rgb[] {
  const [a, b] = [toLab(from), toLab(to)]
  return Array.from({ length: count }, (_, i) => {
    const part = count > 1 ? i / (count - 1) : 0
    return fromLab(a.map((value, j) => value + part * ((b[j] as number) - value)) as unknown as Rgb)
  })
}

const toLinear = (c: number) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
const fromLinear = (c: number) => (c <= 0.0031308 ? 12.92 * c : 1.055 * c ** (1 / 2.4) - 0.055)
const clamped = (c: number) => Math.max(0, Math.min(1, c))

/** Lightness, green to red, blue to yellow. */
export function toLab(color: Rgb): Rgb {
  const [r, g, b] = color.map(toLinear) as unknown as Rgb
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ]
}

function fromLab([lightness, a, b]: Rgb): Rgb {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
  const linear = [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ]
  return linear.map((c) => clamped(fromLinear(c))) as unknown as Rgb
}

/** A colour as style sheets report it: rgb(1, 2, 3). */
export function readRgb(text: string): Rgb {
  const [r = 0, g = 0, b = 0] = (text.match(/[\d.]+/g) ?? []).map((part) => Number(part) / 255)
  return [r, g, b]
}

/** The same for those who paint. */
export const cssOf = (color: Rgb): string =>
  `rgb(${color.map((part) => Math.round(part * 255)).join(', ')})`
