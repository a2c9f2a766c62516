// What shows a lab in a page of someone's own: an address, and the HTML of a frame.
import type { PanelName } from '../../panels/lab/arrangement.tsx'

export interface FrameSize {
  readonly width: number
  readonly height: number
}

/** So small it may be (pixels), and what is usual. */
export const leastSize: FrameSize = { width: 320, height: 240 }
export const usualSize: FrameSize = { width: 800, height: 480 }

/**
 * The address of some panels of a lab, without the page around them.
 * @param link to what is shown
 * @param page where that stands
 */
export function frameAddress(page: string, link: string, panels: readonly PanelName[]): string {
  const { origin, pathname } = new URL(page)
  return `${origin}${pathname}?embed=${panels.join(',')}${link}`
}

/** A frame as HTML. It is never wider than the place where it stands, and loads when someone comes near. */
export const frameCode = (address: string, title: string, { width, height }: FrameSize): string =>
  `<iframe src="${escaped(address)}" title="${escaped(title)}" width="${width}" height="${height}" loading="lazy" allow="fullscreen" style="max-width: 100%; border: 0"></iframe>`

const signs: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '"': '&quot;',
  '<': '&lt;',
  '>': '&gt;',
}

const escaped = (text: string) => text.replace(/[&"<>]/g, (sign) => signs[sign] ?? sign)
