// What stands around a function where it is code or an exercise: lambda x: x**2, x^2; d/dx x^2.

/** A function without what stood around it. */
interface Bare {
  readonly text: string
  /** What to do, where it is another thing than a function that was typed. */
  readonly advice?: string
}

const args = String.raw`[\w\s,]*`
const beginning = (pattern: string) => new RegExp(String.raw`^\s*${pattern}`)
const definition = beginning(
  String.raw`(?:(?:const|let|var)\s+\w+\s*=\s*)?(?:${[
    `lambda\\b${args}:`,
    String.raw`def\s+\w+\s*\(${args}\)\s*:\s*return\b`,
    String.raw`function\s*\w*\s*\(${args}\)\s*\{\s*return\b`,
    // Of x => 0 the sign may be meant for a comparison.
    String.raw`(?:\w+\s*:\s*)?\(?([A-Za-z])\b${args}\)?\s*(?:[=-]>|→|↦)(?=.*\1)`,
    String.raw`@\s*\(${args}\)`,
    String.raw`return\b`,
  ].join('|')})`,
)
const before = beginning(
  String.raw`(?:\(?[d∂]\s*\/\s*[d∂]\s*[A-Za-z]\b\)?|(?:diff|grad|gradient|derivative)\b(?=\s*\()|∇)`,
)
/** d(x^2)/dx */
const behind = /^\s*[d∂]\s*(\(.*\))\s*\/\s*[d∂]\s*[A-Za-z]\s*$/
/** diff(x^2, x) */
const byWhich = /^\s*\((.*),\s*[A-Za-z]\s*\)\s*$/

/** What remains without marks of code at either end. */
const unmarked = (text: string) =>
  text
    .replace(/#.*$/, '')
    .trim()
    .replace(/[\s;,.]+$/, '')
    .replace(/^\s*(["'`$]+)(.+)\1$/, '$2')

/** The function alone; the same text where nothing stands around it. */
export function bare(text: string): Bare {
  const opposite = text.replace(behind, '$1')
  const inner = opposite.replace(before, '')
  if (inner !== text)
    return {
      text: unmarked(inner.replace(byWhich, '($1)')),
      advice: 'write the function itself, its slope is computed',
    }
  const body = text.replace(definition, '')
  if (body === text) return { text: unmarked(text) }
  const isBraced = /^[^{]*\{\s*return\b/.test(text)
  return {
    text: unmarked(isBraced ? body.replace(/;?\s*\}[\s;]*$/, '') : body),
    advice: 'write only the function itself',
  }
}
