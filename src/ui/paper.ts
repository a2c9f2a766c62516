// Puts on paper what is shown. It stands alone: what is asked for with the page asks for nothing else.

/** What is shown is for paper, which is black on white whatever the room: a media query of the page's own. */
export const paper = Object.assign(new EventTarget(), { matches: false })

let count = 0

function change(by: number): void {
  count += by
  paper.matches = count > 0
  // Before anyone reads colours anew.
  document.documentElement.toggleAttribute('data-paper', paper.matches)
  paper.dispatchEvent(new Event('change'))
}

/** Shows everything as it will be on paper. @returns what ends that, to be called once */
export function putOnPaper(): () => void {
  change(1)
  return () => change(-1)
}
