// LaTeX that someone pasted, as the language writes it.
import type { Complaint } from '../adviser.ts'
import { Mistake } from '../mistake.ts'
import { constants } from '../operations/names.ts'
import { parse } from '../parse.ts'
import { print } from '../print.ts'
import { isVariable } from '../spelling.ts'

const replacements: readonly (readonly [RegExp, string])[] = [
  [/\\(?:left|right|big|Big|displaystyle|quad|[,;:! ])/g, ''],
  [/\\(?:operatorname|mathrm|text)\s*\{([^{}]*)\}/g, ' $1 '],
  [/\\[dt]?frac\s*\{([^{}]*)\}\s*\{([^{}]*)\}/g, '(($1)/($2))'],
  [/\\[dt]?frac\s*(\d)\s*(\d)/g, '($1/$2)'],
  [/\\sqrt\s*\[3\]\s*\{([^{}]*)\}/g, 'cbrt($1)'],
  [/\\sqrt\s*\{([^{}]*)\}/g, 'sqrt($1)'],
  [/\^\s*\{([^{}]*)\}/g, '^($1)'],
  [/\\(?:cdot|times|ast)(?![A-Za-z])/g, '*'],
  [/\\div(?![A-Za-z])/g, '/'],
  [/\\[lr]?vert(?![A-Za-z])/g, '|'],
  [/\\leq?(?![A-Za-z])/g, '<='],
  [/\\geq?(?![A-Za-z])/g, '>='],
]

/** Innermost braces first, until nothing is left to replace. */
function plainOf(text: string): string {
  let [before, plain] = ['', text]
  while (plain !== before) {
    before = plain
    for (const [pattern, by] of replacements) plain = plain.replace(pattern, by)
  }
  return plain.replace(/\\([A-Za-z]+)/g, ' $1 ')
}

/** What a text of LaTeX says, if the language has the words for it. */
export function latexRead(
  text: string,
  complaintAbout: (word: string) => Complaint,
): string | undefined {
  const complaint = (word: string) =>
    isVariable(word) || constants.has(word) ? undefined : complaintAbout(word)
  const plain = plainOf(text)
  if (plain.includes('\\')) return undefined
  try {
    return print(parse(plain, { loosely: true, complaint }))
  } catch (error) {
    if (error instanceof Mistake) return undefined
    throw error
  }
}
