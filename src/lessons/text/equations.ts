const count = (latex: string, what: RegExp) => latex.match(what)?.length ?? 0

/** Nothing of it is closed elsewhere. */
const isWhole = (latex: string) =>
  count(latex, /\{/g) === count(latex, /\}/g) &&
  count(latex, /\\begin/g) === count(latex, /\\end/g) &&
  count(latex, /\\left(?![a-z])/g) === count(latex, /\\right(?![a-z])/g)

/** The equations of a formula that has several side by side, with `\qquad` between them: each of them stays whole. */
export function equationsIn(latex: string): readonly string[] {
  const equations = latex.split('\\qquad').map((equation) => equation.trim())
  return equations.every(isWhole) ? equations : [latex]
}
