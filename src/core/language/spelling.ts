// Words that are near each other.

export const isVariable = (word: string): boolean => /^[A-Za-z]$/.test(word)

/** The nearest of some words, if it is near: one letter changed, added, left out or two swapped. */
export function nearest(word: string, among: readonly string[]): string | undefined {
  return among.find((other) => other !== word && isNear(word, other))
}

function isNear(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1 || Math.min(a.length, b.length) < 3) return false
  let start = 0
  while (start < a.length && a[start] === b[start]) start++
  let end = 0
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end++
  const [restA, restB] = [a.slice(start, a.length - end), b.slice(start, b.length - end)]
  const swapped = restA.length === 2 && restA === [...restB].reverse().join('')
  return swapped || Math.max(restA.length, restB.length) <= 1
}
