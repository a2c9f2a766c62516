// What lies over what on a page, by the boxes of controls and words.
import type { Page } from '@playwright/test'

/** What is wrong with the layout: pairs that overlap, fields that are too narrow to use, words too long for their button, a title that is cut. */
export const misplaced = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    interface Box {
      left: number
      top: number
      right: number
      bottom: number
    }
    interface Item extends Box {
      readonly element: Element
      readonly name: string
    }
    const leastWidth = 44
    const isHidden = (element: Element) =>
      element.closest(
        'svg, [hidden], .visually-hidden, dialog:not([open]), details:not([open]) > :not(summary)',
      ) !== null ||
      !element.checkVisibility({ visibilityProperty: true }) ||
      getComputedStyle(element).clipPath !== 'none'
    const meet = (a: Box, b: Box): Box => ({
      left: Math.max(a.left, b.left),
      top: Math.max(a.top, b.top),
      right: Math.min(a.right, b.right),
      bottom: Math.min(a.bottom, b.bottom),
    })
    /** What of a box is not cut off by what scrolls around it. */
    const seen = (element: Element, { left, top, right, bottom }: Box): Box => {
      let box = { left, top, right, bottom }
      for (let around = element.parentElement; around; around = around.parentElement) {
        if (getComputedStyle(around).overflowX !== 'visible')
          box = meet(box, around.getBoundingClientRect())
      }
      return box
    }
    const nameOf = (element: Element) =>
      element.getAttribute('aria-label') ??
      ((element as HTMLInputElement).labels?.[0] ?? element).textContent?.trim() ??
      element.tagName

    const controls = [...document.querySelectorAll('button, input, select, textarea, a, summary')]
      .filter((element) => !isHidden(element))
      .map((element) => ({
        element,
        name: nameOf(element),
        ...seen(element, element.getBoundingClientRect()),
      }))
    const words: Item[] = []
    for (const element of document.querySelectorAll('label span, label, p, h1, h2, legend')) {
      if (isHidden(element)) continue
      for (const node of element.childNodes) {
        if (node.nodeType !== Node.TEXT_NODE || !node.textContent?.trim()) continue
        const range = document.createRange()
        range.selectNodeContents(node)
        for (const box of range.getClientRects())
          words.push({ element, name: `“${node.textContent}”`, ...seen(element, box) })
      }
    }
    const items: Item[] = [...controls, ...words]
    const overlaps = items.flatMap((a, i) =>
      items.slice(i + 1).flatMap((b) => {
        if (a.element.contains(b.element) || b.element.contains(a.element)) return []
        const { left, top, right, bottom } = meet(a, b)
        return right - left > 1 && bottom - top > 1 ? [`${a.name} × ${b.name}`] : []
      }),
    )
    const narrow = controls
      .filter(({ element }) => element.matches('select, input[type=text]'))
      .filter(({ element }) => element.getBoundingClientRect().width < leastWidth)
      .map(({ name }) => `${name} is too narrow`)
    const spilt = controls
      .filter(({ element }) => element.matches('button'))
      .filter(({ element }) => element.scrollWidth > element.clientWidth + 1)
      .map(({ name }) => `${name} is too long for its button`)
    const title = document.querySelector('h1')
    // Struts that nobody sees reach a little below the last line; a title that is only read aloud has no size.
    const isCut =
      title !== null &&
      title.clientWidth > 1 &&
      (title.scrollWidth > title.clientWidth || title.scrollHeight > title.clientHeight + 8)
    return [...overlaps, ...narrow, ...spilt, ...(isCut ? ['The title is cut'] : [])]
  })
