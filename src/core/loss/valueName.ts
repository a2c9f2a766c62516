// What the value of a loss is called: f, unless a variable has that name.

const isTaken = (variables: readonly string[]) => variables.includes('f')

export const valueName = (variables: readonly string[]): string =>
  isTaken(variables) ? 'loss' : 'f'

/** In a sentence; `The` where it begins with it. */
export const theValue = (variables: readonly string[], article = 'the'): string =>
  isTaken(variables) ? `${article} loss` : 'f'

/** f(x, y) */
export const functionName = (variables: readonly string[]): string =>
  `${valueName(variables)}(${variables.join(', ')})`
