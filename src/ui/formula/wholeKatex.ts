// KaTeX with its style sheet and its letters.
import engine from 'katex'
import 'katex/dist/katex.css'

/** The faces of nearly every formula. */
const faces = ['1em KaTeX_Main', 'italic 1em KaTeX_Math']
/** Browsers leave room for a face that is on its way for so long (ms); formulas wait for it no longer. */
const longestWait = 3000

/** KaTeX when it can write: a face that came after the first formula would lay out the whole page anew. */
export async function wholeKatex(): Promise<typeof engine> {
  // What does not come is drawn with other letters.
  const letters = Promise.allSettled(faces.map((face) => document.fonts.load(face)))
  await Promise.race([letters, new Promise((resolve) => setTimeout(resolve, longestWait))])
  return engine
}
