// What a page on paper needs to know: nothing there is measured anew, so what is drawn keeps the size that it has; and what
// is painted is painted before, in the colours of paper.
import { putOnPaper } from '../ui/paper.ts'

let endPaper: (() => void) | undefined

/** Notes the link to what is shown and the sizes of what is drawn, and has it painted for paper. */
function prepare(): void {
  document.body.dataset.link = location.href
  for (const drawn of document.querySelectorAll<HTMLElement>('[data-drawn]')) {
    const { width, height } = drawn.getBoundingClientRect()
    drawn.style.setProperty('--drawn-width', `${width}px`)
    drawn.style.setProperty('--drawn-height', `${height}px`)
  }
  if (endPaper) return
  // All of them are painted anew for paper. Chromium prints what is painted then stroke by stroke, and what is wiped off as
  // white over all that lies below: without a size there is nothing to be wiped off.
  for (const canvas of document.querySelectorAll('canvas')) canvas.width = 0
  endPaper = putOnPaper()
}

/** What is shown is for the screen again. */
function finish(): void {
  endPaper?.()
  endPaper = undefined
}

// Once this is here, whenever the page is printed.
addEventListener('beforeprint', prepare)
addEventListener('afterprint', finish)
