// What a page on paper needs to know: nothing there is measured anew, so what is drawn keeps the size that it has.

/** Notes the link to what is shown, and the sizes of what is drawn. */
export function prepare(): void {
  document.body.dataset.link = location.href
  for (const drawn of document.querySelectorAll<HTMLElement>('[data-drawn]')) {
    const { width, height } = drawn.getBoundingClientRect()
    drawn.style.setProperty('--drawn-width', `${width}px`)
    drawn.style.setProperty('--drawn-height', `${height}px`)
  }
}
